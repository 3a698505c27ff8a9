import type { Message } from '../../src/hl7/message.js';
import type { Visit } from '../../src/population/facts.js';
import { readPatient } from '../read/patient.js';
import { identifier } from '../read/values.js';
import { readDiagnoses, readVisit, readVisitNumber } from '../read/visit.js';
import { isVisitEvent, type VisitEvent, type VisitStatus, visitAfter } from '../status/visit-status.js';
import { type CareRecord, findVisit, type VisitRecord, withVisit } from './care-record.js';
import { PATIENT_ECHO, readEcho, VISIT_ECHO } from './echo.js';

export type AdtResult =
  | { readonly kind: 'applied'; readonly record: CareRecord }
  /** The event does not fit what is known of the visit. */
  | { readonly kind: 'illegal'; readonly reason: string };

/** What an ADT message changes in the record of the patient that it speaks of. */
export function applyAdt(record: CareRecord, message: Message, event: string, at: Date): AdtResult {
  const known = withPerson(record, message);
  return isVisitEvent(event) ? applyVisitEvent(known, message, event, at) : { kind: 'applied', record: known };
}

/** The record with the demographics of any message that holds PID. */
export function withPerson(record: CareRecord, message: Message): CareRecord {
  const patient = readPatient(message, record.patient);
  if (patient === undefined) return record;
  const charset = message.get('MSH-18');
  return { ...record, patient, echo: readEcho(message, PATIENT_ECHO, record.echo), ...(charset && { charset }) };
}

function applyVisitEvent(record: CareRecord, message: Message, event: VisitEvent, at: Date): AdtResult {
  const known = findVisit(record, formerNumber(message) ?? readVisitNumber(message));
  const status = visitAfter(event, known?.status);
  if (status === undefined) return { kind: 'illegal', reason: misfit(event, known) };
  if (event === 'A12' && !known?.history.some((move) => move.event === 'A02')) {
    return { kind: 'illegal', reason: 'A12 cancels a transfer, but the visit was not transferred' };
  }
  const visit = readVisit(message, known?.visit);
  if (visit === undefined) return { kind: 'applied', record };
  return { kind: 'applied', record: withVisit(record, nextRecord(message, event, at, status, visit, known), known) };
}

function nextRecord(
  message: Message,
  event: VisitEvent,
  at: Date,
  status: VisitStatus,
  visit: Visit,
  known: VisitRecord | undefined,
): VisitRecord {
  const former = known?.formerNumbers ?? [];
  const renamed = known !== undefined && known.visit.number.id !== visit.number.id;
  const diagnoses = readDiagnoses(message);
  return {
    visit: { ...reopened(event, visit), ...(diagnoses && { diagnoses }) },
    status,
    history: [...(known?.history ?? []), { event, at, ...(visit.location && { location: visit.location }) }],
    formerNumbers: renamed ? [...former, known.visit.number] : former,
    echo: readEcho(message, VISIT_ECHO, known?.echo),
  };
}

/** A13 takes the discharge back: PV1-45 is empty or `""`, both mean that there is none. */
function reopened(event: VisitEvent, visit: Visit): Visit {
  if (event !== 'A13') return visit;
  const { dischargedAt: _at, dischargeDisposition: _disposition, ...open } = visit;
  return open;
}

/** MRG-5: the visit number that a class change gives up. */
function formerNumber(message: Message): Visit['number'] | undefined {
  return identifier(message.first('MRG'), '5');
}

function misfit(event: VisitEvent, known: VisitRecord | undefined): string {
  return known === undefined
    ? `${event} for a visit that is not known`
    : `${event} does not fit a visit that is ${known.status}`;
}
