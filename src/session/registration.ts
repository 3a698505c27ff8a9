import type { LiveExchange } from '../endpoint/live-exchange.js';
import { location } from '../population/places.js';
import { expectAcknowledgment } from './acknowledged.js';
import { newVisit } from './people.js';
import type { Session } from './session.js';

/** The EHR admits the person to a bed (A01). */
export async function admit(session: Session, bed: string, who?: string): Promise<LiveExchange> {
  const guest = session.cast.guest(who);
  const visit = newVisit(session, guest, 'I', location(bed));
  guest.visit = visit;
  return last(await session.act('ehr', { kind: 'admit', patient: guest.patient, visit }));
}

/** The EHR registers the person as an outpatient or an emergency (A04). */
export async function register(session: Session, patientClass: 'O' | 'E', who?: string): Promise<LiveExchange> {
  const guest = session.cast.guest(who);
  const visit = newVisit(session, guest, patientClass);
  guest.visit = visit;
  return last(await session.act('ehr', { kind: 'register', patient: guest.patient, visit }));
}

/** The EHR moves the person to another bed (A02). */
export async function transfer(session: Session, bed: string, who?: string): Promise<LiveExchange> {
  return last(
    await session.act('ehr', { kind: 'transfer', patient: session.cast.guest(who).patient, to: location(bed) }),
  );
}

/** The EHR discharges the person (A03). */
export async function discharge(session: Session, who?: string): Promise<LiveExchange> {
  return last(await session.act('ehr', { kind: 'discharge', patient: session.cast.guest(who).patient }));
}

/** A precondition: what was sent has to be accepted, or the scenario has nothing to stand on. */
export async function accepted(session: Session, exchange: LiveExchange): Promise<void> {
  await expectAcknowledgment(session, exchange, { codes: ['AA', 'CA'] });
}

function last(exchanges: readonly LiveExchange[]): LiveExchange {
  const exchange = exchanges.at(-1);
  if (exchange === undefined) throw new Error('an action without a message');
  return exchange;
}
