import { describe, expect, it } from 'vitest';
import { rng } from '../../base/rng.js';
import { lineThrough, slopeOf } from './trend.js';

/** `count` points a minute apart on a line, with noise that is normally distributed. */
function points(count: number, start: number, perMinute: number, noise: number, seed = 's') {
  const random = rng(seed, 'noise');
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
  return Array.from({ length: count }, (_, n) => ({ x: n * 60, y: start + perMinute * n + noise * normal() }));
}

describe('a slope', () => {
  it('is that of the line', () => {
    const line = lineThrough(points(20, 5, 3, 0));
    expect(line?.slope).toBeCloseTo(3 / 60, 10);
    expect(line?.standardError).toBeCloseTo(0, 10);
    expect(slopeOf(points(20, 5, 3, 0), 1_200)).toMatchObject({ windows: 20, trend: 'rising' });
    expect(slopeOf(points(20, 500, -3, 0), 1_200).trend).toBe('falling');
  });

  it('has the standard error of a textbook', () => {
    const values = [1, 3, 2, 5, 4];
    const line = lineThrough(values.map((y, x) => ({ x, y })));
    // b = 8 / 10, residual sum of squares 3.6, se = sqrt(3.6 / 3 / 10); neighbours are not alike.
    expect(line?.slope).toBeCloseTo(0.8, 10);
    expect(line?.standardError).toBeCloseTo(Math.sqrt(0.12), 10);
  });

  it('is not made of noise, in about one of a hundred cases at most', () => {
    const found = Array.from({ length: 1_000 }, (_, n) => lineThrough(points(30, 100, 0, 10, `seed ${n}`)));
    const mistakes = found.filter((line) => line?.isSignificant).length;
    expect(mistakes).toBeLessThan(25);
  });

  it('is found behind noise', () => {
    const found = Array.from({ length: 100 }, (_, n) => slopeOf(points(60, 100, 0.5, 5, `seed ${n}`), 3_600));
    expect(found.filter(({ trend }) => trend === 'rising').length).toBeGreaterThan(95);
    expect(Math.abs((found[0]?.perHour ?? 0) - 30)).toBeLessThan(4 * (found[0]?.standardError ?? 0));
  });

  it('is not taken for certain where each value hangs on the one before', () => {
    const wandering = (seed: string) => {
      let y = 0;
      return points(60, 0, 0, 1, seed).map((point) => {
        y = 0.8 * y + point.y;
        return { x: point.x, y: 100 + y };
      });
    };
    const mistakes = Array.from({ length: 300 }, (_, n) => lineThrough(wandering(`w${n}`))).filter(
      (line) => line?.isSignificant,
    );
    expect(mistakes.length).toBeLessThan(30);
  });

  it('does not matter where it is small, and is unknown from few points', () => {
    expect(slopeOf(points(60, 1_000, 0.1, 0), 3_600).trend).toBe('none');
    expect(slopeOf(points(7, 5, 3, 0), 420).trend).toBe('unknown');
    expect(lineThrough([{ x: 1, y: 1 }])).toBeUndefined();
    expect(slopeOf(points(20, 0, 0, 0), 1_200)).toMatchObject({ mean: 0, relative: 0, trend: 'none' });
  });
});
