import { OrdinalSet } from '../../ledger/ordinal-set.js';
import { Histogram } from '../measure/histogram.js';
import type { LoadMix } from '../template/load-unit.js';
import type { FarEndResult } from './far-end-part.js';
import { expectedOf } from './recorded-far-end.js';

/** What must arrive at one of the far ends, whichever it is: where it goes hangs on its content. */
export interface Somewhere {
  readonly types: readonly string[];
  readonly mix: LoadMix;
}

/** The name under which it is told what arrived nowhere. */
export const SOMEWHERE = 'any far end';

/** What was accepted, must arrive somewhere and did not, as the result of one more far end. */
export function nowhere(
  { types, mix }: Somewhere,
  accepted: OrdinalSet,
  settled: readonly FarEndResult[],
): FarEndResult {
  const delivered = new OrdinalSet();
  for (const { pages } of settled) delivered.addPages(pages);
  const lost: number[] = [];
  const expected = expectedOf(accepted.pages(), mix, types);
  expected.without(delivered, (ordinal) => lost.push(ordinal) > 0);
  const none = new Histogram();
  const endToEnd = none.summary();
  none.free();
  return {
    delivered: 0,
    foreign: 0,
    redelivered: 0,
    counts: { lost: lost.length, duplicated: 0, reordered: 0, altered: 0, late: 0 },
    samples: { lost, duplicated: [], reordered: [], altered: [], late: [] },
    endToEnd,
    kept: [],
    pages: [],
  };
}
