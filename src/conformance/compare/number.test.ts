import { describe, expect, it } from 'vitest';
import { compareNumbers, compareNumbersFaultily, readDouble, readNumber } from './number.js';

const sign = (order: number | undefined) => (order === undefined ? undefined : Math.sign(order) + 0);

describe('numbers', () => {
  it.each([
    ['5', 5],
    ['+5', 5],
    ['-.5', -0.5],
    ['5.', 5],
    ['1e3', undefined],
    ['', undefined],
    ['.', undefined],
    [' 5', undefined],
    ['0x10', undefined],
  ])('HL7 reads %j as %s', (text, number) => {
    expect(readNumber(text)).toBe(number);
  });

  it.each([
    [' 5 ', 5],
    ['1e3', 1000],
    ['1.5d', 1.5],
    ['-Infinity', Number.NEGATIVE_INFINITY],
    ['.', undefined],
    ['5x', undefined],
    ['', undefined],
  ])('Java reads %j as %s', (text, number) => {
    expect(readDouble(text)).toBe(number);
  });

  it.each<[string, string, boolean, number | undefined, number | undefined]>([
    ['5', '5.0', false, 0, 0],
    ['5.19', '5.1', true, 0, 0],
    ['5.19', '5', true, 0, 0],
    ['-0.5', '0.25', true, -1, 1],
    ['.5', '0.4', true, 1, undefined],
    ['5.', '5', true, 0, undefined],
    ['99999999999', '1', true, 1, undefined],
    ['-0', '0', false, 0, -1],
    ['x', '1', false, undefined, undefined],
  ])('%s and %s, cut: %s', (left, right, truncated, ours, nist) => {
    expect(sign(compareNumbers(left, right, truncated)) ?? 'none').toBe(ours ?? 'none');
    expect(sign(compareNumbersFaultily(left, right, truncated)) ?? 'none').toBe(nist ?? 'none');
  });
});
