import { START_BLOCK } from '../mllp/frame-event.js';
import { defineFault } from './definition.js';
import type { WireFault } from './fault.js';
import { withBytes } from './plan-bytes.js';

/** S08: payload and end block without a start block. It must not be acknowledged as accepted. */
export const missingStart = defineFault({
  name: 'missing-start',
  says: 'the start block is left out',
  parameters: {},
  make: (): WireFault => ({
    kind: 'wire',
    name: 'missing-start',
    together: 1,
    apply: (plan) => withBytes(plan, withoutStart),
  }),
});

function withoutStart(bytes: Buffer): Buffer {
  const start = bytes.indexOf(START_BLOCK);
  return start < 0 ? bytes : Buffer.concat([bytes.subarray(0, start), bytes.subarray(start + 1)]);
}
