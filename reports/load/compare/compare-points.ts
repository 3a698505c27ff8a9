import type { LoadInterval, LoadResult } from '../../../src/evidence/load-result.js';
import type { PointComparison, PointVerdict } from './load-comparison.js';
import { type RankTest, rankTest } from './rank-test.js';

/** Below, a difference is told from noise. Four percentiles are looked at, so about 4 % of equal pairs would be told apart. */
const CHANCE = 0.01;
/** Two runs of the same system differ by some percent: a cache is warm, a neighbour is loud. */
const LEAST_CHANGE = 0.05;
/** Seconds, as if independent, without which nothing is said. */
const LEAST_SECONDS = 8;

type Point = PointComparison['name'];

/** What each percentile of the run is judged by. A second has too few messages for a p99.9: its slowest stands for it. */
const OF_SECOND: Readonly<Record<Point, (interval: LoadInterval) => number>> = {
  p50: ({ response }) => response.p50,
  p90: ({ response }) => response.p90,
  p99: ({ response }) => response.p99,
  p999: ({ response }) => response.max,
};

/** The response times of two runs by percentile. Both must have lateness. */
export function comparePoints(a: LoadResult, b: LoadResult): readonly PointComparison[] {
  return (['p50', 'p90', 'p99', 'p999'] as const).map((name) => comparePoint(name, a, b));
}

function comparePoint(name: Point, a: LoadResult, b: LoadResult): PointComparison {
  const seconds = (result: LoadResult): readonly number[] =>
    result.intervals.filter(({ acknowledged }) => acknowledged > 0).map(OF_SECOND[name]);
  const test = rankTest(seconds(a), seconds(b));
  const [before, after] = [a.response[name], b.response[name]];
  const change = before === 0 ? 0 : after / before - 1;
  const generator = b.lateness[name] - a.lateness[name];
  return {
    name,
    a: before,
    b: after,
    change,
    slowerShare: test.higherShare,
    chance: test.chance,
    verdict: verdictOf(test, change, after - before, generator),
  };
}

function verdictOf(test: RankTest, change: number, difference: number, generator: number): PointVerdict {
  if (Math.min(...test.effective) < LEAST_SECONDS) return 'too short';
  if (test.chance >= CHANCE || Math.abs(change) < LEAST_CHANGE) return 'within noise';
  if (test.higherShare > 0.5 !== difference > 0) return 'unclear';
  if (generator / difference >= 0.5) return 'the generator';
  return difference > 0 ? 'slower' : 'faster';
}
