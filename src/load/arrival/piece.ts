import { never } from '../../base/never.js';
import type { Stage } from './stage.js';

/** A stretch of rate that has a formula. Times are milliseconds from its beginning, counts are of arrivals. */
export interface Piece {
  readonly durationMs: number;
  /** Arrivals that the whole piece expects; not a whole number in general. */
  readonly count: number;
  /** The instant by which `count` arrivals are expected; between 0 and `durationMs`. */
  instantOf(count: number): number;
  /** The highest rate, messages a second; of a sine that is cut before its crest, the crest. */
  readonly peakRate: number;
}

/** A plan's stages as pieces, in order. */
export function piecesOf(stages: readonly Stage[]): readonly Piece[] {
  return stages.flatMap(split).filter(({ durationMs }) => durationMs > 0);
}

function split(stage: Stage): readonly Piece[] {
  const { durationMs } = stage;
  switch (stage.kind) {
    case 'constant':
      return [ramp(stage.rate, stage.rate, durationMs)];
    case 'ramp':
      return [ramp(stage.from, stage.to, durationMs)];
    case 'spike': {
      const aside = (durationMs - stage.widthMs) / 2;
      const base = ramp(stage.rate, stage.rate, aside);
      return [base, ramp(stage.peak, stage.peak, stage.widthMs), base];
    }
    case 'step':
      return stairs(stage.from, stage.to, stage.steps, durationMs);
    case 'sine':
      return [sine(stage.mean, stage.amplitude, stage.periodMs, durationMs)];
    case 'day': {
      const { hours } = stage;
      return hours.map((rate, hour) => ramp(rate, hours[(hour + 1) % hours.length] ?? rate, durationMs / hours.length));
    }
    default:
      return never(stage);
  }
}

function stairs(from: number, to: number, steps: number, durationMs: number): readonly Piece[] {
  const rise = steps > 1 ? (to - from) / (steps - 1) : 0;
  return Array.from({ length: steps }, (_, n) => ramp(from + n * rise, from + n * rise, durationMs / steps));
}

function ramp(from: number, to: number, durationMs: number): Piece {
  const [begin, end] = [from / 1_000, to / 1_000];
  const slope = durationMs > 0 ? (end - begin) / durationMs : 0;
  return {
    durationMs,
    count: ((begin + end) / 2) * durationMs,
    // The root of slope/2 t^2 + begin t = count, in the form that does not cancel out for a slope near 0.
    instantOf: (count) => {
      const root = Math.sqrt(Math.max(0, begin * begin + 2 * slope * count));
      return begin + root === 0 ? 0 : Math.min(durationMs, (2 * count) / (begin + root));
    },
    peakRate: Math.max(from, to),
  };
}

function sine(mean: number, amplitude: number, periodMs: number, durationMs: number): Piece {
  const turn = (2 * Math.PI) / periodMs;
  const by = (ms: number): number => (mean * ms + (amplitude / turn) * (1 - Math.cos(turn * ms))) / 1_000;
  return {
    durationMs,
    count: by(durationMs),
    instantOf: (count) => bisect(by, count, durationMs),
    peakRate: mean + amplitude,
  };
}

/** To a millionth of a millisecond: the rate is never negative, so the count never falls. */
function bisect(by: (ms: number) => number, count: number, durationMs: number): number {
  let [low, high] = [0, durationMs];
  while (high - low > 1e-6) {
    const middle = (low + high) / 2;
    if (by(middle) < count) low = middle;
    else high = middle;
  }
  return high;
}
