import { describe, expect, it } from 'vitest';
import { rng } from '../../base/rng.js';
import { Histogram } from './histogram.js';

function filled(samples: readonly number[]): Histogram {
  const histogram = new Histogram();
  for (const sample of samples) histogram.record(sample);
  return histogram;
}

describe('Histogram', () => {
  it('gives percentiles in milliseconds to three digits', () => {
    const summary = filled(Array.from({ length: 1_000 }, (_, n) => n + 1)).summary();
    expect(summary.count).toBe(1_000);
    for (const [actual, expected] of [
      [summary.p50, 500],
      [summary.p90, 900],
      [summary.p99, 990],
      [summary.p999, 999],
      [summary.max, 1_000],
      [summary.mean, 500.5],
    ] as const) {
      expect(Math.abs(actual - expected) / expected).toBeLessThan(0.001);
    }
  });

  it('says nothing of nothing, and holds what is too long', () => {
    expect(filled([]).summary()).toMatchObject({ count: 0, mean: 0, p50: 0, max: 0 });
    expect(filled([7_200_000]).max).toBeGreaterThanOrEqual(3_600_000);
    expect(filled([0, -1]).summary()).toMatchObject({ count: 2, max: 0 });
  });

  it('merges shards into the histogram of all samples, also by way of text', () => {
    const stream = rng('merge');
    const samples = Array.from({ length: 40_000 }, () => 0.05 + stream.next() ** 6 * 4_000);
    const shards = [0, 1, 2, 3].map((shard) => filled(samples.filter((_, n) => n % 4 === shard)));
    const merged = new Histogram();
    for (const shard of shards) merged.add(Histogram.decode(shard.encode()));
    expect(merged.summary()).toEqual(filled(samples).summary());
  });
});
