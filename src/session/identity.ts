import { AssertionError } from 'node:assert';
import type { LiveExchange } from '../endpoint/live-exchange.js';
import type { Role } from '../endpoint/simulator.js';
import type { Patient } from '../population/facts.js';
import { expectReply } from './acknowledged.js';
import { expectArrival } from './arrival.js';
import { introduce, newVisit } from './people.js';
import { personUpdate } from './person-update.js';
import { ROLE_NAMES, type Session } from './session.js';

/** Another hospital's authority, for people who share a record number with one of ours. */
const OTHER_AUTHORITY = 'ELSEWHERE';

/** Somebody else who has the same record number, given by another authority, and whom only the EHR knows. */
export async function introduceNamesake(session: Session, name: string): Promise<void> {
  const [number] = session.cast.guest().patient.identifiers;
  if (number === undefined) throw new Error('the patient has no record number');
  const guest = introduce(session, name, { id: number.id, authority: OTHER_AUTHORITY });
  await session.act('ehr', { kind: 'add-person', patient: guest.patient, silent: true });
}

/** The EHR discharges a person of whose admission it has told nobody (A03). */
export async function dischargeUnannounced(session: Session): Promise<void> {
  const guest = session.cast.guest();
  const visit = newVisit(session, guest, 'I');
  await session.act('ehr', { kind: 'admit', patient: guest.patient, visit, silent: true });
  await session.act('ehr', { kind: 'discharge', patient: guest.patient });
}

/** Sends an update of the person (A31) past the EHR, which would no longer use the number. */
export async function updateUnderOldNumber(session: Session, who: string): Promise<LiveExchange> {
  const { patient } = session.cast.guest(who);
  session.pass();
  const message = personUpdate(session, patient);
  const [exchange] = await session.sent(session.player('ehr').send(message.serialize(), message, session.scene));
  if (exchange === undefined) throw new Error('the update was not sent');
  return exchange;
}

/** After a merge, a message for the number that was given up is refused, or goes on under the survivor's. */
export async function expectRefusedOrRedirected(session: Session, at: Role, survivor: string): Promise<void> {
  const sent = session.lastSent;
  const reply = await expectReply(session, sent);
  if (reply.code === 'AE' || reply.code === 'AR') return;
  const arrival = await expectArrival(session, {
    at,
    where: (message) => message.controlId === sent.message?.controlId,
    description: 'the message for the number that was given up',
  });
  const expected = numberOf(session.cast.guest(survivor).patient);
  const actual = arrival.message.get('PID-3.1') ?? 'nothing';
  if (actual === expected) return;
  const where = `the ${ROLE_NAMES[at]} received the message under the number that was given up (${arrival.exchange.id})`;
  throw new AssertionError({ message: `${where}\n  PID-3.1: expected ${expected}, actual ${actual}` });
}

function numberOf(patient: Patient): string {
  return patient.identifiers[0]?.id ?? '';
}
