import { describe, expect, it } from 'vitest';
import { curve, percentilePlaces, readDistribution } from './distribution.js';
import { newHistogram, summary } from './testdata/histogram.js';
import { loadSpecimen } from './testdata/load-specimen.js';

function thousand() {
  const histogram = newHistogram();
  for (let ms = 1; ms <= 1_000; ms++) histogram.recordValue(ms * 1_000);
  return readDistribution(summary(histogram).histogram);
}

describe('a distribution read from the text of a result', () => {
  it('gives the percentiles that the result names', () => {
    const { response } = loadSpecimen({ seconds: 3, rate: 200 });
    const distribution = readDistribution(response.histogram);
    expect(distribution?.count).toBe(response.count);
    const points = [50, 90, 99, 99.9, 100].map((percentile) => distribution?.at(percentile));
    expect(points).toEqual([response.p50, response.p90, response.p99, response.p999, response.max]);
  });

  it.each([
    ['nothing recorded', summary(newHistogram()).histogram],
    ['no text', ''],
    ['another text', 'aGVsbG8='],
  ])('is none: %s', (_what, text) => expect(readDistribution(text)).toBeUndefined());

  it('becomes a curve that gives each nine the same room and ends at the slowest', () => {
    const distribution = thousand();
    if (distribution === undefined) throw new Error('no distribution');
    const places = percentilePlaces(10_000);
    expect(places[0]).toBe(1);
    expect(places.at(-1)).toBe(10_000);
    const steps = places.slice(1).map((place, index) => place / (places[index] ?? 1));
    expect(Math.max(...steps) / Math.min(...steps)).toBeCloseTo(1, 6);
    const values = curve(distribution, [1, 2, 10, 100, 1_000, 1_001, 10_000]);
    const rounded = values.map((value) => (value === null ? null : Math.round(value)));
    expect(rounded).toEqual([1, 500, 900, 990, 999, null, null]);
  });
});
