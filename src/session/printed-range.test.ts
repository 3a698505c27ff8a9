import { describe, expect, it } from 'vitest';
import { rangeOf, sideOf } from './printed-range.js';

function side(value: number, printed: string) {
  const range = rangeOf(printed);
  return range && sideOf(value, range);
}

describe('a printed reference range', () => {
  it.each([
    [3.4, '3.5-5.1', 'below'],
    [3.5, '3.5-5.1', 'within'],
    [5.1, '3.5 - 5.1', 'within'],
    [5.2, '3.5-5.1', 'above'],
    [-3, '-2-2', 'below'],
    [5, '<5.0', 'above'],
    [4.9, '<5.0', 'within'],
    [5, '<=5.0', 'within'],
    [60, '>60', 'below'],
    [60, '>= 60', 'within'],
    [61, '> 60', 'within'],
  ])('%d in %s is %s', (value, printed, expected) => {
    expect(side(value, printed)).toBe(expected);
  });

  it.each(['negative', '3.5', '', '3.5-'])('cannot be told from "%s"', (printed) => {
    expect(rangeOf(printed)).toBeUndefined();
  });
});
