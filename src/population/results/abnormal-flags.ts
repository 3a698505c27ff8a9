import { MIC_LIMITS } from '../catalogue/susceptibility.js';
import type { Analyte, ReferenceRange } from '../facts.js';
import { rangeFor } from './reference-range.js';
import { structuredNumeric } from './structured-numeric.js';

/** Table 0078. */
export type AbnormalFlag = 'N' | 'H' | 'L' | 'HH' | 'LL' | 'A' | 'S' | 'I' | 'R';

/**
 * OBX-8 as it follows from the value: N, H, L, HH, LL against the range for that sex and age, A for a coded value that
 * is not the expected one, S, I, R for a susceptibility. Empty where the laboratory has no range or expectation.
 * As printed in OBX-7: both ends of `3.5-5.1` are normal, `<5.0` and `>60` leave their limit out.
 */
export function abnormalFlags(
  analyte: Analyte,
  value: string,
  sex: 'F' | 'M',
  ageYears: number,
): readonly AbnormalFlag[] {
  const limits = MIC_LIMITS[analyte.code];
  if (limits !== undefined) return interpretation(value, limits);
  if (analyte.valueType === 'NM') {
    const range = rangeFor(analyte, sex, ageYears);
    const number = magnitude(value);
    return range === undefined || number === undefined ? [] : [numericFlag(number, range)];
  }
  if (analyte.expected === undefined) return [];
  return [analyte.expected.toLowerCase() === value.trim().toLowerCase() ? 'N' : 'A'];
}

function numericFlag(value: number, { low, high, criticalLow, criticalHigh }: ReferenceRange): AbnormalFlag {
  if (criticalLow !== undefined && value < criticalLow) return 'LL';
  if (criticalHigh !== undefined && value > criticalHigh) return 'HH';
  if (low !== undefined && (high === undefined ? value <= low : value < low)) return 'L';
  if (high !== undefined && (low === undefined ? value >= high : value > high)) return 'H';
  return 'N';
}

function interpretation(value: string, [susceptible, resistant]: readonly [number, number]): readonly AbnormalFlag[] {
  const number = magnitude(value);
  if (number === undefined) return [];
  if (number <= susceptible) return ['S'];
  return [number >= resistant ? 'R' : 'I'];
}

/** The number behind `>1000` or `<5`, a little beyond it. */
function magnitude(value: string): number | undefined {
  const parts = structuredNumeric(value);
  if (parts === undefined || parts.separator !== undefined) return undefined;
  const nudge = parts.comparator === '>' ? 1e-9 : parts.comparator === '<' ? -1e-9 : 0;
  return Number(parts.num1) + nudge;
}
