import type { Threshold } from '../threshold/threshold.js';
import type { CapacityOptions } from './options.js';
import type { Trial } from './rate-search.js';

/** Samples that must lie beyond the strictest percentile; arrivals that come in clumps need more, since what they see is alike. */
const BEYOND = { even: 10, poisson: 30 } as const;
/** The number of independent arrivals itself varies by its square root: rates that differ by a share take 1 / share^2 to tell apart. */
const CERTAINTY = 2;
/** A trial that need not tell little differences apart makes do with this share of them. */
const LEAST_SHARE = 0.1;
/** A rate that is too much by a share lets messages wait for that share of the time: well more than the limit must be reached. */
const SURPLUS = 2;

/** How long a rate must be tried for the percentiles of the SLO to mean something, in milliseconds, without the warm-up. */
export function stepMs(
  { rate, resolution }: Trial,
  slo: readonly Threshold[],
  spacing: 'even' | 'poisson',
  { precision, leastStepMs, longestStepMs }: CapacityOptions,
): number {
  const share = Math.max(LEAST_SHARE, Math.min(1, precision / resolution));
  const beyond = (BEYOND[spacing] / strictestTail(slo)) * share;
  const messages = spacing === 'even' ? beyond : Math.max(beyond, CERTAINTY / resolution ** 2);
  const wanted = Math.max(leastStepMs, (messages * 1_000) / rate, (SURPLUS * patienceMs(slo)) / resolution);
  return Math.round(Math.min(longestStepMs, wanted));
}

const GROWING = new Set(['response', 'endToEnd', 'queue']);

function growing(slo: readonly Threshold[]): readonly Threshold[] {
  return slo.filter(({ metric }) => GROWING.has(metric.split('.')[0] ?? ''));
}

/** The shortest latency that the SLO allows for what a queue makes longer; undefined where it says nothing of it. */
export function responseLimitMs(slo: readonly Threshold[]): number | undefined {
  const limits = growing(slo).map(({ limit }) => limit);
  return limits.length === 0 ? undefined : Math.min(...limits);
}

/** How long the last message of a growing queue waits when the first threshold breaks: half of all wait half as long as the last. */
function patienceMs(slo: readonly Threshold[]): number {
  const limits = growing(slo).map((one) => one.limit / (1 - tailOf(one)));
  return limits.length === 0 ? 0 : Math.min(...limits);
}

const TAILS: Readonly<Record<string, number>> = { mean: 0.5, p50: 0.5, p90: 0.1, p99: 0.01, p999: 0.001, max: 0.01 };

function tailOf({ metric, isShare, limit }: Threshold): number {
  if (isShare) return limit > 0 && limit < 1 ? Math.min(limit, 1 - limit) : 0.01;
  return TAILS[metric.split('.')[1] ?? ''] ?? 0.1;
}

/** The smallest share of messages that a threshold is about. */
function strictestTail(slo: readonly Threshold[]): number {
  return Math.min(0.1, ...slo.map(tailOf));
}
