import { describe, expect, it } from 'vitest';
import { rng } from '../../base/rng.js';
import { kneeOf } from './knee.js';
import { CAPACITY_DEFAULTS } from './options.js';
import { RateSearch, type SearchOptions, type Trial } from './rate-search.js';

/** Searches in a system of which `holds` tells everything. */
function searched(holds: (trial: Trial, n: number) => boolean, options: Partial<SearchOptions> = {}) {
  const search = new RateSearch({ ...CAPACITY_DEFAULTS, ...options });
  const trials: (Trial & { readonly held: boolean })[] = [];
  for (let trial = search.next; trial; trial = search.next) {
    const held = holds(trial, trials.length);
    trials.push({ ...trial, held });
    if (trials.length > 200) throw new Error('the search does not end');
    search.take(held);
  }
  return { confirmed: search.confirmed, failed: search.failed, trials };
}

const upTo =
  (limit: number) =>
  ({ rate }: Trial): boolean =>
    rate <= limit;

describe('RateSearch', () => {
  it.each([51, 137, 500, 2_345.6, 90_000])('finds a limit of %d to its precision', (limit) => {
    const { confirmed = 0, failed = 0, trials } = searched(upTo(limit));
    expect(confirmed).toBeLessThanOrEqual(limit);
    expect(failed).toBeGreaterThan(limit);
    expect(failed / confirmed).toBeLessThanOrEqual(1.0201);
    const last = trials.filter(({ rate }) => rate === confirmed);
    expect(last.filter(({ phase, held }) => phase === 'confirm' && held)).toHaveLength(3);
    expect(trials.length).toBeLessThan(30);
  });

  it('goes down where the first rate is too much, and finds nothing where everything is', () => {
    const { confirmed = 0 } = searched(upTo(7));
    expect(confirmed).toBeGreaterThan(6.8);
    expect(confirmed).toBeLessThanOrEqual(7);
    expect(searched(() => false)).toMatchObject({ confirmed: undefined, failed: expect.any(Number) });
  });

  it('ends at the highest rate that is allowed, which must hold every time too', () => {
    const { confirmed, failed, trials } = searched(() => true, { mostRate: 300 });
    expect([confirmed, failed]).toEqual([300, undefined]);
    expect(trials.map(({ rate }) => rate)).toEqual([50, 100, 200, 300, 300, 300, 300]);
  });

  it('counts a rate only where it holds every time', () => {
    const seen = new Map<number, number>();
    const fickle = (trial: Trial): boolean => {
      const times = (seen.get(trial.rate) ?? 0) + 1;
      seen.set(trial.rate, times);
      return trial.rate <= 500 || (trial.rate <= 540 && times % 3 !== 0);
    };
    const { confirmed = 0 } = searched(fickle);
    expect(confirmed).toBeLessThanOrEqual(500);
    expect(confirmed).toBeGreaterThan(480);
  });

  it('gets over a failure by chance, however low it came', () => {
    for (const mishap of [1, 2, 5, 8]) {
      const { confirmed = 0 } = searched((trial, n) => n !== mishap && trial.rate <= 1_000);
      expect(confirmed).toBeGreaterThan(975);
    }
  });

  it('ends in a system that knows no limit but chance', () => {
    for (let seed = 0; seed < 50; seed++) {
      const random = rng('chance', seed);
      expect(searched(() => random.next() < 0.7).trials.length).toBeLessThan(200);
    }
  });

  it('tells apart what is near only at the end', () => {
    const { trials } = searched(upTo(500));
    const resolutions = trials.map(({ resolution }) => resolution);
    expect(resolutions[0]).toBe(1);
    expect(resolutions.at(-1)).toBe(0.02);
    expect([...resolutions].sort((a, b) => b - a)).toEqual(resolutions);
  });
});

describe('kneeOf', () => {
  const tried = (rate: number, held: boolean) => ({ rate, held, resolution: 0.02 });

  it('lies in the middle where everything below held and everything above failed', () => {
    const knee = kneeOf([tried(490, true), tried(500, true), tried(510, false)], 500, 510, 0.02);
    expect(Math.abs(knee - 505)).toBeLessThan(2);
  });

  it('leans to the side that has less against it', () => {
    const mixed = [480, 490, 500].map((rate) => tried(rate, true));
    const high = kneeOf([...mixed, tried(510, true), tried(510, false), tried(520, true)], 500, 520, 0.02);
    const low = kneeOf([...mixed, tried(510, false), tried(510, false), tried(520, false)], 500, 520, 0.02);
    expect(high).toBeGreaterThan(low);
    for (const knee of [high, low]) expect(knee >= 500 && knee <= 520).toBe(true);
  });
});
