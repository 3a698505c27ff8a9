import type { Analyte, ReferenceRange } from '../facts.js';

/** The range that holds for that sex and age in whole years; undefined where the laboratory has none for them. */
export function rangeFor(analyte: Analyte, sex: 'F' | 'M', ageYears: number): ReferenceRange | undefined {
  // The lists end at 120 years; somebody born in 1900 may be older.
  const age = Math.min(ageYears, 120);
  return analyte.ranges.find(
    (range) => (range.sex === 'A' || range.sex === sex) && age >= range.ageMin && age <= range.ageMax,
  );
}

/** OBX-7: `3.5-5.1`, `<5.0`, `>60`; the expected value of a coded analyte; empty where there is nothing to print. */
export function rangeText(analyte: Analyte, sex: 'F' | 'M', ageYears: number): string {
  const range = rangeFor(analyte, sex, ageYears);
  if (range === undefined) return analyte.expected ?? '';
  const low = range.low?.toFixed(analyte.decimals);
  const high = range.high?.toFixed(analyte.decimals);
  if (low !== undefined && high !== undefined) return `${low}-${high}`;
  if (high !== undefined) return `<${high}`;
  return low === undefined ? '' : `>${low}`;
}
