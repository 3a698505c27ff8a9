import type { LatencySummary, LoadInterval, LoadResult } from '../../../src/evidence/load-result.js';
import { readDistribution } from '../distribution.js';
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
  const seen = {
    test,
    change,
    difference: after - before,
    generator: b.lateness[name] - a.lateness[name],
    isOverlapping: isOverlapping(name, a.response, b.response),
  };
  const { higherShare: slowerShare, chance } = test;
  return { name, a: before, b: after, change, slowerShare, chance, verdict: verdictOf(seen) };
}

/** Differences in milliseconds, B less A. */
interface Seen {
  readonly test: RankTest;
  readonly change: number;
  readonly difference: number;
  readonly generator: number;
  readonly isOverlapping: boolean;
}

function verdictOf({ test, change, difference, generator, isOverlapping: isUnsure }: Seen): PointVerdict {
  if (Math.min(...test.effective) < LEAST_SECONDS) return 'too short';
  if (test.chance >= CHANCE || isUnsure) return 'within noise';
  if (Math.abs(change) < LEAST_CHANGE) return 'too small';
  if (test.higherShare > 0.5 !== difference > 0) return 'unclear';
  if (generator / difference >= 0.5) return 'the generator';
  return difference > 0 ? 'slower' : 'faster';
}

const PERCENT: Readonly<Record<Point, number>> = { p50: 50, p90: 90, p99: 99, p999: 99.9 };

/** Whether the ranges overlap in which each run's percentile lies, given how few messages there are above it. */
function isOverlapping(name: Point, a: LatencySummary, b: LatencySummary): boolean {
  const [rangeA, rangeB] = [rangeOf(PERCENT[name], a), rangeOf(PERCENT[name], b)];
  return rangeA !== undefined && rangeB !== undefined && rangeA.low <= rangeB.high && rangeB.low <= rangeA.high;
}

/** The latencies between which a percentile lies with a confidence of 95 %, by the binomial law of its rank. */
function rangeOf(percentile: number, { histogram }: LatencySummary) {
  const distribution = readDistribution(histogram);
  if (distribution === undefined) return undefined;
  const p = percentile / 100;
  const margin = 100 * 1.96 * Math.sqrt((p * (1 - p)) / distribution.count);
  return {
    low: distribution.at(Math.max(0, percentile - margin)),
    high: distribution.at(Math.min(100, percentile + margin)),
  };
}
