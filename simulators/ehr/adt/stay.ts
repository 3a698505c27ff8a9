import { adtA02, adtA06, adtA07, adtA12 } from '../../../src/messages/adt.js';
import type { Identifier, Location, Patient, Visit } from '../../../src/population/facts.js';
import type { CareRecord, VisitMove, VisitRecord } from '../../care/care-record.js';
import { type AdtPlan, visitPlan } from './plan.js';

/** A02: PV1-3 is the new bed, PV1-6 the old one. */
export function planTransfer(
  record: CareRecord,
  patient: Patient,
  known: VisitRecord,
  to: Location,
  at: Date,
): AdtPlan {
  const { location } = known.visit;
  const visit: Visit = { ...known.visit, location: to, ...(location && { priorLocation: location }) };
  return visitPlan(record, known, 'A02', { patient, visit }, at, adtA02);
}

/** A12: the patient is back where the transfer came from. */
export function planCancelTransfer(record: CareRecord, patient: Patient, known: VisitRecord, at: Date): AdtPlan {
  const before = bedsOf(known.history).at(-2);
  const { priorLocation: _prior, ...rest } = known.visit;
  const visit: Visit = { ...rest, ...(before && { location: before }) };
  const plan = visitPlan(record, known, 'A12', { patient, visit }, at, adtA12);
  return before === undefined ? { ...plan, illegal: 'A12 for a visit that was not transferred' } : plan;
}

/** The beds that count, in order: a cancelled transfer takes the last one away. */
function bedsOf(history: readonly VisitMove[]): readonly Location[] {
  const beds: Location[] = [];
  for (const { event, location } of history) {
    if (event === 'A12') beds.pop();
    else if (location !== undefined && (event === 'A02' || beds.length === 0)) beds.push(location);
  }
  return beds;
}

interface ClassChange {
  readonly to: 'I' | 'O' | 'E';
  readonly location?: Location;
  readonly number?: Identifier;
}

/** A06 to inpatient, A07 to outpatient. A new visit number sends the old one in MRG-5. */
export function planClassChange(
  record: CareRecord,
  patient: Patient,
  known: VisitRecord,
  change: ClassChange,
  at: Date,
): AdtPlan {
  const visit: Visit = {
    ...known.visit,
    patientClass: change.to,
    ...(change.location && { location: change.location }),
    ...(change.location && known.visit.location && { priorLocation: known.visit.location }),
    ...(change.number && { number: change.number }),
  };
  const [own] = patient.identifiers;
  const merged = change.number && own && { patient: own, visit: known.visit.number };
  const [event, build] = change.to === 'I' ? (['A06', adtA06] as const) : (['A07', adtA07] as const);
  return visitPlan(record, known, event, { patient, visit }, at, (envelope, facts) =>
    build(envelope, { ...facts, ...(merged && { merged }) }),
  );
}
