import { defineFault } from './definition.js';
import type { WireFault } from './fault.js';
import { choice, count } from './parameter.js';
import { write, writtenBytes } from './plan-bytes.js';

/** S13: FIN or RST inside a frame. What came of it must be discarded, and other connections must not notice. */
export const cutConnectionInFrame = defineFault({
  name: 'cut-connection-in-frame',
  says: 'the connection is cut before the frame is complete',
  parameters: {
    bytes: count(200, 'bytes of the message that are written before the cut; a shorter message loses its last byte', 0),
    how: choice(['fin', 'rst'], 'closed in order (FIN) or reset (RST)'),
  },
  make: ({ bytes, how }): WireFault => ({
    kind: 'wire',
    name: 'cut-connection-in-frame',
    together: 1,
    apply: (plan) => {
      const whole = writtenBytes(plan);
      // VT before the payload, FS CR behind it: at least one byte of the payload is kept back.
      const kept = Math.max(1, Math.min(bytes + 1, whole.length - 3));
      return [write(whole.subarray(0, kept)), { kind: how === 'fin' ? 'end' : 'reset' }];
    },
  }),
});
