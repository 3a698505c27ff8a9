import { describe, expect, it } from 'vitest';
import { inHashOrder, pairHash } from './hash-order.js';

const upTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

/** As Scala 2.13.10 prints the keys of such maps. */
describe('the order of keys in the hash map of the reference', () => {
  it.each([
    [2, '2 1'],
    [3, '2 1 3'],
    [5, '2 4 1 3 5'],
    [8, '2 6 4 1 8 3 7 5'],
    [12, '12 2 6 4 9 11 1 8 3 7 10 5'],
  ])('positions of %i parts', (count, order) => {
    expect(inHashOrder(upTo(count), (position) => pairHash(position, 1)).join(' ')).toBe(order);
  });

  it.each([
    [4, '1 2 3 4'],
    [5, '5 1 2 3 4'],
    [8, '5 1 6 2 7 3 8 4'],
    [12, '5 10 1 6 9 2 12 7 3 11 8 4'],
  ])('numbers of %i occurrences', (count, order) => {
    expect(inHashOrder(upTo(count), (occurrence) => occurrence).join(' ')).toBe(order);
  });

  it('keys of one hash stay as they are', () => {
    expect(inHashOrder(['b', 'a'], () => 7)).toEqual(['b', 'a']);
  });

  it('the hash of a pair', () => {
    expect([pairHash(1, 1), pairHash(5, 1)]).toEqual([-1669302457, 1190526719]);
  });
});
