import { AssertionError } from 'node:assert';
import type { LiveExchange } from '../endpoint/live-exchange.js';
import type { Role } from '../endpoint/simulator.js';
import { deliveriesOf } from './delivery.js';
import { ROLE_NAMES, type Session } from './session.js';
import { Untestable } from './trouble.js';
import { waitFor } from './waiting.js';

/** From now on the scenario plays on links that are secured by TLS, with certificates on both sides. */
export async function playSecured(session: Session): Promise<void> {
  const secured = await session.stage.secured?.();
  if (secured?.kind === 'secured') session.play(secured.stage);
  else throw new Untestable(`the links are not secured: ${secured?.reason ?? 'this run has no other'}`);
}

/** The system under test ends the connection and acknowledges nothing: what it must do where the sender's TLS is wrong. */
export async function expectRefusal(session: Session, exchange: LiveExchange): Promise<void> {
  const { book, timer, expectationMs } = session.stage;
  await waitFor(book, timer, expectationMs, () => (exchange.outcome === undefined ? undefined : true));
  if (exchange.outcome === 'connection-lost') return;
  const actual = exchange.reply?.code || exchange.outcomeDetail || exchange.outcome || 'silence';
  throw new AssertionError({
    message: `the system under test took the connection of ${exchange.id}\n  expected its end, actual ${actual}`,
  });
}

/** The system under test tries to connect and does not go on: what it must do where the receiver's TLS is wrong. */
export async function expectNoHandshake(session: Session, at: Role): Promise<void> {
  const { book, timer, expectationMs } = session.stage;
  const sent = session.lastSent;
  const seen = await waitFor(book, timer, expectationMs, () => {
    if (deliveriesOf(session, sent, at).length > 0) return 'delivered';
    return book.isDisturbed(`sut>${at}`, session.scene.id) ? 'refused' : undefined;
  });
  if (seen === 'refused') return;
  const actual = seen === 'delivered' ? 'the message was delivered' : 'no attempt to connect';
  throw new AssertionError({
    message: `the system under test must refuse the ${ROLE_NAMES[at]}\n  expected a connection that it gives up, actual ${actual}`,
  });
}

/** What the system under test has written to its log holds nothing that is known of the patient alone. */
export async function expectNoPatientInLog(session: Session): Promise<void> {
  const log = await session.stage.sutLog?.();
  if (log === undefined) {
    throw new Untestable('nothing shows the log of the system under test; name its file: environments.<name>.log');
  }
  const values = telling(session);
  const found = log.findIndex((line) => values.some((value) => line.includes(value)));
  if (found < 0) return;
  throw new AssertionError({
    message: `line ${found + 1} of the log of the system under test holds a value of a patient (it is not repeated here)`,
  });
}

/** Number, name, address and telephone of the scenario's patients, as they were sent; what is shorter may stand there by chance. */
function telling(session: Session): readonly string[] {
  const values = session.exchanges.flatMap(({ message, direction }) =>
    direction === 'sent' && message ? PLACES.map((path) => message.rawText(path) ?? '') : [],
  );
  return values.filter((value) => value.length >= MIN_LENGTH);
}

const PLACES = ['PID-3.1', 'PID-5', 'PID-11', 'PID-13.1'];
const MIN_LENGTH = 6;
