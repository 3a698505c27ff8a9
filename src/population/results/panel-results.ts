import type { Analyte, LaboratoryOrderable } from '../facts.js';
import { type AbnormalFlag, abnormalFlags } from './abnormal-flags.js';
import { CORRELATIONS } from './correlations.js';
import { rangeText } from './reference-range.js';
import { type ResultMode, type ResultOptions, resultFor } from './result.js';

/** One line of a laboratory report. */
export interface AnalyteResult {
  readonly analyte: Analyte;
  readonly value: string;
  /** OBX-7; empty where there is none. */
  readonly range: string;
  /** OBX-8. */
  readonly flags: readonly AbnormalFlag[];
}

export interface PanelOptions extends Omit<ResultOptions, 'mode' | 'near'> {
  /** For every analyte that is not named below; `normal` when absent. */
  readonly mode?: ResultMode;
  /** By LOINC code. */
  readonly modes?: Readonly<Record<string, ResultMode>>;
  /** Values that are given, by LOINC code. */
  readonly values?: Readonly<Record<string, string>>;
}

/** Correlated values can miss their range although what they come from is normal: as many draws until all fit. */
const DRAWS = 120;

/** The results of all analytes of an order, coherent with each other: a differential adds up to 100 %, and so on. */
export function panelResults(orderable: LaboratoryOrderable, options: PanelOptions): readonly AnalyteResult[] {
  let best: { readonly results: readonly AnalyteResult[]; readonly strays: number } | undefined;
  for (let draw = 0; draw < DRAWS && best?.strays !== 0; draw++) {
    const values = draftValues(orderable, options);
    const results = orderable.analytes.map((analyte) => resultLine(analyte, values.get(analyte.code) ?? '', options));
    const strays = (options.mode ?? 'normal') === 'normal' ? countStrays(results, options) : 0;
    if (best === undefined || strays < best.strays) best = { results, strays };
  }
  return best?.results ?? [];
}

/** A value that a person gave or a scenario asked for, with its range and flags. */
export function resultLine(
  analyte: Analyte,
  value: string,
  { sex, ageYears }: Pick<ResultOptions, 'sex' | 'ageYears'>,
): AnalyteResult {
  return {
    analyte,
    value,
    range: rangeText(analyte, sex, ageYears),
    flags: abnormalFlags(analyte, value, sex, ageYears),
  };
}

function draftValues({ analytes }: LaboratoryOrderable, options: PanelOptions): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const analyte of analytes) {
    const mode = options.modes?.[analyte.code] ?? options.mode ?? 'normal';
    values.set(analyte.code, options.values?.[analyte.code] ?? resultFor(analyte, { ...options, mode }));
  }
  for (const { code, from, compute } of CORRELATIONS) {
    const analyte = analytes.find((item) => item.code === code);
    if (analyte === undefined || isAskedFor(code, options)) continue;
    const inputs = from.map((source) => Number(values.get(source) ?? Number.NaN));
    const value = compute(...inputs);
    if (Number.isFinite(value)) values.set(code, printable(value, analyte));
  }
  return values;
}

function printable(value: number, { decimals }: Analyte): string {
  const text = value.toFixed(decimals);
  return Number(text) === 0 ? text.replace('-', '') : text;
}

function isAskedFor(code: string, { modes, values }: PanelOptions): boolean {
  return modes?.[code] !== undefined || values?.[code] !== undefined;
}

function countStrays(results: readonly AnalyteResult[], options: PanelOptions): number {
  return results.filter(({ analyte, flags }) => {
    const isAsIntended = flags.length === 0 || flags[0] === 'N' || flags[0] === 'S';
    return !isAsIntended && !isAskedFor(analyte.code, options);
  }).length;
}
