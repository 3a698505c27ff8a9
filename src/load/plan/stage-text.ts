import { durationMs } from '../../base/duration.js';
import type { Stage } from '../arrival/stage.js';

export type StageResult =
  | { readonly kind: 'stage'; readonly stage: Stage }
  | { readonly kind: 'mistake'; readonly what: string; readonly remedy: string };

/** A stage as written in a plan: its kind with the rate, and what belongs to it. */
export type WrittenStage = Readonly<Record<string, string | readonly string[]>>;

const EXAMPLES = [
  '{ constant: 200/s, for: 1m }',
  '{ ramp: 0..500/s, for: 2m }',
  '{ spike: 100/s, peak: 1000/s, width: 5s, for: 1m }',
  '{ step: 100..500/s, steps: 5, for: 5m }',
  '{ sine: 200/s, amplitude: 100/s, period: 1m, for: 10m }',
  '{ day: [5, 4, ... 24 rates a second], for: 24m }',
].join(', ');

/** Reads `{ ramp: 0..500/s, for: 2m }`. */
export function readStage(written: WrittenStage): StageResult {
  const kind = Object.keys(READERS).find((name) => name in written);
  const durationMs = timeOf(written.for);
  const stage = kind === undefined || durationMs === undefined ? undefined : READERS[kind]?.(written, durationMs);
  if (stage !== undefined && isSound(stage)) return { kind: 'stage', stage };
  const what = `${JSON.stringify(written)} is no stage${durationMs === undefined ? ': "for" must be a duration' : ''}`;
  return { kind: 'mistake', what, remedy: `write one of ${EXAMPLES}` };
}

type Reader = (written: WrittenStage, durationMs: number) => Stage | undefined;

const READERS: Readonly<Record<string, Reader>> = {
  constant: ({ constant }, durationMs) => withRate(constant, (rate) => ({ kind: 'constant', rate, durationMs })),
  ramp: ({ ramp }, durationMs) => withRange(ramp, (from, to) => ({ kind: 'ramp', from, to, durationMs })),
  spike: ({ spike, peak, width }, durationMs) => {
    const widthMs = timeOf(width);
    return withRate(spike, (rate) =>
      withRate(peak, (top) =>
        widthMs === undefined ? undefined : { kind: 'spike', rate, peak: top, widthMs, durationMs },
      ),
    );
  },
  step: ({ step, steps }, durationMs) =>
    withRange(step, (from, to) => ({ kind: 'step', from, to, steps: Number(steps), durationMs })),
  sine: ({ sine, amplitude, period }, durationMs) => {
    const periodMs = timeOf(period);
    return withRate(sine, (mean) =>
      withRate(amplitude, (size) =>
        periodMs === undefined ? undefined : { kind: 'sine', mean, amplitude: size, periodMs, durationMs },
      ),
    );
  },
  day: ({ day }, durationMs) => {
    const hours = Array.isArray(day) ? day.map(Number) : [];
    return hours.length === 24 ? { kind: 'day', hours, durationMs } : undefined;
  },
};

/** No rate is negative or endless, and nothing lasts longer than its stage. */
function isSound(stage: Stage): boolean {
  const numbers = Object.values(stage).flatMap((value) => (typeof value === 'string' ? [] : value));
  if (!numbers.every((number) => Number.isFinite(number) && number >= 0)) return false;
  if (stage.kind === 'sine') return stage.amplitude <= stage.mean && stage.periodMs > 0;
  if (stage.kind === 'step') return Number.isInteger(stage.steps) && stage.steps >= 1;
  return stage.kind !== 'spike' || stage.widthMs <= stage.durationMs;
}

/** Messages a second of `200/s`, `200`, `12000/min`, `3600/h`; undefined for anything else. */
export function rateOf(text: unknown): number | undefined {
  const [, number, unit = 's'] = /^\s*(\d+(?:\.\d+)?)\s*(?:\/\s*(s|min|m|h))?\s*$/.exec(String(text)) ?? [];
  if (number === undefined) return undefined;
  return Number(number) / (unit === 's' ? 1 : unit === 'h' ? 3_600 : 60);
}

function timeOf(text: unknown): number | undefined {
  return typeof text === 'string' ? durationMs(text) : undefined;
}

function withRate(text: unknown, make: (rate: number) => Stage | undefined): Stage | undefined {
  const rate = rateOf(text);
  return rate === undefined ? undefined : make(rate);
}

function withRange(text: unknown, make: (from: number, to: number) => Stage): Stage | undefined {
  const [, from, to, unit = ''] = /^\s*([\d.]+)\s*\.\.\s*([\d.]+)\s*(\/\s*\w+)?\s*$/.exec(String(text)) ?? [];
  const [low, high] = [rateOf(`${from}${unit}`), rateOf(`${to}${unit}`)];
  return low === undefined || high === undefined ? undefined : make(low, high);
}
