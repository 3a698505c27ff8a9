import { adtA03, adtA13 } from '../../../src/messages/adt.js';
import type { Patient, Visit } from '../../../src/population/facts.js';
import type { CareRecord, VisitRecord } from '../../care/care-record.js';
import { type AdtPlan, visitPlan } from './plan.js';

/** Table 0112: home or self care. */
const HOME = '01';

/** A03. */
export function planDischarge(
  record: CareRecord,
  patient: Patient,
  known: VisitRecord,
  disposition: string | undefined,
  at: Date,
): AdtPlan {
  const visit: Visit = { ...known.visit, dischargedAt: at, dischargeDisposition: disposition ?? HOME };
  return visitPlan(record, known, 'A03', { patient, visit }, at, adtA03);
}

/** A13: the same visit number, in the bed that the patient had. */
export function planCancelDischarge(record: CareRecord, patient: Patient, known: VisitRecord, at: Date): AdtPlan {
  const { dischargedAt: _at, dischargeDisposition: _disposition, ...open } = known.visit;
  return visitPlan(record, known, 'A13', { patient, visit: open }, at, adtA13);
}
