import { END_BLOCK, START_BLOCK } from '../mllp/frame-event.js';
import { defineFault } from './definition.js';
import type { WireFault } from './fault.js';
import { duration } from './parameter.js';
import { split } from './plan-bytes.js';

/** S02: start block, payload, end block and carriage return in four writes, as some senders do. */
export const separateWrites = defineFault({
  name: 'separate-writes',
  says: 'start block, message, end block and carriage return are written apart',
  parameters: { gap: duration(0, 'wait between two writes') },
  make: ({ gap }): WireFault => ({
    kind: 'wire',
    name: 'separate-writes',
    together: 1,
    apply: (plan) => split(plan, gap, aroundBlocks),
  }),
});

function aroundBlocks(bytes: Buffer): readonly number[] {
  return [...bytes.entries()].flatMap(([at, byte]) => {
    return byte === START_BLOCK || byte === END_BLOCK ? [at, at + 1] : [];
  });
}
