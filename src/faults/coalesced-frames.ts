import { defineFault } from './definition.js';
import type { WireFault } from './fault.js';
import { count } from './parameter.js';
import { withBytes } from './plan-bytes.js';

/** S04: several frames in one write. Right are as many acknowledgments, in order. */
export const coalescedFrames = defineFault({
  name: 'coalesced-frames',
  says: 'several messages are written at once, frame behind frame',
  parameters: { frames: count(2, 'messages in one write', 2) },
  make: ({ frames }): WireFault => ({
    kind: 'wire',
    name: 'coalesced-frames',
    together: frames,
    apply: (plan) => withBytes(plan, (bytes) => bytes),
  }),
});
