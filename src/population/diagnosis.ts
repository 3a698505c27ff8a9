import type { Rng } from '../base/rng.js';
import { DIAGNOSES, type Diagnosis } from './catalogue/diagnoses.js';

export interface DiagnosisFor {
  /** Table 0004; P counts as I. */
  readonly patientClass: 'I' | 'O' | 'E' | 'P' | 'N';
  /** Absent: only diagnoses that both can have. */
  readonly sex?: 'F' | 'M';
  readonly ageYears: number;
}

/** A diagnosis that such a patient can have, of that class where there is one. */
export function pickDiagnosis(random: Rng, who: DiagnosisFor): Diagnosis {
  const plausible = DIAGNOSES.filter((item) => fits(item, who));
  const wanted = who.patientClass === 'P' ? 'I' : who.patientClass;
  const typical = plausible.filter(({ patientClass }) => patientClass === wanted);
  return random.pick(typical.length > 0 ? typical : plausible);
}

function fits({ sex, ageMin, ageMax }: Diagnosis, who: DiagnosisFor): boolean {
  // Nobody in the lists is over 120; a patient born in 1900 may be.
  const age = Math.min(who.ageYears, 120);
  return (sex === 'A' || sex === who.sex) && age >= ageMin && age <= ageMax;
}

const SERVICES: readonly (readonly [RegExp, string])[] = [
  [/^(A41|R65|J96)/, 'ICU'],
  [/^(I2|I48|I50|R07)/, 'CAR'],
  [/^(I63|G)/, 'NEU'],
  [/^J/, 'PUL'],
  [/^N1/, 'REN'],
  [/^N/, 'URO'],
  [/^(C|Z51)/, 'ONC'],
  [/^(O|Z34)/, 'OBS'],
  [/^(P|Z38)/, 'NEO'],
  [/^K(35|80|56|57)/, 'SUR'],
  [/^(S72|M17)/, 'ORT'],
  [/^F/, 'PSY'],
];

/** The hospital service that looks after it: paediatrics below 16 years, medicine where no other does. */
export function serviceFor({ code }: Pick<Diagnosis, 'code'>, ageYears: number): string {
  const service = SERVICES.find(([pattern]) => pattern.test(code))?.[1] ?? 'MED';
  return ageYears < 16 && service !== 'NEO' && service !== 'OBS' ? 'PED' : service;
}
