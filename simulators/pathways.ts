import type { EntityIdentifier } from '../src/messages/facts.js';
import { findDrug } from '../src/population/catalogue/drugs.js';
import { findImaging } from '../src/population/catalogue/imaging.js';
import { findOrderable } from '../src/population/catalogue/laboratory.js';
import type { Patient, Visit } from '../src/population/facts.js';
import { location } from '../src/population/places.js';
import type { EhrCommand } from './ehr/commands.js';
import type { LisProgress } from './lis/progress.js';
import type { PharmacyOptions } from './pharmacy/options.js';
import type { RisProgress } from './ris/progress.js';

/** A patient for whom a pathway is walked, and numbers for its orders. */
export interface Walk {
  readonly patient: Patient;
  readonly visit: Visit;
  /** A placer number that belongs to this walk: `number('laboratory')`. */
  readonly number: (what: string) => EntityIdentifier;
}

/** What a simulator does when nobody drives it: a filler works on what it is asked for, an EHR walks patients through. */
export type Pathway =
  | {
      readonly role: 'ehr';
      readonly name: string;
      readonly says: string;
      readonly walk: (walk: Walk) => readonly EhrCommand[];
    }
  | { readonly role: 'lis'; readonly name: string; readonly says: string; readonly progress: LisProgress }
  | { readonly role: 'ris'; readonly name: string; readonly says: string; readonly progress: RisProgress }
  | {
      readonly role: 'pharmacy';
      readonly name: string;
      readonly says: string;
      readonly progress: PharmacyOptions['progress'];
    };

/** Every pathway, the default of each role first. */
export const PATHWAYS: readonly Pathway[] = [
  {
    role: 'ehr',
    name: 'inpatient',
    says: 'admits, orders, prescribes, gives a dose, transfers and discharges',
    walk: inpatient,
  },
  { role: 'ehr', name: 'outpatient', says: 'registers an outpatient and orders a test and an image', walk: outpatient },
  {
    role: 'lis',
    name: 'finalise',
    says: 'accepts, receives the specimen, reports preliminary and final',
    progress: 'finalise',
  },
  { role: 'lis', name: 'receive', says: 'accepts and receives the specimen', progress: 'receive' },
  { role: 'lis', name: 'answer', says: 'only accepts or refuses', progress: 'manual' },
  { role: 'ris', name: 'report', says: 'schedules, examines, reports preliminary and final', progress: 'report' },
  { role: 'ris', name: 'perform', says: 'schedules and examines', progress: 'perform' },
  { role: 'ris', name: 'answer', says: 'only accepts or refuses', progress: 'manual' },
  { role: 'pharmacy', name: 'dispense', says: 'verifies, encodes and dispenses', progress: 'dispense' },
  { role: 'pharmacy', name: 'answer', says: 'only accepts or refuses', progress: 'manual' },
];

function inpatient({ patient, visit, number }: Walk): readonly EhrCommand[] {
  const dose = number('medication');
  return [
    { kind: 'admit', patient, visit },
    { kind: 'place-order', patient, orders: [{ service: findOrderable('Potassium'), number: number('laboratory') }] },
    {
      kind: 'place-order',
      patient,
      orders: [{ service: findImaging('Chest X-ray, 2 views'), number: number('imaging') }],
    },
    {
      kind: 'prescribe',
      patient,
      prescriptions: [{ drug: findDrug('Acetaminophen 500 MG Oral Tablet'), number: dose }],
    },
    { kind: 'administer', patient, order: dose, outcome: 'given' },
    { kind: 'transfer', patient, to: location('MED1^201^A') },
    { kind: 'discharge', patient },
  ];
}

function outpatient({ patient, visit, number }: Walk): readonly EhrCommand[] {
  return [
    { kind: 'register', patient, visit: { ...visit, patientClass: 'O' } },
    { kind: 'place-order', patient, orders: [{ service: findOrderable('CBC'), number: number('laboratory') }] },
    {
      kind: 'place-order',
      patient,
      orders: [{ service: findImaging('Chest X-ray, 2 views'), number: number('imaging') }],
    },
    { kind: 'update', patient: { ...patient, phone: '(555) 555-0142' } },
    { kind: 'discharge', patient },
  ];
}
