import { describe, expect, it } from 'vitest';
import { OrdinalSet } from './ordinal-set.js';

function setOf(...numbers: readonly number[]): OrdinalSet {
  const set = new OrdinalSet();
  for (const number of numbers) set.add(number);
  return set;
}

function rest(a: OrdinalSet, b: OrdinalSet, most = 100): readonly number[] {
  const found: number[] = [];
  a.without(b, (ordinal) => found.push(ordinal) < most);
  return found;
}

describe('OrdinalSet', () => {
  it('knows what it holds, across pages', () => {
    const numbers = [0, 7, 8, 65_535, 65_536, 1_000_000];
    const set = setOf(...numbers);
    for (const number of numbers) expect(set.has(number)).toBe(true);
    for (const number of [1, 9, 65_534, 65_537, 999_999, 5_000_000]) expect(set.has(number)).toBe(false);
    expect(set.size).toBe(numbers.length);
  });

  it('tells a number that comes again', () => {
    const set = setOf(5);
    expect([set.add(5), set.add(6)]).toEqual([false, true]);
    expect(set.size).toBe(2);
  });

  it('finds what another lacks, in order and as many as wanted', () => {
    const [a, b] = [setOf(1, 2, 3, 70_000, 200_000), setOf(2, 70_000, 5)];
    expect(rest(a, b)).toEqual([1, 3, 200_000]);
    expect(rest(a, b, 2)).toEqual([1, 3]);
    expect([a.countWithout(b), b.countWithout(a)]).toEqual([3, 1]);
  });

  it('unites shards by their pages', () => {
    const [a, b] = [setOf(1, 3, 70_000), setOf(1, 2, 300_000)];
    a.addPages(b.pages());
    expect(a.size).toBe(5);
    expect(rest(a, new OrdinalSet())).toEqual([1, 2, 3, 70_000, 300_000]);
  });

  it('takes a bit for a number', () => {
    const set = new OrdinalSet();
    for (let n = 0; n < 1_000_000; n++) set.add(n);
    const bytes = set.pages().reduce((sum, page) => sum + (page?.byteLength ?? 0), 0);
    expect([set.size, bytes]).toEqual([1_000_000, 131_072]);
  });
});
