import type { Analyte, ReferenceRange } from '../facts.js';

/** Whole steps of the last decimal that is reported, both ends included. */
export interface Band {
  readonly from: number;
  readonly to: number;
}

export type Level = 'normal' | 'abnormal-high' | 'abnormal-low' | 'critical-high' | 'critical-low';

/** Illustrative values for analytes that have no range at all. */
const TYPICAL: Readonly<Record<string, readonly [low: number, high: number]>> = {
  '10886-0': [0.1, 1],
  '20578-1': [8, 25],
  '14836-1': [0.01, 0.1],
};

/**
 * Where a value of that level lies. Undefined where the analyte cannot be so: nothing below a range that starts at 0,
 * nothing critical without a critical limit.
 */
export function band(analyte: Analyte, range: ReferenceRange | undefined, level: Level): Band | undefined {
  const scale = 10 ** analyte.decimals;
  const limits = range ?? analyte.ranges[0] ?? typicalRange(analyte.code);
  const found = rawBand(limits, level, 1 / scale, analyte.unit === '%');
  if (found === undefined) return undefined;
  // Limits come from decimal text: the tiny offset undoes binary rounding before a limit is rounded inwards.
  const steps = { from: Math.ceil(found.from * scale - 1e-6), to: Math.floor(found.to * scale + 1e-6) };
  return steps.from <= steps.to ? steps : undefined;
}

function typicalRange(code: string): ReferenceRange {
  const [low, high] = TYPICAL[code] ?? [1, 100];
  return { sex: 'A', ageMin: 0, ageMax: 120, low, high };
}

function rawBand(limits: ReferenceRange, level: Level, step: number, isPercent: boolean): Band | undefined {
  const { low, high, criticalLow, criticalHigh } = limits;
  const width = (high ?? (low ?? 1) * 2) - (low ?? 0);
  switch (level) {
    case 'normal':
      return normalBand(limits, width, step);
    case 'abnormal-high': {
      if (high === undefined) return undefined;
      const ceiling = criticalHigh ?? high + Math.max(0.6 * width, step);
      return { from: high + step, to: isPercent && high <= 100 ? Math.min(ceiling, 100) : ceiling };
    }
    case 'abnormal-low': {
      if (low === undefined) return undefined;
      const floor = criticalLow ?? low - Math.max(0.6 * width, step);
      return { from: low < 0 ? floor : Math.max(floor, 0), to: low - step };
    }
    case 'critical-high':
      if (criticalHigh === undefined) return undefined;
      return { from: criticalHigh + step, to: criticalHigh + 0.4 * (criticalHigh - (high ?? 0)) + step };
    case 'critical-low':
      if (criticalLow === undefined) return undefined;
      return { from: Math.max(0, criticalLow - 0.4 * ((low ?? 0) - criticalLow) - step), to: criticalLow - step };
  }
}

/** The middle four fifths; an open end leaves its limit out, as the printed `<5.0` says. */
function normalBand({ low, high }: ReferenceRange, width: number, step: number): Band {
  const from = low ?? 0.1 * width;
  const to = high ?? from + 0.8 * width;
  if (low === undefined) return { from: Math.min(from, to - step), to: to - step };
  if (high === undefined) return { from: from + step, to };
  return { from: from + 0.1 * width, to: to - 0.1 * width };
}
