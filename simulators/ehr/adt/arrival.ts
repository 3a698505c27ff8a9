import { adtA01, adtA04, adtA05, adtA11, adtA38 } from '../../../src/messages/adt.js';
import type { Patient, Visit } from '../../../src/population/facts.js';
import { type CareRecord, findVisit, type VisitRecord } from '../../care/care-record.js';
import { type AdtPlan, visitPlan } from './plan.js';

interface Arrival {
  readonly patient: Patient;
  readonly visit: Visit;
}

/** A01. A planned visit of the same number becomes the admission. */
export function planAdmit(record: CareRecord, { patient, visit }: Arrival, at: Date): AdtPlan {
  const admitted = { ...visit, admittedAt: visit.admittedAt ?? at };
  return visitPlan(record, findVisit(record, visit.number), 'A01', { patient, visit: admitted }, at, adtA01);
}

/** A04: outpatient or emergency. */
export function planRegister(record: CareRecord, { patient, visit }: Arrival, at: Date): AdtPlan {
  const registered = { ...visit, admittedAt: visit.admittedAt ?? at };
  return visitPlan(record, findVisit(record, visit.number), 'A04', { patient, visit: registered }, at, adtA04);
}

/** A05: no bed is occupied. */
export function planPreAdmit(record: CareRecord, { patient, visit }: Arrival, at: Date): AdtPlan {
  const planned: Visit = { ...visit, patientClass: 'P' };
  return visitPlan(record, findVisit(record, visit.number), 'A05', { patient, visit: planned }, at, adtA05);
}

export function planCancelPreAdmit(
  record: CareRecord,
  patient: Patient,
  known: VisitRecord,
  event: 'A38' | 'A11',
  at: Date,
): AdtPlan {
  const build = event === 'A38' ? adtA38 : adtA11;
  return visitPlan(record, known, event, { patient, visit: known.visit }, at, build);
}

export function planCancelAdmit(record: CareRecord, patient: Patient, known: VisitRecord, at: Date): AdtPlan {
  return visitPlan(record, known, 'A11', { patient, visit: known.visit }, at, adtA11);
}
