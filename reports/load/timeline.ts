import type { LoadInterval } from '../../src/evidence/load-result.js';

/** What happened from one instant on, for as long as the timeline's step. Null where nothing was measured. */
export interface TimelinePoint {
  /** Seconds since the start of the run. */
  readonly second: number;
  /** Messages a second. */
  readonly planned: number | null;
  readonly offered: number | null;
  readonly sent: number | null;
  readonly acknowledged: number | null;
  readonly errors: number | null;
  readonly dropped: number | null;
  readonly inFlight: number | null;
  readonly waiting: number | null;
  /** Milliseconds. */
  readonly p50: number | null;
  readonly p90: number | null;
  readonly p99: number | null;
  readonly max: number | null;
  readonly serviceP99: number | null;
  readonly latenessP99: number | null;
}

export interface Timeline {
  /** Seconds that one point stands for. */
  readonly stepSeconds: number;
  readonly points: readonly TimelinePoint[];
}

/**
 * The run by time, in at most `limit` points of equal length: rates are the mean of a point's seconds, latencies and messages
 * in flight those of its worst second. (Percentiles cannot be averaged.) Seconds of which nothing is known are gaps.
 */
export function timeline(intervals: readonly LoadInterval[], limit: number): Timeline {
  const seconds = intervals.map(({ second }) => second);
  const first = seconds.reduce((low, second) => Math.min(low, second), seconds[0] ?? 0);
  const last = seconds.reduce((high, second) => Math.max(high, second), first);
  const stepSeconds = Math.max(1, Math.ceil((last - first + 1) / limit));
  const length = intervals.length === 0 ? 0 : Math.floor((last - first) / stepSeconds) + 1;
  const groups = Array.from({ length }, (): LoadInterval[] => []);
  for (const interval of intervals) groups[Math.floor((interval.second - first) / stepSeconds)]?.push(interval);
  return { stepSeconds, points: groups.map((group, index) => point(first + index * stepSeconds, group)) };
}

function point(second: number, group: readonly LoadInterval[]): TimelinePoint {
  const answered = group.filter(({ acknowledged }) => acknowledged > 0);
  const planning = group.filter(({ planned }) => planned !== undefined);
  const offering = group.filter(({ offered }) => offered > 0);
  return {
    second,
    planned: mean(planning, ({ planned = 0 }) => planned),
    offered: mean(group, ({ offered }) => offered),
    sent: mean(group, ({ sent }) => sent),
    acknowledged: mean(group, ({ acknowledged }) => acknowledged),
    errors: mean(group, ({ errors }) => errors),
    dropped: mean(group, ({ dropped }) => dropped),
    inFlight: worst(group, ({ inFlight }) => inFlight),
    waiting: worst(
      group.filter(({ waiting }) => waiting !== undefined),
      ({ waiting = 0 }) => waiting,
    ),
    p50: worst(answered, ({ response }) => response.p50),
    p90: worst(answered, ({ response }) => response.p90),
    p99: worst(answered, ({ response }) => response.p99),
    max: worst(answered, ({ response }) => response.max),
    serviceP99: worst(answered, ({ serviceP99 }) => serviceP99),
    latenessP99: worst(offering, ({ latenessP99 }) => latenessP99),
  };
}

type Figure = (interval: LoadInterval) => number;

function mean(group: readonly LoadInterval[], of: Figure): number | null {
  return group.length === 0 ? null : group.reduce((sum, one) => sum + of(one), 0) / group.length;
}

function worst(group: readonly LoadInterval[], of: Figure): number | null {
  return group.length === 0 ? null : Math.max(...group.map(of));
}
