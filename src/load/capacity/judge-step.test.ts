import { describe, expect, it } from 'vitest';
import type { LatencySummary, LoadResult } from '../../evidence/load-result.js';
import { completePlan } from '../plan/defaults.js';
import { parseThreshold } from '../threshold/threshold.js';
import { judgeStep, type StepFacts } from './judge-step.js';

const parsed = parseThreshold('response.p99 < 100ms');
const slo = parsed.kind === 'threshold' ? [parsed.threshold] : [];

function latency(p50: number, p99 = p50, max = p99): LatencySummary {
  return { count: 1_000, mean: p50, p50, p90: p99, p99, p999: max, max, histogram: '' };
}

const plan = completePlan({
  arrival: { kind: 'open', spacing: 'even', stages: [{ kind: 'constant', rate: 100, durationMs: 10_000 }] },
  targets: [{ host: '127.0.0.1', port: 1 }],
});

/** A second of a step at 100 messages a second. */
function second(n: number, acknowledged: number): LoadResult['intervals'][number] {
  const response = { p50: 5, p90: 5, p99: 5, max: 5 };
  const counts = { offered: 100, sent: 100, acknowledged, errors: 0, dropped: 0, inFlight: 1 };
  return { second: n, ...counts, response, serviceP99: 5, latenessP99: 1 };
}

/** A step at 100 messages a second in which everything is right, but for what the test says. */
function step(result: Partial<LoadResult> = {}, facts: Partial<StepFacts> = {}): StepFacts {
  const good = {
    ...{ offered: 1_000, sent: 1_000, acknowledged: 1_000, timedOut: 0, lost: 0, dropped: 0, pending: 0 },
    ...{ response: latency(5), service: latency(4), queue: latency(0), lateness: latency(0.5, 1, 1) },
    ...{ rate: 100, plannedRate: 100, durationSeconds: 10, codes: { AA: 1_000 }, errors: {}, connections: 8 },
    generator: { workers: 1, cpuMicrosPerMessage: 20, cpuShare: 0.1, rssBytes: 1 },
    intervals: Array.from({ length: 10 }, (_, n) => second(n, 100)),
    thresholds: [{ text: 'response.p99 < 100ms', passed: true, actual: 5, aborted: false }],
    ...result,
  };
  return { plan, slo, result: good as LoadResult, resolution: 0.02, isHopeless: false, calm: latency(4), ...facts };
}

const BROKEN = [{ text: 'response.p99 < 100ms', passed: false, actual: 150, aborted: false }];

describe('judgeStep', () => {
  it('lets a rate hold, and says by how much', () => {
    expect(judgeStep(step())).toEqual({ held: true, reason: 'response.p99 < 100ms: 5' });
  });

  it.each<[string, StepFacts, RegExp]>([
    ['a broken promise', step({ thresholds: BROKEN }), /response\.p99 < 100ms: it was 150/],
    ['what was dropped', step({ dropped: 3 }), /3 messages found no connection in time/],
    ['what was not answered', step({ timedOut: 2, lost: 1 }), /3 messages were not answered/],
    ['what was refused', step({ codes: { AA: 900, AE: 100 } }), /100 messages were not accepted/],
    ['a rate that was not reached', step({ rate: 90 }), /90 messages a second were sent instead of 100/],
    [
      'a queue that grows, though it is short',
      step({ intervals: Array.from({ length: 10 }, (_, n) => second(n, 98)) }),
      /the queue grew by 2 messages a second/,
    ],
    ['no hope', step({}, { isHopeless: true }), /waited longer and longer/],
    [
      'a promise that nothing measures',
      step({ thresholds: [{ text: 'ledger.lost == 0', passed: false, actual: Number.NaN, aborted: false }] }),
      /ledger\.lost == 0: nothing measures it/,
    ],
  ])('blames the system for %s', (_, facts, reason) => {
    expect(judgeStep(facts)).toMatchObject({ held: false, limit: 'system', reason: expect.stringMatching(reason) });
  });

  it('leaves refusals to the SLO where it speaks of them', () => {
    const errors = parseThreshold('errors < 20%');
    const promise = errors.kind === 'threshold' ? [errors.threshold] : [];
    expect(judgeStep(step({ codes: { AA: 900, AE: 100 } }, { slo: promise })).held).toBe(true);
  });

  it.each<[string, Partial<LoadResult>]>([
    ['was late for one in a hundred', { lateness: latency(0.5, 60, 70) }],
    ['stood still for longer than the promise', { lateness: latency(0.5, 2, 120) }],
    ['had no time left', { generator: { workers: 1, cpuMicrosPerMessage: 20, cpuShare: 0.99, rssBytes: 1 } }],
  ])('blames the generator that %s, but only where something is broken', (_, result) => {
    expect(judgeStep(step({ ...result, thresholds: BROKEN }))).toMatchObject({ held: false, limit: 'generator' });
    expect(judgeStep(step(result)).held).toBe(true);
  });

  it('blames the connections where all were taken and the system was as quick as ever', () => {
    const busy = { thresholds: BROKEN, rate: 80, service: latency(100), queue: latency(500) };
    const verdict = judgeStep(step(busy, { calm: latency(98) }));
    expect(verdict).toMatchObject({
      held: false,
      limit: 'connections',
      reason: expect.stringContaining('80 a second'),
    });
    expect(judgeStep(step(busy, { calm: latency(12) }))).toMatchObject({ limit: 'system' });
  });
});
