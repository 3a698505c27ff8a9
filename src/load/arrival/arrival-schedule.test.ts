import { describe, expect, it } from 'vitest';
import { ArrivalSchedule, extentOf, peakRateOf } from './arrival-schedule.js';
import type { Stage } from './stage.js';
import { type Stripe, WHOLE } from './stripe.js';

const SECOND = 1_000;

function instants(stages: readonly Stage[], stripe: Stripe = WHOLE, spacing: 'even' | 'poisson' = 'even', seed = 's') {
  const schedule = new ArrivalSchedule({ stages, spacing, seed, stripe });
  const all: { readonly ordinal: number; readonly at: number }[] = [];
  for (; !schedule.isOver(); schedule.advance()) all.push({ ordinal: schedule.ordinal, at: schedule.nextAt });
  return all;
}

/** How many arrivals fall into each second. */
function perSecond(stages: readonly Stage[]): readonly number[] {
  const counts: number[] = [];
  for (const { at } of instants(stages)) {
    const second = Math.floor(at / SECOND);
    counts[second] = (counts[second] ?? 0) + 1;
  }
  return Array.from(counts, (count) => count ?? 0);
}

describe('ArrivalSchedule', () => {
  it('spaces a constant rate evenly, from the start on', () => {
    const at = instants([{ kind: 'constant', rate: 4, durationMs: SECOND }]).map((arrival) => arrival.at);
    expect(at).toEqual([0, 250, 500, 750]);
  });

  it('raises the rate along a ramp', () => {
    const stages: Stage[] = [{ kind: 'ramp', from: 0, to: 100, durationMs: 10 * SECOND }];
    expect(extentOf(stages)).toEqual({ arrivals: 500, durationMs: 10_000 });
    expect(perSecond(stages).reduce((sum, count) => sum + count)).toBe(500);
    for (const [second, count] of perSecond(stages).entries())
      expect(Math.abs(count - (second * 10 + 5))).toBeLessThanOrEqual(1);
  });

  it('lowers it again without losing an arrival between pieces', () => {
    const stages: Stage[] = [
      { kind: 'ramp', from: 10, to: 30, durationMs: 2 * SECOND },
      { kind: 'ramp', from: 30, to: 0, durationMs: 2 * SECOND },
    ];
    expect(instants(stages)).toHaveLength(70);
  });

  it.each<[Stage, readonly number[]]>([
    [{ kind: 'spike', rate: 10, peak: 50, widthMs: SECOND, durationMs: 3 * SECOND }, [10, 50, 10]],
    [{ kind: 'step', from: 10, to: 30, steps: 3, durationMs: 3 * SECOND }, [10, 20, 30]],
    [{ kind: 'sine', mean: 20, amplitude: 20, periodMs: 2 * SECOND, durationMs: 2 * SECOND }, [33, 7]],
    [{ kind: 'day', hours: [10, 20], durationMs: 2 * SECOND }, [15, 15]],
  ])('follows %j', (stage, expected) => {
    expect(perSecond([stage])).toEqual(expected);
  });

  it('draws independent gaps of the right mean, the same for the same seed', () => {
    const stages: Stage[] = [{ kind: 'constant', rate: 1_000, durationMs: 20 * SECOND }];
    const drawn = instants(stages, WHOLE, 'poisson');
    expect(drawn).toEqual(instants(stages, WHOLE, 'poisson'));
    expect(drawn).not.toEqual(instants(stages, WHOLE, 'poisson', 'other'));
    // 20,000 expected, a standard deviation of 141.
    expect(Math.abs(drawn.length - 20_000)).toBeLessThan(600);
    const gaps = drawn.slice(1).map(({ at }, n) => at - (drawn[n]?.at ?? 0));
    const mean = gaps.reduce((sum, gap) => sum + gap) / gaps.length;
    const spread = Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length);
    expect(spread / mean).toBeCloseTo(1, 1);
  });

  it.each(['even', 'poisson'] as const)('gives the stripes of %s arrivals whose union is the whole plan', (spacing) => {
    const stages: Stage[] = [{ kind: 'ramp', from: 50, to: 400, durationMs: 3 * SECOND }];
    for (const of of [2, 3, 4]) {
      const stripes = Array.from({ length: of }, (_, index) => instants(stages, { index, of }, spacing));
      const union = stripes.flat().sort((a, b) => a.ordinal - b.ordinal);
      expect(union).toEqual(instants(stages, WHOLE, spacing));
    }
  });

  it('knows the highest rate', () => {
    expect(peakRateOf([{ kind: 'sine', mean: 100, amplitude: 50, periodMs: 1_000, durationMs: 4_000 }])).toBeCloseTo(
      150,
    );
    expect(peakRateOf([])).toBe(0);
  });
});
