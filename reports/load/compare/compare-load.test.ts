import { describe, expect, it } from 'vitest';
import type { LoadResult } from '../../../src/evidence/load-result.js';
import { type LoadScript, loadSpecimen } from '../testdata/load-specimen.js';
import { withoutLateness } from '../testdata/odd-results.js';
import { compareLoad } from './compare-load.js';
import type { LoadComparison } from './load-comparison.js';

/** A minute without stalls, where seconds are like each other. */
const CALM: Partial<LoadScript> = { seconds: 60, rate: 100, stallEveryMs: 0, overload: [], refused: 0, timedOut: 0 };

function run(seed: string, script: Partial<LoadScript> = {}, more: Partial<LoadResult> = {}): LoadResult {
  return loadSpecimen({ ...CALM, seed, ...script }, more);
}

const before = run('before');
const verdicts = ({ points }: LoadComparison): readonly string[] =>
  points.map(({ name, verdict }) => `${name} ${verdict}`);

describe('two runs side by side', () => {
  it('are not told apart where only their seed differs', () => {
    for (const seed of ['1', '2', '3', '4', '5', '6', '7', '8']) {
      const comparison = compareLoad(before, run(seed));
      expect(comparison.speed).toBe('no difference');
      expect(comparison.isRegression).toBe(false);
    }
  });

  it('are a regression where B takes longer, and an improvement the other way round', () => {
    const after = run('after', { serviceMs: 1.8 });
    const comparison = compareLoad(before, after);
    expect(comparison).toMatchObject({ speed: 'B is slower', isRegression: true });
    expect(verdicts(comparison).slice(0, 3)).toEqual(['p50 slower', 'p90 slower', 'p99 slower']);
    expect(comparison.sentence).toMatch(/^B is slower than A: p50 \d+(\.\d)? % slower/);
    expect(compareLoad(after, before)).toMatchObject({ speed: 'B is faster', isRegression: false });
  });

  it('name the percentile: a stall is in the tail alone', () => {
    const comparison = compareLoad(before, run('after', { stallEveryMs: 1_000, stallMs: 30 }));
    expect(verdicts(comparison)[0]).toBe('p50 within noise');
    expect(verdicts(comparison)[2]).toBe('p99 slower');
  });

  it('do not blame the system for the generator', () => {
    const comparison = compareLoad(before, run('after', { latenessMs: 12 }));
    expect(verdicts(comparison)).toContain('p90 the generator');
    expect(comparison.speed).toBe('no difference');
  });

  it('call a difference too small that two runs of one system may have', () => {
    const comparison = compareLoad(run('x', { latenessMs: 0.01 }), run('y', { latenessMs: 0.01, serviceMs: 1.23 }));
    expect(verdicts(comparison)[0]).toMatch(/^p50 (too small|within noise)$/);
    expect(comparison.speed).toBe('no difference');
  });

  it('are not compared where they are too short, or one has no lateness', () => {
    const short = compareLoad(run('a', { seconds: 5 }), run('b', { seconds: 5, serviceMs: 9 }));
    expect(short.speed).toBe('not comparable');
    expect(verdicts(short)).toContain('p99 too short');
    const bare = compareLoad(before, withoutLateness(run('b', { serviceMs: 9 })));
    expect([bare.speed, bare.points]).toEqual(['not comparable', []]);
    expect(bare.caveats[0]).toMatch(/^B: Percentiles are withheld/);
  });
});

describe('what B does that A did not', () => {
  const count = (comparison: LoadComparison, name: string) => comparison.counts.find((each) => each.name === name);

  it('is a regression at any speed', () => {
    const refusing = compareLoad(before, run('after', { refused: 0.05 }));
    expect(count(refusing, 'errors')).toMatchObject({ a: 0, isWorse: true });
    expect(count(refusing, 'dropped')).toMatchObject({ a: 0, b: 0, isWorse: false });
    expect(refusing.isRegression).toBe(true);
    expect(refusing.sentence).toMatch(
      /^No difference of speed beyond the noise\. B does more damage: errors 0 before, \d+ now\.$/,
    );
  });

  it('is no news where A did it as often', () => {
    const comparison = compareLoad(run('a', { refused: 0.05 }), run('b', { refused: 0.05 }));
    expect(count(comparison, 'errors')?.isWorse).toBe(false);
  });

  it('needs no statistics where a message is lost', () => {
    const after = run('after');
    const losing = { ...after, ...(after.ledger && { ledger: { ...after.ledger, lost: 3 } }) };
    expect(count(compareLoad(before, losing), 'lost')).toEqual({ name: 'lost', a: 2, b: 3, isWorse: true });
  });

  it('is not known where nobody watched the far end', () => {
    const { ledger: _none, ...after } = run('after');
    const comparison = compareLoad(before, after);
    expect(count(comparison, 'lost')).toEqual({ name: 'lost', a: 2, b: undefined, isWorse: false });
    expect(comparison.caveats).toContain('Only A watched a far end.');
  });
});

describe('why two runs prove less than it seems', () => {
  it('is said: plans that differ, runs that did not end, answers that are missing', () => {
    const other = run('b', { rate: 200, connections: 8, timedOut: 0.02 }, { outcome: 'interrupted' });
    const { caveats } = compareLoad(before, other);
    for (const words of [
      'B did not come to its end: it is interrupted.',
      'The plans differ: A wanted 100/s, B 200/s.',
      'A had 16 connections, B 8.',
      'of B were never answered',
    ]) {
      expect(caveats.join('\n')).toContain(words);
    }
  });

  it('always is that single runs are compared', () => {
    expect(compareLoad(before, before).caveats).toEqual([expect.stringContaining('only when each is repeated')]);
  });
});
