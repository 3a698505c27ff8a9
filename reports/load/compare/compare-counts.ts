import type { LoadInterval, LoadResult } from '../../../src/evidence/load-result.js';
import { LEDGER_ROWS } from '../ledger.js';
import type { CountComparison } from './load-comparison.js';
import { rankTest } from './rank-test.js';

/** What must not become more. Errors come and go, so their seconds are compared; of what is lost one is one too many. */
export function compareCounts(a: LoadResult, b: LoadResult): readonly CountComparison[] {
  return [
    // A dropped message is among the errors of its second, and has a row of its own here.
    overTime('errors', a, b, ({ errors, dropped }) => Math.max(0, errors - dropped)),
    overTime('dropped', a, b, ({ dropped }) => dropped),
    ...LEDGER_ROWS.filter(([name]) => name !== 'foreign').map(([name]) => ofLedger(name, a, b)),
  ];
}

const CHANCE = 0.01;

function overTime(name: string, a: LoadResult, b: LoadResult, of: (interval: LoadInterval) => number): CountComparison {
  const total = ({ intervals }: LoadResult): number => intervals.reduce((sum, one) => sum + of(one), 0);
  const shares = ({ intervals }: LoadResult): readonly number[] =>
    intervals.filter(({ offered }) => offered > 0).map((one) => of(one) / one.offered);
  const [before, after] = [total(a), total(b)];
  const test = rankTest(shares(a), shares(b));
  // None before and some now is worse, whatever the test says: it has nothing to rank.
  const isWorse = before === 0 ? after > 0 : test.higherShare > 0.5 && test.chance < CHANCE;
  return { name, a: before, b: after, isWorse };
}

function ofLedger(name: (typeof LEDGER_ROWS)[number][0], a: LoadResult, b: LoadResult): CountComparison {
  const [before, after] = [a.ledger?.[name], b.ledger?.[name]];
  return { name, a: before, b: after, isWorse: before !== undefined && after !== undefined && after > before };
}
