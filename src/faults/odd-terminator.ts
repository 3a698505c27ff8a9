import { END_BLOCK } from '../mllp/frame-event.js';
import { defineFault } from './definition.js';
import type { WireFault } from './fault.js';
import { choice } from './parameter.js';
import { withBytes } from './plan-bytes.js';

const TERMINATORS = {
  fs: Buffer.of(0x1c),
  'fs-lf': Buffer.of(0x1c, 0x0a),
  'fs-cr-lf': Buffer.of(0x1c, 0x0d, 0x0a),
  'fs-fs-cr': Buffer.of(0x1c, 0x1c, 0x0d),
} as const;

/** S10: the frame ends otherwise than with FS CR. To accept it or to refuse it are both right, as documented. */
export const oddTerminator = defineFault({
  name: 'odd-terminator',
  says: 'the frame ends with something else than end block and carriage return',
  parameters: { variant: choice(['fs', 'fs-lf', 'fs-cr-lf', 'fs-fs-cr'], 'the bytes at the end of the frame') },
  make: ({ variant }): WireFault => ({
    kind: 'wire',
    name: 'odd-terminator',
    together: 1,
    apply: (plan) => withBytes(plan, (bytes) => ended(bytes, TERMINATORS[variant])),
  }),
});

function ended(bytes: Buffer, terminator: Buffer): Buffer {
  const end = bytes.lastIndexOf(END_BLOCK);
  return end < 0 ? bytes : Buffer.concat([bytes.subarray(0, end), terminator]);
}
