import { describe, expect, it } from 'vitest';
import { between, dateTime, duration, timeOfDay } from './times.js';

describe('times for people', () => {
  it.each([
    [0, '0 ms'],
    [0.4, '< 1 ms'],
    [999, '999 ms'],
    [1_000, '1.0 s'],
    [59_900, '59.9 s'],
    [60_000, '1 min 00 s'],
    [119_600, '2 min 00 s'],
    [125_000, '2 min 05 s'],
  ])('%d ms is %s', (ms, text) => expect(duration(ms)).toBe(text));

  it('shows what is no time as it is', () => {
    expect([dateTime('soon'), timeOfDay('soon'), dateTime('')]).toEqual(['soon', 'soon', '']);
  });

  it('does not make time run backwards', () => {
    expect(between('2025-03-11T09:30:00Z', '2025-03-11T09:30:01.500Z')).toBe(1_500);
    expect([between('2025-03-11T09:30:01Z', '2025-03-11T09:30:00Z'), between('', undefined)]).toEqual([0, 0]);
  });
});
