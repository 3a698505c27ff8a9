import { AssertionError } from 'node:assert';
import type { LiveExchange } from '../endpoint/live-exchange.js';
import type { Role } from '../endpoint/simulator.js';
import { partsOf } from '../hl7/fragments.js';
import type { Message } from '../hl7/message.js';
import { type ExpectedAcknowledgment, expectAcknowledgment, expectReply } from './acknowledged.js';
import { expectArrival } from './arrival.js';
import { behaviourOf, deviation } from './behaviour.js';
import { nameOfSent } from './message-name.js';
import { markReply } from './missed-expectation.js';
import { personUpdate } from './person-update.js';
import { ROLE_NAMES, type Session } from './session.js';
import { sendAsEhr } from './unusual.js';

/** Sends an update (A31) with a number in MSH-13. */
export function sendNumbered(session: Session, number: number): Promise<LiveExchange> {
  return sendAsEhr(session, update(session).with('MSH-13', `${number}`));
}

/** Sends a header alone: MSH-13 0 asks which number is expected, -1 begins anew. */
export function sendSequenceControl(session: Session, number: 0 | -1): Promise<LiveExchange> {
  const message = update(session).with('MSH-13', `${number}`);
  return sendAsEhr(
    session,
    message.withSegments(([header = '']) => [header]),
  );
}

/** MSA-4 of the acknowledgment; not where the behaviour of the system is to ignore numbers, which is told. */
export async function expectNumber(session: Session, exchange: LiveExchange, expected: number): Promise<void> {
  const reply = await expectReply(session, exchange);
  const actual = reply.message?.get('MSA-4') ?? 'nothing';
  if (actual === `${expected}`) return;
  if (behaviourOf(session).sequence === 'ignored') {
    deviation(session, exchange, 'the sequence number is not answered', `${expected}`, actual);
    return;
  }
  markReply(session, exchange, { path: 'MSA[1]-4[1]', expected: `${expected}`, actual });
  const message = `the acknowledgment of ${nameOfSent(exchange)} has another number\n  MSA-4: expected ${expected}, actual ${actual}`;
  throw new AssertionError({ message });
}

/** A number out of sequence is refused; not where the behaviour of the system is to ignore numbers, which is told. */
export async function expectOutOfSequence(session: Session, exchange: LiveExchange, expected: number): Promise<void> {
  if (behaviourOf(session).sequence === 'kept') await expectAcknowledgment(session, exchange, { codes: ['AE', 'CE'] });
  await expectNumber(session, exchange, expected);
}

/** Updates (A31) in one frame. */
export async function sendAsBatch(session: Session, count: number): Promise<void> {
  const messages = Array.from({ length: count }, () => update(session));
  await session.sent(session.player('ehr').sendBatch(messages, session.scene));
}

/** Each of the last messages is answered so; a system that by its behaviour answers a batch as one may leave the others out. */
export async function expectEachAcknowledged(
  session: Session,
  sent: readonly LiveExchange[],
  expected: ExpectedAcknowledgment,
): Promise<void> {
  const { batches } = behaviourOf(session);
  const [last] = sent.slice(-1);
  if (batches === 'each-message' || last === undefined) {
    for (const exchange of sent) await expectAcknowledgment(session, exchange, expected);
    return;
  }
  deviation(session, last, 'a batch is not answered message by message', 'each-message', batches);
}

/** Sends an update (A31) in parts of about so many bytes; gives the whole. */
export async function sendInParts(session: Session, bytes: number): Promise<void> {
  const whole = update(session);
  const parts = partsOf(whole, bytes);
  for (const part of parts) {
    session.scene.claim(part.controlId);
    await (await sendAsEhr(session, part)).settled;
  }
  wholes.set(session, whole);
}

/** The message that came in parts arrives as one, under the control id of the first, byte for byte. */
export async function expectJoined(session: Session, at: Role): Promise<void> {
  const whole = wholes.get(session);
  const last = session.lastSent;
  if (whole === undefined) return;
  if (behaviourOf(session).parts === 'refused') {
    deviation(session, last, 'the parts of a message do not become one', 'joined', 'refused');
    return;
  }
  const id = whole.controlId;
  const description = `the message ${id} in one`;
  const { exchange } = await expectArrival(session, { at, where: ({ controlId }) => controlId === id, description });
  if (exchange.raw.equals(whole.serialize())) return;
  const [expected, actual] = [linesOf(whole.serialize()), linesOf(exchange.raw)];
  const message = `the parts of ${id} reached the ${ROLE_NAMES[at]} as another message\n  segments: expected ${expected}, actual ${actual}`;
  throw new AssertionError({ message });
}

/** The last message of each scenario that was sent in parts. */
const wholes = new WeakMap<Session, Message>();

function update(session: Session): Message {
  session.pass();
  return personUpdate(session, session.cast.guest().patient);
}

function linesOf(raw: Buffer): string {
  return raw
    .toString('latin1')
    .split('\r')
    .map((line) => line.slice(0, 3))
    .join(' ')
    .trim();
}
