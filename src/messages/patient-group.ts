import type { SegmentDraft } from '../hl7/build.js';
import type { Patient, Visit } from '../population/facts.js';
import { al1 } from './segments/al1.js';
import { pid } from './segments/pid.js';
import { pv1 } from './segments/pv1.js';
import { pv2 } from './segments/pv2.js';

/** Who a message is about. `visit` is left out where it does not matter, or is not known. */
export interface PatientFacts {
  readonly patient: Patient;
  readonly visit?: Visit;
}

/** PATIENT of the results: PID [PV1 [PV2]]. */
export function patientAndVisit({ patient, visit }: PatientFacts): readonly SegmentDraft[] {
  return [pid(patient), ...visitSegments(visit)];
}

/** PATIENT of the orders: PID [PV1 [PV2]] [{AL1}]. */
export function patientOfOrder({ patient, visit }: PatientFacts): readonly SegmentDraft[] {
  return [pid(patient), ...visitSegments(visit), ...patient.allergies.map(al1)];
}

/** PATIENT of RDS and RAS, whose allergies come before the visit: PID [{AL1}] [PV1 [PV2]]. */
export function patientOfDose({ patient, visit }: PatientFacts): readonly SegmentDraft[] {
  return [pid(patient), ...patient.allergies.map(al1), ...visitSegments(visit)];
}

function visitSegments(visit: Visit | undefined): readonly SegmentDraft[] {
  return visit === undefined ? [] : [pv1(visit), ...pv2(visit)];
}
