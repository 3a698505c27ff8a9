import { defineFault } from './definition.js';
import type { WireFault } from './fault.js';
import { choice } from './parameter.js';
import { withBytes } from './plan-bytes.js';

const JUNK = {
  http: Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'),
  proxy: Buffer.from('PROXY TCP4 192.0.2.1 192.0.2.2 51234 2575\r\n'),
  bom: Buffer.of(0xef, 0xbb, 0xbf),
  lf: Buffer.of(0x0a),
} as const;

/** S07: bytes before the start block, as health checks and proxies leave them. Right is to skip them or to close. */
export const junkBeforeStart = defineFault({
  name: 'junk-before-start',
  says: 'bytes that belong to no frame come before the start block',
  parameters: {
    junk: choice(
      ['http', 'proxy', 'bom', 'lf'],
      'an HTTP request, a PROXY header, a UTF-8 byte order mark, a line feed',
    ),
  },
  make: ({ junk }): WireFault => ({
    kind: 'wire',
    name: 'junk-before-start',
    together: 1,
    apply: (plan) => withBytes(plan, (bytes) => Buffer.concat([JUNK[junk], bytes])),
  }),
});
