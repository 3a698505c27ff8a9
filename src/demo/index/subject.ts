import type { Message } from '../../hl7/message.js';
import type { Segment } from '../../hl7/segment.js';
import { type Identifier, readIdentifiers } from './identifiers.js';
import { isSamePatient, type Patient } from './patients.js';
import { accepted, type Plan, place, refused, together } from './plan.js';
import type { RecordIndex } from './record-index.js';
import type { Visit, VisitState } from './visits.js';

export function patientIdentifiers(message: Message, pid = message.first('PID')): readonly Identifier[] {
  return readIdentifiers(pid && message.bytes(`PID[${pid.instance}]-3`), message.delimiters);
}

/** The known patient whom a PID names, or the refusal: AE 204 at PID-3, also where its numbers name different patients. */
export function knownPatient(message: Message, index: RecordIndex, pid = message.first('PID')): Patient | Plan {
  const found = index.patients.find(patientIdentifiers(message, pid));
  const at = place('PID', 3, pid?.instance);
  const [patient] = found;
  if (!patient) return refused('204', at, 'unknown patient');
  return found.length === 1 ? patient : refused('204', at, 'the identifiers belong to different patients');
}

/** PV1-19; undefined where it is empty. */
export function visitNumber(message: Message, pv1: Segment): Identifier | undefined {
  return readIdentifiers(message.bytes(`PV1[${pv1.instance}]-19`), message.delimiters)[0];
}

/**
 * The visit that a message means, or the refusal: AE 204 at PV1-19 where it is unknown, of another patient, or in a state
 * in which the message makes no sense. Undefined where the message means no visit (class N) or says nothing of one.
 */
export function meantVisit(
  message: Message,
  index: RecordIndex,
  patient: Patient,
  states: readonly VisitState[],
  pv1: Segment | undefined,
): Visit | Plan | undefined {
  if (!pv1 || pv1.get('2') === 'N') return undefined;
  const number = visitNumber(message, pv1);
  const visit = number ? index.visits.byNumber(number) : index.visits.latestOf(patient);
  const at = place('PV1', 19, pv1.instance);
  if (!visit) return number ? refused('204', at, 'unknown visit') : undefined;
  if (!isSamePatient(visit.patient, patient)) return refused('204', at, 'the visit belongs to another patient');
  return states.includes(visit.state) ? visit : refused('204', at, wrongState(visit.state));
}

/** That every patient of the message, and the visit behind each PID, is known. */
export function planSubjects(message: Message, index: RecordIndex, visitStates: readonly VisitState[]): Plan {
  const plans = message.all('PID').map((pid): Plan => {
    const patient = knownPatient(message, index, pid);
    if (isPlan(patient)) return patient;
    const visit = meantVisit(message, index, patient, visitStates, pv1Of(message, pid));
    return isPlan(visit) ? visit : accepted();
  });
  return together(plans);
}

/** The PV1 that stands between this PID and the next one. */
export function pv1Of(message: Message, pid: Segment): Segment | undefined {
  const next = message.all('PID')[pid.instance]?.line ?? Number.POSITIVE_INFINITY;
  return message.all('PV1').find(({ line }) => line > pid.line && line < next);
}

function wrongState(state: VisitState): string {
  return `the visit is ${state}, which this event does not allow`;
}

export function isPlan(found: object | undefined): found is Plan {
  return found !== undefined && 'kind' in found;
}
