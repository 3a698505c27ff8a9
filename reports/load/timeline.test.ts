import { describe, expect, it } from 'vitest';
import type { LoadInterval } from '../../src/evidence/load-result.js';
import { timeline } from './timeline.js';

function second(n: number, more: Partial<LoadInterval> = {}): LoadInterval {
  return {
    second: n,
    offered: 100,
    sent: 100,
    acknowledged: 100,
    errors: 0,
    dropped: 0,
    inFlight: n,
    response: { p50: n, p90: n, p99: n, max: n },
    serviceP99: n,
    latenessP99: 1,
    ...more,
  };
}

describe('the timeline of a run', () => {
  it('has a point for each second where there is room', () => {
    const { stepSeconds, points } = timeline([second(1), second(2), second(3)], 10);
    expect([stepSeconds, points.map((point) => point.second)]).toEqual([1, [1, 2, 3]]);
  });

  it('takes the mean of rates and the worst of latencies where there is none', () => {
    const intervals = Array.from({ length: 100 }, (_, n) => second(n, { sent: n % 2 === 0 ? 100 : 50 }));
    const { stepSeconds, points } = timeline(intervals, 10);
    expect([stepSeconds, points.length]).toEqual([10, 10]);
    expect(points[3]).toMatchObject({ second: 30, sent: 75, p50: 39, p99: 39, max: 39, inFlight: 39 });
  });

  it('is empty where nothing is known, and never 0', () => {
    const silent = second(1, { acknowledged: 0, response: { p50: 0, p90: 0, p99: 0, max: 0 } });
    const { points } = timeline([second(0), silent, second(4)], 10);
    expect(points.map(({ p99 }) => p99)).toEqual([0, null, null, null, 4]);
    expect(points.map(({ offered }) => offered)).toEqual([100, 100, null, null, 100]);
    expect(timeline([], 10).points).toEqual([]);
  });

  it('keeps what was planned apart from what was offered, where a plan says it', () => {
    const { points } = timeline([second(0, { planned: 120, waiting: 7 }), second(1)], 10);
    expect(points.map(({ planned, waiting }) => [planned, waiting])).toEqual([
      [120, 7],
      [null, null],
    ]);
  });

  it('holds a day', () => {
    const { points } = timeline(
      Array.from({ length: 86_400 }, (_, n) => second(n)),
      1_000,
    );
    expect(points).toHaveLength(994);
  });
});
