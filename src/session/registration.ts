import type { LiveExchange } from '../endpoint/live-exchange.js';
import type { Patient } from '../population/facts.js';
import { location } from '../population/places.js';
import { expectAcknowledgment } from './acknowledged.js';
import { newVisit, newVisitNumber } from './people.js';
import type { Session } from './session.js';

/** A person is admitted to a bed (A01). */
export async function admit(session: Session, bed: string, who?: string): Promise<LiveExchange> {
  const guest = session.cast.guest(who);
  const visit = newVisit(session, guest, 'I', location(bed));
  guest.visit = visit;
  return last(await session.act('ehr', { kind: 'admit', patient: guest.patient, visit }));
}

/** A planned visit begins (A01 under the number of the pre-admission). */
export async function admitAsPlanned(session: Session, bed: string): Promise<LiveExchange> {
  const guest = session.cast.guest();
  const planned = guest.visit ?? newVisit(session, guest, 'P');
  guest.visit = { ...planned, patientClass: 'I', location: location(bed), admittedAt: session.scene.clock.now() };
  return last(await session.act('ehr', { kind: 'admit', patient: guest.patient, visit: guest.visit }));
}

/** Outpatient or emergency registration (A04). */
export async function register(session: Session, patientClass: 'O' | 'E', who?: string): Promise<LiveExchange> {
  const guest = session.cast.guest(who);
  const visit = newVisit(session, guest, patientClass);
  guest.visit = visit;
  return last(await session.act('ehr', { kind: 'register', patient: guest.patient, visit }));
}

/** A visit is planned (A05). */
export async function preAdmit(session: Session): Promise<LiveExchange> {
  const guest = session.cast.guest();
  const visit = newVisit(session, guest, 'P');
  guest.visit = visit;
  return last(await session.act('ehr', { kind: 'pre-admit', patient: guest.patient, visit }));
}

/** Adds the person to the index without a visit (A28). */
export async function addPerson(session: Session, who?: string): Promise<LiveExchange> {
  return last(await session.act('ehr', { kind: 'add-person', patient: session.cast.guest(who).patient }));
}

export async function transfer(session: Session, bed: string, who?: string): Promise<LiveExchange> {
  return last(
    await session.act('ehr', { kind: 'transfer', patient: session.cast.guest(who).patient, to: location(bed) }),
  );
}

/** Events of a visit that carry nothing but themselves. `force` sends them although the EHR knows better. */
export type PlainVisitEvent =
  | 'discharge'
  | 'cancel-discharge'
  | 'cancel-admit'
  | 'cancel-transfer'
  | 'cancel-pre-admit';

export async function visitEvent(session: Session, kind: PlainVisitEvent, force = false): Promise<LiveExchange> {
  return last(await session.act('ehr', { kind, patient: session.cast.guest().patient, ...(force && { force }) }));
}

/** A06 to inpatient, A07 to outpatient, under a new visit number where asked for. */
export async function changeClass(
  session: Session,
  to: 'I' | 'O',
  bed?: string,
  renumber = false,
): Promise<LiveExchange> {
  const guest = session.cast.guest();
  const number = renumber ? newVisitNumber(session) : undefined;
  const change = { to, ...(bed !== undefined && { location: location(bed) }), ...(number && { number }) };
  if (guest.visit) guest.visit = { ...guest.visit, patientClass: to, ...(number && { number }) };
  return last(await session.act('ehr', { kind: 'change-class', patient: guest.patient, ...change }));
}

/** A08 with changed facts, or A31 where the person has no visit. */
export async function update(
  session: Session,
  changes: Partial<Patient>,
  erased: readonly Erasable[] = [],
): Promise<LiveExchange> {
  const guest = session.cast.guest();
  guest.patient = { ...guest.patient, ...changes };
  const kind = guest.visit ? 'update' : 'update-person';
  return last(await session.act('ehr', { kind, patient: guest.patient, erased }));
}

/** What an update may take away: `""` goes out where an empty field would change nothing. */
export type Erasable = 'phone' | 'address' | 'nextOfKin' | 'insurance';

/** Joins the second record into the first (A40): the first survives. */
export async function merge(session: Session, survivor: string, subsumed: string): Promise<LiveExchange> {
  const { patient } = session.cast.guest(survivor);
  const given = session.cast.guest(subsumed).patient;
  const [number] = given.identifiers;
  if (number === undefined) throw new Error(`"${subsumed}" has no record number`);
  return last(await session.act('ehr', { kind: 'merge', patient, subsumed: number, account: given.account }));
}

/** A precondition: what was sent has to be accepted, or the scenario has nothing to stand on. */
export async function accepted(session: Session, sending: Promise<LiveExchange>): Promise<void> {
  await expectAcknowledgment(session, await sending, { codes: ['AA', 'CA'] });
}

function last(exchanges: readonly LiveExchange[]): LiveExchange {
  const exchange = exchanges.at(-1);
  if (exchange === undefined) throw new Error('an action without a message');
  return exchange;
}
