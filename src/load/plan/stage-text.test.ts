import { describe, expect, it } from 'vitest';
import type { Stage } from '../arrival/stage.js';
import { rateOf, readStage, type WrittenStage } from './stage-text.js';

const hours = Array.from({ length: 24 }, (_, n) => n);

describe('a stage as written', () => {
  it.each<[WrittenStage, Stage]>([
    [
      { constant: '200/s', for: '1m' },
      { kind: 'constant', rate: 200, durationMs: 60_000 },
    ],
    [
      { ramp: '0..500/s', for: '2m' },
      { kind: 'ramp', from: 0, to: 500, durationMs: 120_000 },
    ],
    [
      { spike: '100/s', peak: '1000/s', width: '5s', for: '1m' },
      { kind: 'spike', rate: 100, peak: 1_000, widthMs: 5_000, durationMs: 60_000 },
    ],
    [
      { step: '60..300/min', steps: '5', for: '5m' },
      { kind: 'step', from: 1, to: 5, steps: 5, durationMs: 300_000 },
    ],
    [
      { sine: '200', amplitude: '50', period: '1m', for: '10m' },
      { kind: 'sine', mean: 200, amplitude: 50, periodMs: 60_000, durationMs: 600_000 },
    ],
    [
      { day: hours.map(String), for: '24m' },
      { kind: 'day', hours, durationMs: 1_440_000 },
    ],
  ])('reads %j', (written, stage) => {
    expect(readStage(written)).toEqual({ kind: 'stage', stage });
  });

  it.each<WrittenStage>([
    {},
    { constant: '200/s' },
    { constant: 'fast', for: '1m' },
    { ramp: '5', for: '1m' },
    { spike: '1/s', peak: '5/s', width: '2m', for: '1m' },
    { step: '1..5/s', steps: '0', for: '1m' },
    { sine: '5/s', amplitude: '6/s', period: '1m', for: '1m' },
    { day: ['1', '2'], for: '1m' },
  ])('says what can be written instead of %j', (written) => {
    expect(readStage(written)).toMatchObject({ kind: 'mistake', remedy: expect.stringContaining('ramp: 0..500/s') });
  });

  it('knows rates by the second, minute and hour', () => {
    expect(['5', '5/s', '300/min', '300/m', '18000/h', '5/day', '-5'].map(rateOf)).toEqual([
      5,
      5,
      5,
      5,
      5,
      undefined,
      undefined,
    ]);
  });
});
