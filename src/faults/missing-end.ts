import { END_BLOCK } from '../mllp/frame-event.js';
import { defineFault } from './definition.js';
import type { WireFault } from './fault.js';
import { withBytes } from './plan-bytes.js';

/** S09: the frame is never ended and the line stays silent. Right is to give up after a while, without an answer. */
export const missingEnd = defineFault({
  name: 'missing-end',
  says: 'end block and carriage return are left out and nothing more follows',
  parameters: {},
  make: (): WireFault => ({
    kind: 'wire',
    name: 'missing-end',
    together: 1,
    apply: (plan) => [...withBytes(plan, withoutEnd), { kind: 'withhold' }],
  }),
});

function withoutEnd(bytes: Buffer): Buffer {
  const end = bytes.lastIndexOf(END_BLOCK);
  return end < 0 ? bytes : bytes.subarray(0, end);
}
