import type { Rng } from '../../src/base/rng.js';
import type { Observation, ObservationStatus, ObservationValue } from '../../src/messages/facts.js';
import { ageYears } from '../../src/population/age.js';
import type { Analyte, LaboratoryOrderable, Patient } from '../../src/population/facts.js';
import { type AnalyteResult, panelResults, resultLine } from '../../src/population/results/panel-results.js';
import type { ResultMode } from '../../src/population/results/result.js';
import { structuredNumeric } from '../../src/population/results/structured-numeric.js';
import { analyteOf } from './catalogue.js';
import type { StatedValue } from './commands.js';

export interface Measurement {
  readonly test: LaboratoryOrderable;
  readonly patient: Patient;
  readonly at: Date;
  readonly random: Rng;
  readonly mode: ResultMode;
  readonly values: readonly StatedValue[];
  readonly observedAt: Date;
}

export type Measured =
  | { readonly kind: 'measured'; readonly observations: readonly Observation[] }
  | { readonly kind: 'unknown-analyte'; readonly name: string };

/** The analytes of a test with their values, as final observations. */
export function measure(measurement: Measurement): Measured {
  const { test, values } = measurement;
  const stated = new Map<string, StatedValue>();
  for (const value of values) {
    const analyte = analyteOf(test, value.analyte);
    if (analyte === undefined) return { kind: 'unknown-analyte', name: value.analyte };
    stated.set(analyte.code, value);
  }
  const given = Object.fromEntries([...stated].map(([code, { value }]) => [code, value]));
  const results = panelResults(test, {
    ...whoIs(measurement),
    random: measurement.random,
    mode: measurement.mode,
    values: given,
  });
  return {
    kind: 'measured',
    observations: results.map((result) => observe(result, stated.get(result.analyte.code), measurement.observedAt)),
  };
}

/** One stated value with the range and flags of its analyte. */
export function observeStated(
  analyte: Analyte,
  stated: StatedValue,
  patient: Patient,
  at: Date,
  observedAt: Date,
): Observation {
  return observe(resultLine(analyte, stated.value, whoIs({ patient, at })), stated, observedAt);
}

function observe(
  { analyte, value, range, flags }: AnalyteResult,
  stated: StatedValue | undefined,
  observedAt: Date,
): Observation {
  const unit = stated?.unit ?? analyte.unit;
  const notes = stated?.notes ?? criticalNote(flags);
  return {
    id: { code: analyte.code, text: analyte.text, system: analyte.system },
    value: typedValue(analyte, value),
    ...(unit !== '' && { unit }),
    ...(range !== '' && { range }),
    flags: stated?.flags ?? flags,
    status: 'F',
    observedAt,
    ...(notes.length > 0 && { notes }),
  };
}

/** A critical value is called to the ward, and the report says so. */
function criticalNote(flags: readonly string[]): readonly string[] {
  return flags.includes('HH') || flags.includes('LL') ? ['Critical value called to the ward and read back.'] : [];
}

/** OBX-2 follows the analyte; `>100` of a numeric analyte is a structured numeric. */
export function typedValue(analyte: Analyte, value: string): ObservationValue {
  if (value === '') return { type: 'none' };
  const isNumber = /^[+-]?\d+(\.\d+)?$/.test(value);
  switch (analyte.valueType) {
    case 'NM':
    case 'SN': {
      if (analyte.valueType === 'NM' && isNumber) return { type: 'NM', value };
      const parts = structuredNumeric(value);
      return parts === undefined ? { type: 'ST', value } : { type: 'SN', ...parts };
    }
    case 'CE':
      return { type: 'CE', value: { code: '', text: value, system: '' } };
    case 'ST':
      return { type: 'ST', value };
  }
}

/** Range and flags depend on sex and age; without a birth date the patient counts as an adult of 40. */
function whoIs({ patient, at }: { readonly patient: Patient; readonly at: Date }): {
  sex: 'F' | 'M';
  ageYears: number;
} {
  const isDated = /^\d{8}/.test(patient.birthDate);
  return { sex: patient.sex, ageYears: isDated ? ageYears(patient.birthDate, at) : 40 };
}

export function withStatus(observations: readonly Observation[], status: ObservationStatus): readonly Observation[] {
  return observations.map((observation) => ({ ...observation, status }));
}

/** The value as a person reads it, for notes and OBR-26. */
export function printed({ value, unit }: Observation): string {
  const text = valueText(value);
  return unit === undefined ? text : `${text} ${unit}`;
}

function valueText(value: ObservationValue): string {
  switch (value.type) {
    case 'NM':
    case 'ST':
      return value.value;
    case 'SN':
      return [value.comparator, value.num1, value.separator, value.num2].filter((part) => part !== undefined).join('');
    case 'CE':
      return value.value.text;
    case 'TX':
      return value.lines.join(' ');
    case 'FT':
      return value.text;
    case 'ED':
    case 'none':
      return '';
  }
}
