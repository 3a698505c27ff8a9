import { describe, expect, it } from 'vitest';
import { type Rng, rng } from '../../../src/base/rng.js';
import { rankTest } from './rank-test.js';

/** Figures of which each resembles the one before, as seconds of a run do. */
function row(stream: Rng, length: number, resemblance: number, shift = 0): readonly number[] {
  let last = 0;
  return Array.from({ length }, () => {
    const news = Array.from({ length: 6 }, () => stream.next()).reduce((sum, value) => sum + value, -3);
    last = resemblance * last + Math.sqrt(1 - resemblance ** 2) * news;
    return last + shift;
  });
}

/** How often in 500 pairs of rows the test finds a difference at 1 %. */
function found(resemblance: number, shift: number, length = 60): number {
  const pairs = Array.from({ length: 500 }, (_, n) => {
    const stream = rng('rank test', resemblance, shift, n);
    return rankTest(row(stream, length, resemblance), row(stream, length, resemblance, shift));
  });
  return pairs.filter(({ chance }) => chance < 0.01).length / pairs.length;
}

describe('the rank test', () => {
  it('agrees with the tables where nothing resembles anything', () => {
    // U = 2 of 25 pairs; z = 10.5 / sqrt(25 * 11 / 12) = 2.1934, two-sided 0.02828.
    const { higherShare, chance } = rankTest([3, 1, 7, 2, 4], [8, 5, 10, 6, 9]);
    expect(higherShare).toBeCloseTo(23 / 25, 12);
    expect(chance).toBeCloseTo(0.0283, 4);
  });

  it('is the same the other way round', () => {
    const [a, b] = [row(rng('a'), 30, 0.3), row(rng('b'), 40, 0.3, 0.4)];
    const [there, back] = [rankTest(a, b), rankTest(b, a)];
    expect(there.higherShare).toBeCloseTo(1 - back.higherShare, 12);
    expect(there.chance).toBeCloseTo(back.chance, 12);
  });

  it('sees nothing in what is equal, in nothing, and in one figure', () => {
    expect(rankTest([5, 5, 5], [5, 5, 5])).toMatchObject({ higherShare: 0.5, chance: 1 });
    expect(rankTest([], [])).toMatchObject({ higherShare: 0.5, chance: 1 });
    expect(rankTest([1], [2]).chance).toBeGreaterThan(0.05);
  });

  it.each([0, 0.3, 0.6, 0.8])('seldom cries wolf, though neighbours resemble each other by %f', (resemblance) => {
    expect(found(resemblance, 0)).toBeLessThanOrEqual(0.03);
  });

  it('finds what is there', () => {
    expect(found(0, 0.6)).toBeGreaterThan(0.9);
    expect(found(0.6, 0.8, 240)).toBeGreaterThan(0.9);
  });

  it('counts rows that resemble themselves for less', () => {
    expect(rankTest(row(rng('x'), 100, 0.8), row(rng('y'), 100, 0)).effective[0]).toBeLessThan(30);
    expect(rankTest(row(rng('x'), 100, 0.8), row(rng('y'), 100, 0)).effective[1]).toBeGreaterThan(70);
  });
});
