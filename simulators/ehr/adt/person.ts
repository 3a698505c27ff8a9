import { adtA08, adtA28, adtA31, adtA40 } from '../../../src/messages/adt.js';
import type { Erased } from '../../../src/messages/segments/pid.js';
import type { Identifier, Patient, Visit } from '../../../src/population/facts.js';
import type { CareRecord, VisitRecord } from '../../care/care-record.js';
import { keyOfNumber, keyOfPatient } from '../../care/patient-key.js';
import { type AdtPlan, visitPlan } from './plan.js';

interface Update {
  readonly patient: Patient;
  readonly erased?: readonly Erased[];
}

/** A28: an index entry, no visit. */
export function planAddPerson(record: CareRecord, patient: Patient): AdtPlan {
  const after = { ...record, patient };
  return { event: 'A28', record: after, build: (envelope) => adtA28(envelope, { patient }) };
}

/** A31: demographics only. */
export function planUpdatePerson(record: CareRecord, { patient, erased = [] }: Update): AdtPlan {
  const after = { ...record, patient: without(patient, erased) };
  return { event: 'A31', record: after, build: (envelope) => adtA31(envelope, { patient, erased }) };
}

/** A08: a full snapshot of patient and visit. */
export function planUpdate(
  record: CareRecord,
  { patient, erased = [] }: Update,
  known: VisitRecord,
  changes: Partial<Visit>,
  at: Date,
): AdtPlan {
  const facts = { patient: without(patient, erased), visit: { ...known.visit, ...changes } };
  return visitPlan(record, known, 'A08', facts, at, (envelope, { visit }) =>
    adtA08(envelope, { patient, visit, erased }),
  );
}

/** A40: PID is the survivor, MRG-1 the number that is given up. */
export function planMerge(record: CareRecord, patient: Patient, subsumed: Identifier, account?: Identifier): AdtPlan {
  const merged = { patient: subsumed, ...(account && { account }) };
  const plan = {
    event: 'A40',
    record,
    build: (envelope: Parameters<AdtPlan['build']>[0]) => adtA40(envelope, { patient, merged }),
  };
  const isItself = keyOfPatient(patient) === keyOfNumber(subsumed);
  return isItself ? { ...plan, illegal: 'A40 that merges a record into itself' } : plan;
}

function without(patient: Patient, erased: readonly Erased[]): Patient {
  const address = { street: '', city: '', state: '', zip: '', country: '' };
  return {
    ...patient,
    ...(erased.includes('phone') && { phone: '' }),
    ...(erased.includes('address') && { address }),
    ...(erased.includes('nextOfKin') && { nextOfKin: [] }),
    ...(erased.includes('insurance') && { insurance: [] }),
  };
}
