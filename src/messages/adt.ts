import type { SegmentDraft } from '../hl7/build.js';
import type { Message } from '../hl7/message.js';
import type { Patient, Visit } from '../population/facts.js';
import { compose, type Extra } from './compose.js';
import type { Envelope, MergedNumbers, Observation } from './facts.js';
import { bareObservations } from './observations.js';
import { al1 } from './segments/al1.js';
import { type DiagnosisType, dg1 } from './segments/dg1.js';
import { type EventFacts, evn } from './segments/evn.js';
import { in1, noInsurance } from './segments/in1.js';
import { mrg } from './segments/mrg.js';
import { nk1, noNextOfKin } from './segments/nk1.js';
import { type Erased, pid } from './segments/pid.js';
import { type Procedure, pr1 } from './segments/pr1.js';
import { noVisit, pv1 } from './segments/pv1.js';
import { pv2 } from './segments/pv2.js';
import { isSince } from './version.js';

export interface PersonEvent extends EventFacts, Extra {
  readonly patient: Patient;
  /** What the update takes away. It wins over what the patient's facts hold. */
  readonly erased?: readonly Erased[];
}

export interface VisitEvent extends PersonEvent {
  readonly visit: Visit;
  readonly observations?: readonly Observation[];
  readonly procedures?: readonly Procedure[];
}

export interface ClassChange extends VisitEvent {
  /** The numbers that the visit had before, where they change. */
  readonly merged?: MergedNumbers;
}

export interface MergeEvent extends EventFacts, Extra {
  /** The survivor. */
  readonly patient: Patient;
  readonly merged: MergedNumbers;
}

/** Admit. */
export const adtA01 = wholeVisit('A01', 'A');
/** Register an outpatient or emergency patient. */
export const adtA04 = wholeVisit('A04', 'A');
/** Pre-admit. */
export const adtA05 = wholeVisit('A05', 'A');
/** Update: a snapshot, not a delta. */
export const adtA08 = wholeVisit('A08', 'W');

/** Take a discharge back: PV1-36 and PV1-45 are deleted, whatever the visit's facts hold. */
export function adtA13(envelope: Envelope, event: VisitEvent): Message {
  return compose(envelope, 'ADT', 'A13', visitBody('A13', 'W', envelope, happened(envelope, event)), event);
}

/** An outpatient becomes an inpatient. */
export function adtA06(envelope: Envelope, event: ClassChange): Message {
  return compose(envelope, 'ADT', 'A06', visitBody('A06', 'A', envelope, event, event.merged), event);
}

/** An inpatient becomes an outpatient. */
export function adtA07(envelope: Envelope, event: ClassChange): Message {
  return compose(envelope, 'ADT', 'A07', visitBody('A07', 'W', envelope, event, event.merged), event);
}

/** Add a person: no visit. */
export const adtA28 = person('A28');
/** Update a person: demographics only. */
export const adtA31 = person('A31');

/** Transfer: PV1-3 is the new bed, PV1-6 the old one. */
export function adtA02(envelope: Envelope, event: VisitEvent): Message {
  const body = [
    ...opening('A02', envelope, happened(envelope, event)),
    pv1(event.visit),
    ...pv2(event.visit),
    ...observations(envelope, event),
  ];
  return compose(envelope, 'ADT', 'A02', body, event);
}

/** Discharge. Here OBX follows the procedures; next of kin, allergies and insurance have a place only from 2.5 on. */
export function adtA03(envelope: Envelope, event: VisitEvent): Message {
  const isWide = isSince('2.5', envelope.version);
  const body = [
    ...opening('A03', envelope, event),
    ...(isWide ? kin(event) : []),
    pv1(event.visit),
    ...pv2(event.visit),
    ...(isWide ? event.patient.allergies.map(al1) : []),
    ...dg1(event.visit.diagnoses, 'F'),
    ...(event.procedures ?? []).map(pr1),
    ...observations(envelope, event),
    ...(isWide ? insurance(event) : []),
  ];
  return compose(envelope, 'ADT', 'A03', body, event);
}

/** Cancel an admission or registration. */
export const adtA11 = cancellation('A11', 'any');
/**
 * Cancel a transfer: PV1-3 is where the patient is after it. ADT_A12 has room for one diagnosis, and a set sent once
 * replaces the earlier set, so none is sent.
 */
export const adtA12 = cancellation('A12', 'none');
/** Cancel a pre-admission. */
export const adtA38 = cancellation('A38', 'any');

/** Merge: PID is the survivor, MRG what is given up. */
export function adtA40(envelope: Envelope, event: MergeEvent): Message {
  return compose(envelope, 'ADT', 'A40', [...opening('A40', envelope, event), mrg(event.merged)], event);
}

function wholeVisit(trigger: string, type: DiagnosisType): (envelope: Envelope, event: VisitEvent) => Message {
  return (envelope, event) => compose(envelope, 'ADT', trigger, visitBody(trigger, type, envelope, event), event);
}

function person(trigger: string): (envelope: Envelope, event: PersonEvent) => Message {
  return (envelope, event) => {
    const allergies = event.patient.allergies.map(al1);
    const body = [...opening(trigger, envelope, event), ...kin(event), noVisit(), ...allergies, ...insurance(event)];
    return compose(envelope, 'ADT', trigger, body, event);
  };
}

function cancellation(trigger: string, diagnoses: 'any' | 'none'): (envelope: Envelope, event: VisitEvent) => Message {
  return (envelope, event) => {
    const body = [
      ...opening(trigger, envelope, happened(envelope, event)),
      pv1(event.visit),
      ...pv2(event.visit),
      ...observations(envelope, event),
      ...(diagnoses === 'any' ? dg1(event.visit.diagnoses, 'W') : []),
    ];
    return compose(envelope, 'ADT', trigger, body, event);
  };
}

/** ADT_A01, ADT_A05 and ADT_A06 after MSH: one order of segments, MRG in ADT_A06 alone. */
function visitBody(
  trigger: string,
  type: DiagnosisType,
  envelope: Envelope,
  event: VisitEvent,
  merged?: MergedNumbers,
): readonly SegmentDraft[] {
  return [
    ...opening(trigger, envelope, event),
    ...(merged === undefined ? [] : [mrg(merged)]),
    ...kin(event),
    pv1(event.visit, { isDischargeTakenBack: trigger === 'A13' }),
    ...pv2(event.visit),
    ...observations(envelope, event),
    ...event.patient.allergies.map(al1),
    ...dg1(event.visit.diagnoses, type),
    ...(event.procedures ?? []).map(pr1),
    ...insurance(event),
  ];
}

function opening(
  trigger: string,
  envelope: Envelope,
  event: EventFacts & { readonly patient: Patient; readonly erased?: readonly Erased[] },
): readonly SegmentDraft[] {
  return [evn(envelope, trigger, event), pid(event.patient, event.erased)];
}

/** Transfers and cancellations always say when (EVN-6): at the envelope's time, unless they are entered late. */
function happened(envelope: Envelope, event: VisitEvent): VisitEvent {
  return { ...event, occurredAt: event.occurredAt ?? envelope.at };
}

function kin({ patient, erased }: PersonEvent): readonly SegmentDraft[] {
  return erased?.includes('nextOfKin') ? [noNextOfKin()] : patient.nextOfKin.map(nk1);
}

function insurance({ patient, erased }: PersonEvent): readonly SegmentDraft[] {
  return erased?.includes('insurance') ? [noInsurance()] : patient.insurance.map(in1);
}

function observations({ version }: Envelope, event: VisitEvent): readonly SegmentDraft[] {
  return bareObservations(event.observations, { version });
}
