import { describe, expect, it } from 'vitest';
import { Histogram } from './histogram.js';
import { shareWithin } from './share-within.js';

function response(samples: readonly number[]) {
  const histogram = new Histogram();
  for (const sample of samples) histogram.record(sample);
  return histogram.summary();
}

const hundred = response(Array.from({ length: 100 }, (_, n) => n + 1));

describe('shareWithin', () => {
  it.each([
    [0.5, 0],
    [50, 0.5],
    [99, 0.99],
    [100, 1],
    [5_000, 1],
  ])('counts what took up to %d ms', (limit, share) => {
    expect(shareWithin({ response: hundred, offered: 100, acknowledged: 100 }, limit)).toBeCloseTo(share, 2);
  });

  it('counts what was not answered as too late', () => {
    expect(shareWithin({ response: hundred, offered: 200, acknowledged: 100 }, 1_000)).toBeCloseTo(0.5, 5);
    expect(shareWithin({ response: response([]), offered: 10, acknowledged: 0 }, 1_000)).toBe(0);
  });
});
