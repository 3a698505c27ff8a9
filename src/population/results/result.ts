import type { Rng } from '../../base/rng.js';
import type { Analyte } from '../facts.js';
import { abnormalFlags } from './abnormal-flags.js';
import { type Band, band, type Level } from './numeric-band.js';
import { rangeFor } from './reference-range.js';

/** `plausible`: mostly normal, now and then abnormal, rarely critical. */
export type ResultMode = Level | 'plausible';

export interface ResultOptions {
  readonly sex: 'F' | 'M';
  /** Whole years. */
  readonly ageYears: number;
  readonly random: Rng;
  readonly mode: ResultMode;
  /** An earlier value of the same patient: a plausible numeric result then stays within 4 % of it. */
  readonly near?: string;
}

/**
 * The value of one analyte as it is printed, with the decimals that the laboratory reports. A level that the analyte
 * cannot have falls back: critical to abnormal, abnormal to normal. Where the laboratory has no range for the patient,
 * the value lies in the range of another group. Coded analytes: normal is the expected value, for a
 * susceptibility whatever is susceptible; where nothing is expected (a blood group), any value.
 */
export function resultFor(analyte: Analyte, options: ResultOptions): string {
  const level = options.mode === 'plausible' ? plausibleLevel(options.random) : options.mode;
  if (analyte.valueType !== 'NM') return listedValue(analyte, level, options);
  const chosen = nearBand(analyte, options) ?? numericBand(analyte, level, options);
  return printed(options.random.integer(chosen.from, chosen.to), analyte.decimals);
}

function plausibleLevel(random: Rng): Level {
  const draw = random.next();
  if (draw < 0.82) return 'normal';
  if (draw < 0.9) return 'abnormal-high';
  if (draw < 0.97) return 'abnormal-low';
  return draw < 0.985 ? 'critical-high' : 'critical-low';
}

function numericBand(analyte: Analyte, level: Level, { sex, ageYears }: ResultOptions): Band {
  const range = rangeFor(analyte, sex, ageYears);
  for (const candidate of fallbacks(level)) {
    const found = band(analyte, range, candidate);
    if (found !== undefined) return found;
  }
  // A range narrower than its trimmed middle: its lower end is inside.
  const only = Math.ceil((range?.low ?? 0) * 10 ** analyte.decimals - 1e-6);
  return { from: only, to: only };
}

function fallbacks(level: Level): readonly Level[] {
  switch (level) {
    case 'critical-high':
      return ['critical-high', 'abnormal-high', 'normal'];
    case 'critical-low':
      return ['critical-low', 'abnormal-low', 'normal'];
    default:
      return [level, 'normal'];
  }
}

function nearBand(analyte: Analyte, { mode, near }: ResultOptions): Band | undefined {
  const previous = Number(near ?? Number.NaN);
  if (mode !== 'plausible' || !Number.isFinite(previous)) return undefined;
  const steps = Math.round(previous * 10 ** analyte.decimals);
  const drift = Math.max(1, Math.round(Math.abs(steps) * 0.04));
  return { from: previous >= 0 ? Math.max(0, steps - drift) : steps - drift, to: steps + drift };
}

function listedValue(analyte: Analyte, level: Level, { sex, ageYears, random }: ResultOptions): string {
  const isNormal = (value: string): boolean =>
    abnormalFlags(analyte, value, sex, ageYears).every((flag) => flag === 'N' || flag === 'S');
  const wanted = analyte.values.filter((value) => isNormal(value) === (level === 'normal'));
  const candidates = wanted.length > 0 ? wanted : analyte.values;
  return candidates.length > 0 ? random.pick(candidates) : (analyte.expected ?? '');
}

function printed(steps: number, decimals: number): string {
  return (steps / 10 ** decimals).toFixed(decimals);
}
