import { describe, expect, it } from 'vitest';
import type { LoadResult } from '../../src/evidence/load-result.js';
import { actualOf, loadCaveats, loadVerdict, verdictSentence } from './load-verdict.js';
import { loadSpecimen } from './testdata/load-specimen.js';
import { capacitySpecimen, soakSpecimen } from './testdata/long-runs.js';

const good = loadSpecimen({ seconds: 3, rate: 100, refused: 0, timedOut: 0, overload: [] }, { thresholds: [] });
const fine: LoadResult = {
  ...good,
  ...(good.ledger && { ledger: { ...good.ledger, lost: 0 } }),
  validation: { messages: 300, findings: {}, failed: 0 },
};
const threshold = { text: 'response.p99 < 150ms', passed: true, actual: 12.3, aborted: false };
const broken = { ...threshold, passed: false, actual: 183.2 };

describe('the verdict about a load run', () => {
  it.each<[string, Partial<LoadResult>, string, string]>([
    ['nothing went wrong and nothing was asked', {}, 'passed', 'no error, nothing dropped'],
    ['thresholds are kept', { thresholds: [threshold], dropped: 3 }, 'passed', '1 threshold kept.'],
    ['one is broken', { thresholds: [threshold, broken] }, 'failed', '(it is 183 ms)'],
    ['broken, and interrupted', { thresholds: [broken], outcome: 'interrupted' }, 'failed', '1 of 1 threshold'],
    ['errors, and no threshold about them', { errors: { AE: 2 } }, 'failed', '2 errors'],
    ['drops, and no threshold about them', { dropped: 5 }, 'failed', '5 dropped'],
    [
      'invalid deliveries',
      { validation: { messages: 9, findings: {}, failed: 4 } },
      'failed',
      '4 delivered with errors',
    ],
    ['interrupted', { thresholds: [threshold], outcome: 'interrupted' }, 'incomplete', 'kept'],
    ['a shard is missing', { thresholds: [threshold], outcome: 'partial' }, 'incomplete', 'kept'],
    ['nothing was sent', { thresholds: [threshold], sent: 0 }, 'incomplete', 'kept'],
    ['nobody is there', { thresholds: [broken], outcome: 'unreachable' }, 'unreachable', 'broken'],
    ['a capacity was found', { capacity: capacitySpecimen(), errors: { AE: 2 } }, 'measured', '1,906/s'],
    ['no rate held', { capacity: { ...capacitySpecimen(), rate: 0 } }, 'failed', 'No rate held'],
    ['memory grows', { thresholds: [threshold], soak: soakSpecimen() }, 'failed', 'kept'],
  ])('%s', (_what, more, verdict, words) => {
    const result = { ...fine, ...more };
    expect(loadVerdict(result)).toBe(verdict);
    expect(verdictSentence(result)).toContain(words);
  });

  it('counts what the far end misses', () => {
    expect(loadVerdict(good)).toBe('failed');
    expect(verdictSentence(good)).toContain('2 lost by the system');
  });
});

describe('what limits the worth of the figures', () => {
  it('is nothing where all is well', () => expect(loadCaveats(fine)).toEqual([]));

  it('is said, the end of the run first', () => {
    const caveats = loadCaveats({
      ...fine,
      outcome: 'aborted',
      thresholds: [{ ...broken, aborted: true }],
      shard: { index: 2, of: 4 },
      offered: fine.offered + 7,
      soak: soakSpecimen(),
      warnings: ['the generator was late'],
    });
    expect(caveats).toEqual([
      'The run was aborted because response.p99 < 150ms was broken: it did not see its end.',
      'This is part 3 of 4 of a run: merge the parts before you judge it.',
      'The figures do not add up: 307 messages were offered, and 300 are accounted for.',
      'The memory of the system rose by 22.8 MB an hour.',
      'The generator was late.',
    ]);
  });
});

describe('what was measured, in the unit of the threshold', () => {
  it.each([
    ['response.p99 < 500ms', 182.4, '182 ms'],
    ['endToEnd.p99 < 2s', 1_820, '1,820 ms'],
    ['errors.AE < 0.1%', 0.000_56, '0.06 %'],
    ['ledger.lost == 0', 2, '2'],
    ['rate > 1990', 1_999.83, '1999.83'],
    ['ledger.lost == 0', Number.NaN, 'not measured'],
    ['ledger.lost == 0', null as unknown as number, 'not measured'],
  ])('%s of %s', (text, actual, expected) => {
    expect(actualOf({ text, actual, passed: false, aborted: false })).toBe(expected);
  });
});
