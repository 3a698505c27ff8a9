import { describe, expect, it } from 'vitest';
import { rng } from '../../base/rng.js';
import { ClockComparison, type RoundTrip } from './clock-offset.js';

/** A question to a clock that is behind ours by `ahead`; the ways there and back take so long. */
function trip(at: number, ahead: number, there: number, back: number): RoundTrip {
  return { askedAt: at, answeredAt: at + there + back, theirs: at + there - ahead };
}

describe('ClockComparison', () => {
  it('believes the shortest round trip', () => {
    const comparison = new ClockComparison();
    comparison.take(trip(0, 120, 40, 2));
    comparison.take(trip(100, 120, 0.6, 0.4));
    comparison.take(trip(200, 120, 1, 60));
    const { offsetMs, uncertaintyMs } = comparison.fix();
    expect(offsetMs).toBeCloseTo(120.1 - 0.2, 5);
    expect(uncertaintyMs).toBeCloseTo(1.5, 5);
  });

  it('is never more wrong than it says, however unlike the two ways are', () => {
    const stream = rng('clocks');
    for (let n = 0; n < 200; n++) {
      const comparison = new ClockComparison();
      const ahead = (stream.next() - 0.5) * 10_000;
      for (let k = 0; k < 8; k++) comparison.take(trip(k * 50, ahead, stream.next() * 20, stream.next() * 20));
      const { offsetMs, uncertaintyMs } = comparison.fix();
      expect(Math.abs(offsetMs - ahead)).toBeLessThanOrEqual(uncertaintyMs);
    }
  });

  it('tells how far the clocks drift', () => {
    const comparison = new ClockComparison();
    comparison.take(trip(0, 5, 1, 1));
    comparison.fix();
    expect(comparison.now).toMatchObject({ offsetMs: 5, driftMs: 0 });
    for (let k = 0; k < 10; k++) comparison.take(trip(60_000 + k, 8, 2, 2));
    expect(comparison.now).toMatchObject({ offsetMs: 5, driftMs: 3 });
  });

  it('has nothing to say where nobody answered', () => {
    expect(() => new ClockComparison().fix()).toThrow('never compared');
  });
});
