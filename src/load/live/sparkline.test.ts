import { describe, expect, it } from 'vitest';
import { sparkline } from './sparkline.js';

describe('sparkline', () => {
  it.each<[string, (number | null)[], number, string]>([
    ['the highest is full', [0, 1, 2, 4, 8], 10, '▁▂▃▅█'],
    ['the last ones', [9, 9, 1, 2], 2, '▅█'],
    ['a gap', [1, null, 1], 3, '█ █'],
    ['nothing but zeros', [0, 0], 2, '▁▁'],
    ['no room', [1, 2], 0, ''],
    ['nothing', [], 5, ''],
  ])('%s', (_what, values, width, expected) => {
    expect(sparkline(values, width)).toBe(expected);
  });
});
