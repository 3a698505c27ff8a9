import type { Message } from '../../src/hl7/message.js';
import type { Segment } from '../../src/hl7/segment.js';
import type { Coded, Visit } from '../../src/population/facts.js';
import { coded, identifier, location, provider, time, UNKNOWN_PROVIDER, valued } from './values.js';

/** Number of the visit: PV1-19, at sites that do without it the account (PID-18). */
export function readVisitNumber(message: Message): Visit['number'] | undefined {
  return identifier(message.first('PV1'), '19') ?? identifier(message.first('PID'), '18');
}

/** The visit that a message speaks of, laid over what was known of it. Undefined without PV1, or when there is no visit (class N). */
export function readVisit(message: Message, known?: Visit): Visit | undefined {
  const pv1 = message.first('PV1');
  const patientClass = readClass(pv1) ?? known?.patientClass;
  const number = readVisitNumber(message) ?? known?.number;
  if (pv1 === undefined || number === undefined || patientClass === 'N') return undefined;
  return { ...known, ...changes(pv1, message), number, ...people(pv1, known), patientClass: patientClass ?? 'O' };
}

function people(
  pv1: Segment,
  known: Visit | undefined,
): Pick<Visit, 'attending' | 'admitting' | 'hospitalService' | 'diagnoses'> {
  return {
    attending: provider(pv1, '7') ?? known?.attending ?? UNKNOWN_PROVIDER,
    admitting: provider(pv1, '17') ?? known?.admitting ?? UNKNOWN_PROVIDER,
    hospitalService: valued(pv1, '10') ?? known?.hospitalService ?? '',
    diagnoses: known?.diagnoses ?? [],
  };
}

function changes(pv1: Segment, message: Message): Partial<Visit> {
  const bed = location(pv1, '3');
  const prior = location(pv1, '6');
  const pending = location(pv1, '42');
  const admittedAt = time(pv1, '44');
  const dischargedAt = time(pv1, '45');
  const disposition = valued(pv1, '36');
  const preAdmitNumber = valued(pv1, '5.1');
  const expectedAdmit = time(message.first('PV2'), '8');
  return {
    ...(bed && { location: bed }),
    ...(prior && { priorLocation: prior }),
    ...(pending && { pendingLocation: pending }),
    ...(admittedAt && { admittedAt }),
    ...(dischargedAt && { dischargedAt }),
    ...(disposition !== undefined && { dischargeDisposition: disposition }),
    ...(preAdmitNumber !== undefined && { preAdmitNumber }),
    ...(expectedAdmit && { expectedAdmit }),
  };
}

/** DG1 as a snapshot; undefined when the message holds none. Read for ADT only: in orders DG1 belongs to the order. */
export function readDiagnoses(message: Message): readonly Coded[] | undefined {
  const segments = message.all('DG1');
  if (segments.length === 0) return undefined;
  return segments.map((dg1) => coded(dg1, '3')).filter((diagnosis) => diagnosis !== undefined);
}

function readClass(pv1: Segment | undefined): Visit['patientClass'] | undefined {
  const text = pv1?.get('2');
  if (text === undefined) return undefined;
  // Recurring, obstetric and commercial patients are seen like outpatients; the field itself is echoed as it came.
  return text === 'I' || text === 'E' || text === 'P' || text === 'N' ? text : 'O';
}
