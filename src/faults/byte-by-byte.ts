import { defineFault } from './definition.js';
import type { WireFault } from './fault.js';
import { duration } from './parameter.js';
import { split } from './plan-bytes.js';

/** S01: each byte in a write of its own. Right is one acknowledgment, as for a frame in one piece. */
export const byteByByte = defineFault({
  name: 'byte-by-byte',
  says: 'the frame is written one byte at a time',
  parameters: { gap: duration(0, 'wait between two bytes') },
  make: ({ gap }): WireFault => ({
    kind: 'wire',
    name: 'byte-by-byte',
    together: 1,
    apply: (plan) => split(plan, gap, (bytes) => Array.from(bytes.keys())),
  }),
});
