import { AssertionError } from 'node:assert';
import type { LiveExchange } from '../endpoint/live-exchange.js';
import type { Role } from '../endpoint/simulator.js';
import { wereHeldUp } from '../evidence/accounting.js';
import { SHORTEST_PATIENCE_MS } from '../evidence/accounting-rules.js';
import { type Arrival, arrivals, expectArrival } from './arrival.js';
import { isExcusedFromOnce, isExcusedFromResending } from './behaviour.js';
import { personUpdate } from './person-update.js';
import { asSeen } from './scenario-accounting.js';
import { ROLE_NAMES, type Session } from './session.js';
import { HarnessError } from './trouble.js';
import { waitFor } from './waiting.js';

/** Every delivery of one message to a simulator, oldest first: by its control id, which an engine must keep. */
export function deliveriesOf(session: Session, sent: LiveExchange, at: Role): readonly Arrival[] {
  const id = sent.message?.controlId;
  return arrivals(session, { at, where: (message) => message.controlId === id, description: 'the message' });
}

/** Waits for the message itself, whatever else arrives. */
export function expectDelivered(session: Session, sent: LiveExchange, at: Role): Promise<Arrival> {
  const id = sent.message?.controlId ?? '';
  return expectArrival(session, { at, where: ({ controlId }) => controlId === id, description: `the message ${id}` });
}

/** The message arrives, and when something later has arrived on the same way it has come no second time. */
export async function expectDeliveredOnce(session: Session, sent: LiveExchange, at: Role): Promise<void> {
  await expectEachDeliveredOnce(session, [sent], at);
}

/** The same for several. A system that by its behaviour profile sends again what was not accepted may do so; it is told. */
export async function expectEachDeliveredOnce(
  session: Session,
  sent: readonly LiveExchange[],
  at: Role,
): Promise<void> {
  for (const exchange of sent) {
    // An earlier step may have spoken of its arrival.
    if (deliveriesOf(session, exchange, at).length === 0) await expectDelivered(session, exchange, at);
  }
  await passBarrier(session, at);
  for (const exchange of sent) requireOnce(session, exchange, at);
}

function requireOnce(session: Session, sent: LiveExchange, at: Role): void {
  const deliveries = deliveriesOf(session, sent, at).map(({ exchange }) => exchange);
  const { length } = deliveries;
  if (length === 1 || isExcusedFromOnce(session, deliveries) || wereHeldUpBetween(session, sent, deliveries)) return;
  throw new AssertionError({
    message: `${sent.id} reached the ${ROLE_NAMES[at]} ${length} times\n  expected once, actual ${length}`,
  });
}

/** We may have answered each of them too late, because this process was held up: that says nothing about the system. */
function wereHeldUpBetween(session: Session, sent: LiveExchange, deliveries: readonly LiveExchange[]): boolean {
  const { scale } = session.stage.timer;
  const source = asSeen(sent);
  return deliveries.slice(1).every((again) => wereHeldUp(source, asSeen(again), scale * SHORTEST_PATIENCE_MS));
}

/** The message never arrives: something later on the same way does, and it has not come before that. */
export async function expectNotDelivered(session: Session, sent: LiveExchange, at: Role): Promise<void> {
  await passBarrier(session, at);
  if (deliveriesOf(session, sent, at).length === 0) return;
  throw new AssertionError({ message: `${sent.id} must not reach the ${ROLE_NAMES[at]}, but it did` });
}

/** What was not acknowledged comes again: the same id, the same bytes; not where the behaviour of the system is another. */
export async function expectResent(session: Session, sent: LiveExchange, at: Role): Promise<void> {
  const { exchange: delivered } = await expectDelivered(session, sent, at);
  await delivered.settled;
  if (isExcusedFromResending(session, delivered)) return;
  const { book, timer, expectationMs } = session.stage;
  const isSecond = () => (sameContent(session, sent, at).length >= 2 ? true : undefined);
  if (!(await waitFor(book, timer, expectationMs, isSecond))) {
    throw new AssertionError({ message: `${sent.id} was not sent to the ${ROLE_NAMES[at]} again` });
  }
  const [first, ...others] = sameContent(session, sent, at);
  const changed = others.find(({ exchange }) => !first?.exchange.raw.equals(exchange.raw));
  if (changed === undefined) return;
  const [expected, actual] = [first?.message.controlId, changed.message.controlId];
  throw new AssertionError({
    message: `the message came again changed (${changed.exchange.id})\n  MSH-10: expected ${expected}, actual ${actual}`,
  });
}

/** The messages arrive in the order in which they were sent. */
export async function expectInOrder(session: Session, sent: readonly LiveExchange[], at: Role): Promise<void> {
  const places: number[] = [];
  for (const exchange of sent) {
    const { exchange: arrived } = await expectDelivered(session, exchange, at);
    places.push(session.exchanges.indexOf(arrived));
  }
  const inOrder = places.every((place, n) => n === 0 || place > (places[n - 1] ?? 0));
  if (inOrder) return;
  const order = [...sent.keys()].sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0)).map((n) => n + 1);
  throw new AssertionError({
    message: `the messages reached the ${ROLE_NAMES[at]} in another order\n  expected 1 to ${sent.length}, actual ${order.join(', ')}`,
  });
}

/** Deliveries with the content of the message behind MSH, under whatever control id. */
function sameContent(session: Session, sent: LiveExchange, at: Role): readonly Arrival[] {
  const body = bodyOf(sent.raw);
  return arrivals(session, { at, description: 'the message' }).filter(({ exchange }) => bodyOf(exchange.raw) === body);
}

function bodyOf(raw: Buffer): string {
  const text = raw.toString('latin1');
  return text.slice(text.indexOf('\r') + 1);
}

/** Sends an update of the patient (A31) behind everything else and waits until it has arrived. */
export async function passBarrier(session: Session, at: Role): Promise<void> {
  if (at === 'ehr') throw new HarnessError('there is no barrier towards the EHR: look at what it files instead');
  const { patient } = session.cast.guest();
  const message = personUpdate(session, patient);
  const [barrier] = await Promise.all(session.player('ehr').send(message.serialize(), message, session.scene));
  if (barrier === undefined) throw new HarnessError('the barrier was not sent');
  await expectDelivered(session, barrier, at);
}
