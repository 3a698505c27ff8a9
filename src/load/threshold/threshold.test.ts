import { describe, expect, it } from 'vitest';
import type { LatencySummary, LedgerSummary } from '../../evidence/load-result.js';
import { holds, type Measured, measure } from './judge-threshold.js';
import { parseThreshold, parseThresholds, type Threshold } from './threshold.js';

const at = (p99: number): LatencySummary => ({
  count: 10,
  mean: 1,
  p50: 1,
  p90: 2,
  p99,
  p999: 9,
  max: 9,
  histogram: '',
});
const ledger: LedgerSummary = {
  delivered: 998,
  lost: 2,
  duplicated: 0,
  reordered: 0,
  altered: 0,
  late: 0,
  foreign: 0,
  samples: {},
  endToEnd: at(700),
};
const measured: Measured = {
  offered: 1_000,
  sent: 1_000,
  acknowledged: 990,
  timedOut: 4,
  lost: 0,
  dropped: 6,
  pending: 0,
  response: at(480),
  service: at(20),
  queue: at(3),
  lateness: at(0.8),
  errors: { AE: 2, timeout: 4 },
  rate: 100,
  ledger,
};

function parsed(text: string): Threshold {
  const result = parseThreshold(text);
  if (result.kind === 'mistake') throw new Error(result.what);
  return result.threshold;
}

describe('thresholds', () => {
  it.each([
    ['response.p99 < 500ms', 480, true],
    ['response.p99 < 0.4s', 480, false],
    ['service.max <= 9ms', 9, true],
    ['lateness.p99 < 500us', 0.8, false],
    ['queue.mean < 2 ms', 1, true],
    ['endToEnd.p99 < 1s', 700, true],
    ['errors.AE < 0.1%', 0.002, false],
    ['errors.AE <= 0.2%', 0.002, true],
    ['errors.AR == 0', 0, true],
    ['errors == 6', 6, true],
    ['ledger.lost == 0', 2, false],
    ['ledger.delivered > 900', 998, true],
    ['dropped != 6', 6, false],
    ['rate >= 100', 100, true],
  ])('%s: measures %d, holds: %s', (text, actual, passes) => {
    const threshold = parsed(text);
    expect(measure(threshold, measured)).toBe(actual);
    expect(holds(threshold, actual)).toBe(passes);
  });

  it('measures nothing of a far end that is not watched', () => {
    const { ledger: _, ...near } = measured;
    expect(measure(parsed('ledger.lost == 0'), near)).toBeUndefined();
    expect(measure(parsed('endToEnd.p50 < 1s'), near)).toBeUndefined();
  });

  it.each([
    ['response.p98 < 1ms', /"response\.p98" is no metric/],
    ['speed > 3', /"speed" is no metric/],
    ['response.p99 < 500', /no unit of time/],
    ['dropped < 5ms', /is a count/],
    ['fast please', /is no threshold/],
  ])('says what is wrong with %s', (text, what) => {
    expect(parseThreshold(text)).toMatchObject({ kind: 'mistake', what: expect.stringMatching(what) });
  });

  it('takes several promises in one line', () => {
    const kinds = parseThresholds('response.p99 < 500ms and ledger.lost == 0; dropped == nothing').map(
      ({ kind }) => kind,
    );
    expect(kinds).toEqual(['threshold', 'threshold', 'mistake']);
  });
});
