import { AssertionError } from 'node:assert';
import { findVisit } from '../../simulators/care/care-record.js';
import { keyOfMessage } from '../../simulators/care/patient-key.js';
import { readVisitNumber } from '../../simulators/read/visit.js';
import type { Role } from '../endpoint/simulator.js';
import type { Message } from '../hl7/message.js';
import type { Identifier, Location, Patient } from '../population/facts.js';
import { arrivals, expectArrival } from './arrival.js';
import type { ByEye } from './by-eye.js';
import { awaitDeed, awaitSut, certifies, heard } from './certification.js';
import { keyOf } from './people.js';
import { ROLE_NAMES, type Session } from './session.js';
import { Untestable } from './trouble.js';

const ADMISSION = ['ADT^A01'];

/** The departments that Pipehat plays around the EHR under test. */
function departments(session: Session): readonly Role[] {
  const { players } = session.stage;
  return (['lis', 'ris', 'pharmacy'] as const).filter((role) => players[role] !== undefined);
}

/** Where the scenario learns what the EHR tells every department. */
function observer(session: Session): Role {
  const [first] = departments(session);
  if (first === undefined) throw new Untestable('the environment names no department that could hear of patients');
  return first;
}

/**
 * Waits for a patient whom the EHR under test admits. Who it is, the EHR decides: from here on messages that no scenario
 * claims belong to this one. Somebody whose stay began before the scenario would be known only in part, and is passed over.
 */
export async function awaitAdmission(session: Session): Promise<ByEye> {
  certifies(session, 'ehr');
  session.scene.adopts = true;
  const at = observer(session);
  const arrival = await awaitSut(session, 'At the EHR: admit a patient who was not in this run before', {
    at,
    types: ADMISSION,
    where: (message) => isNew(session, keyOfMessage(message)),
    description: 'the admission of a patient',
  });
  if (arrival === 'pending') return 'pending';
  const key = keyOfMessage(arrival.message);
  const care = session.player(at).state(key).care;
  if (care.patient === undefined) {
    throw new AssertionError({
      message: `the ${ROLE_NAMES[at]} could not take the admission: see what it answered to ${arrival.exchange.id}`,
    });
  }
  const visit = findVisit(care, readVisitNumber(arrival.message))?.visit;
  session.cast.add('patient', { patient: knownBy(care.patient, key), visit });
  return undefined;
}

/** No department has heard of the person before this scenario. */
function isNew(session: Session, key: string): boolean {
  const where = isAbout(key);
  return departments(session).every((at) => {
    const isKnown = session.player(at).state(key).care.patient !== undefined;
    return !isKnown || arrivals(session, { at, types: ADMISSION, where, description: 'the admission' }).length > 0;
  });
}

function isAbout(key: string): (message: Message) => boolean {
  return (message) => keyOfMessage(message) === key;
}

/** The person with the number first under which the departments keep them. */
function knownBy(patient: Patient, key: string): Patient {
  const isKey = ({ id, authority }: Identifier): boolean => `${id}^${authority}` === key;
  const others = patient.identifiers.filter((number) => !isKey(number));
  return { ...patient, identifiers: [...patient.identifiers.filter(isKey), ...others] };
}

/** Whether a message is about the patient of the scenario. */
export function isAboutPatient(session: Session): (message: Message) => boolean {
  return isAbout(keyOf(session.cast.guest().patient));
}

/** `for DOE, JANE (record 4711)`, as a prompt names the patient. */
export function forPatient(session: Session): string {
  const { name, identifiers } = session.cast.guest().patient;
  return `for ${name.family}, ${name.given} (record ${identifiers[0]?.id ?? 'unknown'})`;
}

const MOVES = {
  transfer: { says: 'transfer the patient to another bed', type: 'ADT^A02' },
  discharge: { says: 'discharge the patient', type: 'ADT^A03' },
} as const;

/** Waits until the EHR under test has moved or discharged the patient. */
export function awaitMove(session: Session, move: keyof typeof MOVES): Promise<ByEye> {
  const { says, type } = MOVES[move];
  return awaitDeed(session, `At the EHR: ${says}, ${forPatient(session)}`, {
    at: observer(session),
    types: [type],
    where: isAboutPatient(session),
    description: `the ${type} of the patient`,
  });
}

/** The admission reaches a department: each has an interface of its own. */
export async function expectAdmissionAt(session: Session, at: Role): Promise<void> {
  const description = 'the admission of the patient';
  const [already] = arrivals(session, { at, types: ADMISSION, where: isAboutPatient(session), description });
  if (already) return;
  await expectArrival(session, { at, types: ADMISSION, where: isAboutPatient(session), description });
}

/** PV1-19 of the message that was heard last. */
export function expectSameVisit(session: Session): void {
  const expected = session.cast.guest().visit?.number.id ?? 'a visit number';
  judge(session, 'PV1-19', expected, heard(session).message.get('PV1-19.1'));
}

/** PV1-6 of a transfer: the bed that the patient has had since the admission. */
export function expectFromAdmissionBed(session: Session): void {
  const { message } = heard(session);
  const bed = (path: string) => [1, 2, 3].map((n) => message.get(`${path}.${n}`) ?? '').join('^');
  judge(session, 'PV1-6', inWords(session.cast.guest().visit?.location), bed('PV1-6'));
  if (bed('PV1-3') !== bed('PV1-6')) return;
  throw new AssertionError({ message: `the transfer moves the patient nowhere\n  PV1-3 and PV1-6: ${bed('PV1-3')}` });
}

function inWords(location: Location | undefined): string {
  return [location?.pointOfCare, location?.room, location?.bed].map((part) => part ?? '').join('^');
}

function judge(session: Session, path: string, expected: string, actual: string | undefined): void {
  if (actual === expected) return;
  const { exchange } = heard(session);
  throw new AssertionError({
    message: `the message (${exchange.id}) does not continue the stay\n  ${path}: expected ${expected}, actual ${actual ?? 'nothing'}`,
  });
}
