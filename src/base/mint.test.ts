import { describe, expect, it } from 'vitest';
import { mint, mintDigits } from './mint.js';

describe('mint', () => {
  it('gives the same id for the same key and another for any other', () => {
    expect(mint('EC', 12, 'seed', 's1', 'control', 4)).toBe(mint('EC', 12, 'seed', 's1', 'control', 4));
    const others = [
      mint('EC', 12, 'seed', 's1', 'control', 5),
      mint('EC', 12, 'seed', 's2', 'control', 4),
      mint('EC', 12, 'other', 's1', 'control', 4),
    ];
    expect(new Set([mint('EC', 12, 'seed', 's1', 'control', 4), ...others]).size).toBe(4);
  });

  it.each([1, 6, 7, 12, 13, 18, 30])('puts %d characters behind the prefix, none that can be misread', (length) => {
    expect(mint('X', length, 'key')).toMatch(new RegExp(`^X[0-9A-HJKMNP-TV-Z]{${length}}$`));
  });

  it('begins a longer id as the shorter one of the same key', () => {
    expect(mint('', 30, 'key').startsWith(mint('', 12, 'key'))).toBe(true);
  });

  it('does not repeat itself behind the first twelve characters', () => {
    const id = mint('', 24, 'key');
    expect(id.slice(12)).not.toBe(id.slice(0, 12));
  });

  it('makes 100,000 ids of twelve characters without a collision', () => {
    const ids = new Set(Array.from({ length: 100_000 }, (_, n) => mint('EC', 12, 'seed', `s${n % 100}`, n)));
    expect(ids.size).toBe(100_000);
  });

  it('uses every character at every place', () => {
    const ids = Array.from({ length: 4_000 }, (_, n) => mint('', 12, n));
    for (let place = 0; place < 12; place++) expect(new Set(ids.map((id) => id[place])).size).toBe(32);
  });
});

describe('mintDigits', () => {
  it.each([1, 6, 8, 12, 13])('gives %d digits, the first of them not 0', (length) => {
    const form = new RegExp(`^[1-9][0-9]{${length - 1}}$`);
    const misshapen = Array.from({ length: 500 }, (_, n) => mintDigits(length, 'seed', n)).filter(
      (id) => !form.test(id),
    );
    expect(misshapen).toEqual([]);
  });

  it('gives the same number for the same key, and not that of mint', () => {
    expect(mintDigits(10, 'seed', 's1', 'visit')).toBe(mintDigits(10, 'seed', 's1', 'visit'));
    expect(mintDigits(10, 'seed', 's1', 'visit')).not.toBe(mintDigits(10, 'seed', 's1', 'account'));
  });

  it('makes 100,000 numbers of sixteen digits without a collision', () => {
    expect(new Set(Array.from({ length: 100_000 }, (_, n) => mintDigits(16, 'seed', n))).size).toBe(100_000);
  });

  it('repeats a number of eight digits no more often than chance does', () => {
    const distinct = new Set(Array.from({ length: 100_000 }, (_, n) => mintDigits(8, 'seed', n))).size;
    // 100,000 of 90 million, with 7 twice as often in front: 62 repetitions are to be expected, more than 110 are not.
    expect(100_000 - distinct).toBeLessThan(110);
  });
});
