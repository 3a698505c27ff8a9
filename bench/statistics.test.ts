import { describe, expect, it } from 'vitest';
import { ratio, summarise, threeDigits } from './statistics.js';

describe('summarise', () => {
  it('takes the middle of an odd number of repetitions', () => {
    expect(summarise([9, 1, 4])).toEqual({ minimum: 1, median: 4, repetitions: 3 });
  });

  it('takes the mean of the two in the middle of an even number', () => {
    expect(summarise([8, 2, 4, 100])).toEqual({ minimum: 2, median: 6, repetitions: 4 });
  });

  it('sorts by value, not by text', () => {
    expect(summarise([10, 9, 100])).toEqual({ minimum: 9, median: 10, repetitions: 3 });
  });

  it('has nothing to say about nothing', () => {
    expect(summarise([])).toBeUndefined();
  });
});

describe('ratio', () => {
  const cost = (minimum: number) => ({ minimum, median: 10 * minimum, repetitions: 3 });

  it('compares the least disturbed repetitions', () => {
    expect(ratio(cost(50), cost(2))).toBe(25);
  });

  it('is unknown where a side was not measured, or cost nothing', () => {
    expect(ratio(undefined, cost(2))).toBeUndefined();
    expect(ratio(cost(2), undefined)).toBeUndefined();
    expect(ratio(cost(2), cost(0))).toBeUndefined();
  });
});

describe('threeDigits', () => {
  it.each([
    [0, '0'],
    [0.01234, '0.0123'],
    [0.6, '0.600'],
    [1.2345, '1.23'],
    [9.999, '10.0'],
    [45.67, '45.7'],
    [123.4, '123'],
    [9_876, '9,880'],
    [1_392_647, '1,390,000'],
    [Number.POSITIVE_INFINITY, 'Infinity'],
  ])('%d is %s', (value, text) => {
    expect(threeDigits(value)).toBe(text);
  });
});
