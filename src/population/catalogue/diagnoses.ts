import type { Coded } from '../facts.js';
import { ROWS } from './diagnoses.data.js';
import { finder } from './finder.js';
import type { DiagnosisRow } from './rows.js';

/** A diagnosis with the patients for whom it is plausible. */
export interface Diagnosis extends Coded {
  /** Table 0004, the class in which it is typical. */
  readonly patientClass: 'E' | 'I' | 'O';
  readonly sex: 'A' | 'F' | 'M';
  /** Whole years, both ends included. */
  readonly ageMin: number;
  readonly ageMax: number;
}

export const DIAGNOSES: readonly Diagnosis[] = ROWS.map(diagnosis);

const ALIASES: Readonly<Record<string, string>> = {
  Hypertension: 'I10',
  Diabetes: 'E11.9',
  Pneumonia: 'J18.9',
  COPD: 'J44.1',
  Asthma: 'J45.909',
  'Heart failure': 'I50.9',
  'Atrial fibrillation': 'I48.91',
  Stroke: 'I63.9',
  'Myocardial infarction': 'I21.4',
  STEMI: 'I21.3',
  NSTEMI: 'I21.4',
  'Pulmonary embolism': 'I26.99',
  Sepsis: 'A41.9',
  Appendicitis: 'K35.80',
  'Urinary tract infection': 'N39.0',
  'Hip fracture': 'S72.001A',
  'Chest pain': 'R07.9',
  Delivery: 'O80',
  Newborn: 'Z38.00',
};

/** A diagnosis by everyday name, ICD-10-CM code or description. Throws with the nearest names where there is none. */
export const findDiagnosis: (name: string) => Diagnosis = finder({
  what: 'diagnosis',
  tiers: [DIAGNOSES],
  names: (item) => [item.text, item.code],
  aliases: ALIASES,
});

function diagnosis([code, text, patientClass, sex, ageMin, ageMax]: DiagnosisRow): Diagnosis {
  return { code, text, system: 'I10', patientClass, sex, ageMin, ageMax };
}
