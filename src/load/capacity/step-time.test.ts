import { describe, expect, it } from 'vitest';
import { parseThresholds } from '../threshold/threshold.js';
import { CAPACITY_DEFAULTS } from './options.js';
import { stepMs } from './step-time.js';

function slo(text: string) {
  return parseThresholds(text).flatMap((one) => (one.kind === 'threshold' ? [one.threshold] : []));
}

function seconds(text: string, rate: number, resolution: number, spacing: 'even' | 'poisson' = 'even'): number {
  return stepMs({ rate, resolution, phase: 'narrow' }, slo(text), spacing, CAPACITY_DEFAULTS) / 1_000;
}

describe('how long a step is', () => {
  it('is enough for the percentile', () => {
    expect(seconds('response.p99 < 1ms', 100, 0.02)).toBe(10);
    expect(seconds('response.p999 < 1ms', 1_000, 0.02)).toBe(10);
    expect(seconds('errors.AE < 0.1%', 500, 0.02)).toBe(20);
  });

  it('is enough for a queue to show what is too much by a little', () => {
    expect(seconds('response.p50 < 100ms', 1_000, 0.02)).toBe(20);
    expect(seconds('response.p50 < 100ms', 1_000, 0.08)).toBe(5);
  });

  it('is enough to tell the rates of independent arrivals apart', () => {
    expect(seconds('response.p50 < 1ms', 500, 0.02, 'poisson')).toBe(10);
    expect(seconds('response.p50 < 1ms', 500, 0.02)).toBe(5);
  });

  it('is short where the difference is great, and bounded', () => {
    expect(seconds('response.p99 < 500ms', 50, 1)).toBe(5);
    expect(seconds('response.p999 < 10s', 1, 0.02)).toBe(60);
  });
});
