import { describe, expect, it } from 'vitest';
import { DueWheel } from './due-wheel.js';

describe('DueWheel', () => {
  it('gives what is due, and only that', () => {
    const wheel = new DueWheel<string>();
    wheel.add(10.5, 'b');
    wheel.add(3, 'a');
    wheel.add(10.2, 'c');
    wheel.add(1_000, 'd');
    expect(wheel.take(2.9)).toEqual([]);
    expect(wheel.take(10.3)).toEqual(['a', 'c']);
    expect(wheel.take(10.4)).toEqual([]);
    wheel.add(4, 'late');
    expect([wheel.take(11), wheel.size]).toEqual([['late', 'b'], 1]);
    expect(wheel.take(5_000)).toEqual(['d']);
    expect(wheel.take(6_000)).toEqual([]);
  });

  it('keeps the order in which things of one instant came', () => {
    const wheel = new DueWheel<number>();
    for (let n = 0; n < 5; n++) wheel.add(7, n);
    expect(wheel.take(7)).toEqual([0, 1, 2, 3, 4]);
  });

  it('forgets everything when it is cleared', () => {
    const wheel = new DueWheel<number>();
    wheel.add(7, 1);
    wheel.clear();
    expect([wheel.take(10), wheel.size]).toEqual([[], 0]);
  });
});
