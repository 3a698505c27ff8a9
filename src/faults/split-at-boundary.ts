import { END_BLOCK } from '../mllp/frame-event.js';
import { defineFault } from './definition.js';
import type { WireFault } from './fault.js';
import { choice, count, duration } from './parameter.js';
import { split } from './plan-bytes.js';

/** S03: the cut falls where a careless reader stumbles: between FS and CR, or inside a UTF-8 sequence. */
export const splitAtBoundary = defineFault({
  name: 'split-at-boundary',
  says: 'the frame is written in two pieces, cut at an awkward place',
  parameters: {
    where: choice(
      ['fs-cr', 'utf8', 'bytes'],
      'between end block and carriage return, inside a UTF-8 sequence, or after so many bytes',
    ),
    bytes: count(1, 'with where=bytes: length of the first piece in bytes, start block included'),
    gap: duration(0, 'wait between the two pieces'),
  },
  make: ({ where, bytes, gap }): WireFault => ({
    kind: 'wire',
    name: 'split-at-boundary',
    together: 1,
    apply: (plan) => split(plan, gap, (written) => [where === 'bytes' ? bytes : boundary(written, where)]),
  }),
});

/** A text without any such sequence is cut in its middle, so that the fault never does nothing. */
function boundary(bytes: Buffer, where: 'fs-cr' | 'utf8'): number {
  if (where === 'fs-cr') return bytes.lastIndexOf(END_BLOCK) + 1;
  const continuation = bytes.findIndex((byte) => (byte & 0xc0) === 0x80);
  return continuation < 0 ? bytes.length >> 1 : continuation;
}
