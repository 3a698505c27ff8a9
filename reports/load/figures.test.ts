import { describe, expect, it } from 'vitest';
import { counted, grouped, latency, megabytes, percent, perSecond, share, signed } from './figures.js';

describe('figures for people', () => {
  it.each([
    [0.047, '0.047 ms'],
    [0.1, '0.10 ms'],
    [1.234, '1.23 ms'],
    [12.34, '12.3 ms'],
    [182.4, '182 ms'],
    [1_820, '1,820 ms'],
    [12_340, '12.3 s'],
    [Number.NaN, 'not measured'],
  ])('latency of %f', (ms, text) => expect(latency(ms)).toBe(text));

  it.each([
    [2_000, '2,000/s'],
    [1_999.83, '1,999.8/s'],
    [1_999.97, '2,000/s'],
    [0.5, '0.5/s'],
    [12_345.6, '12,346/s'],
  ])('rate of %f', (rate, text) => expect(perSecond(rate)).toBe(text));

  it.each([
    [0, '0 %'],
    [0.000_01, '< 0.01 %'],
    [0.000_4, '0.04 %'],
    [0.125, '12.5 %'],
    [0.999_999, '> 99.99 %'],
    [1, '100 %'],
    [1.441, '144.1 %'],
  ])('share of %f', (fraction, text) => expect(percent(fraction)).toBe(text));

  it('counts, sizes and changes', () => {
    expect([grouped(1_234_567), counted(1, 'worker'), counted(2_000, 'worker')]).toEqual([
      '1,234,567',
      '1 worker',
      '2,000 workers',
    ]);
    expect([share(1, 0), megabytes(118_400_000), megabytes(410_000)]).toEqual(['0 %', '118 MB', '0.4 MB']);
    expect([0.25, -0.031, 0, 0.000_01].map((change) => signed(change, percent))).toEqual([
      '+25 %',
      '-3.1 %',
      '0 %',
      '< 0.01 %',
    ]);
  });
});
