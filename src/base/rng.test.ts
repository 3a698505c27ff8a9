import { describe, expect, it } from 'vitest';
import { hashKey, rng } from './rng.js';

describe('rng', () => {
  it('gives the same numbers for the same key, however many others were drawn meanwhile', () => {
    const once = rng('seed', 'scenario', 3);
    const numbers = Array.from({ length: 20 }, () => once.next());
    rng('seed', 'other').next();
    const again = rng('seed', 'scenario', 3);
    expect(Array.from({ length: 20 }, () => again.next())).toEqual(numbers);
  });

  it.each([
    [
      ['a', 'b'],
      ['a', 'c'],
    ],
    [
      ['ab', 'c'],
      ['a', 'bc'],
    ],
    [['a'], ['a', '']],
    [
      ['seed', 1],
      ['seed', 2],
    ],
    [
      ['seed', 'x', 'y'],
      ['seed', 'y', 'x'],
    ],
  ])('tells the keys %j and %j apart', (one, other) => {
    expect(hashKey(...one)).not.toEqual(hashKey(...other));
    expect(rng(...one).next()).not.toBe(rng(...other).next());
  });

  it('takes a number and its digits for the same key, since both come from text', () => {
    expect(hashKey('seed', 7)).toEqual(hashKey('seed', '7'));
  });

  it('stays in [0, 1) and fills every tenth of it about evenly', () => {
    const random = rng('spread');
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let n = 0; n < 100_000; n++) {
      const tenth = Math.floor(random.next() * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    expect(tenths).toHaveLength(10);
    // Five standard deviations of a fair draw are 475.
    for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(475);
  });

  it('spreads the first number of neighbouring keys as well', () => {
    const firsts = Array.from({ length: 10_000 }, (_, n) => rng('seed', n).next());
    const mean = firsts.reduce((sum, value) => sum + value, 0) / firsts.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.015);
    expect(new Set(firsts).size).toBeGreaterThan(9_990);
  });

  it('draws whole numbers between both bounds, each of them', () => {
    const random = rng('dice');
    const drawn = new Set(Array.from({ length: 1_000 }, () => random.integer(-2, 3)));
    expect([...drawn].sort((a, b) => a - b)).toEqual([-2, -1, 0, 1, 2, 3]);
    expect(random.integer(5, 5)).toBe(5);
  });

  it('picks every item, and cannot pick from nothing', () => {
    const random = rng('pick');
    expect(new Set(Array.from({ length: 100 }, () => random.pick(['a', 'b', 'c'])))).toEqual(new Set(['a', 'b', 'c']));
    expect(() => random.pick([])).toThrow('empty list');
  });

  it('takes a chance never at 0, always at 1, and one time in four at 0.25', () => {
    const random = rng('chance');
    const hits = (p: number): number => Array.from({ length: 10_000 }, () => random.chance(p)).filter(Boolean).length;
    expect([hits(0), hits(1)]).toEqual([0, 10_000]);
    expect(Math.abs(hits(0.25) - 2_500)).toBeLessThan(220);
  });
});
