import { AssertionError } from 'node:assert';
import type { LiveExchange, LiveReply } from '../endpoint/live-exchange.js';
import { type AcknowledgmentRequest, asking } from '../hl7/acknowledgment-request.js';
import type { Message } from '../hl7/message.js';
import { behaviourOf, deviation } from './behaviour.js';
import { nameOf } from './message-name.js';
import { markReply } from './missed-expectation.js';
import { personUpdate } from './person-update.js';
import type { Session } from './session.js';
import { admission, sendAsEhr } from './unusual.js';
import { waitFor } from './waiting.js';

/** Makes the message of an occasion. */
export type Occasion = (session: Session) => Message | Promise<Message>;

/** What an admission may be for the system that gets it, in words of a scenario; longest first where one name begins another. */
export const OCCASIONS: Readonly<Record<string, Occasion>> = {
  'an admission without a record number': (session) => admission(session).withRaw('PID-3', ''),
  'an admission of an unknown version': (session) => admission(session).with('MSH-12', '9.9'),
  'an admission under a used control id': underUsedId,
  'an admission': admission,
};

async function underUsedId(session: Session): Promise<Message> {
  const first = await sendAsEhr(session, admission(session));
  await first.settled;
  return admission(session).with('MSH-10', first.message?.controlId ?? '');
}

/** Sends the message of an occasion with these words in MSH-15 and MSH-16; either may be empty. */
export async function sendAsking(
  session: Session,
  occasion: Occasion,
  accept: string,
  application: string,
): Promise<LiveExchange> {
  const message = await occasion(session);
  return sendAsEhr(session, message.with('MSH-15', accept).with('MSH-16', application));
}

/** The two acknowledgments of enhanced mode. */
export type Stage = 'accept' | 'application';

/**
 * The message gets this acknowledgment, or none where `expected` is `none`: then it has none when a later message on the same ways has
 * both of its own.
 */
export async function expectStage(
  session: Session,
  exchange: LiveExchange,
  stage: Stage,
  expected: string,
): Promise<void> {
  if (behaviourOf(session).answers === 'in-original-mode') return expectOneReply(session, exchange, stage);
  const reply = await (expected === 'none' ? replyBehind(session, exchange, stage) : replyOf(session, exchange, stage));
  const actual = reply?.code ?? 'none';
  if (actual === expected) return;
  const name = exchange.message ? nameOf(exchange.message, exchange) : exchange.id;
  if (reply) markReply(session, exchange, { path: 'MSA[1]-1[1]', expected, actual });
  throw new AssertionError({
    message: `the ${stage} acknowledgment of ${name} is another\n  MSA-1: expected ${expected}, actual ${actual}`,
  });
}

/** A receiver that knows the original mode only gives one reply on the connection, whatever the message asks for. */
async function expectOneReply(session: Session, exchange: LiveExchange, stage: Stage): Promise<void> {
  const { book, timer, expectationMs } = session.stage;
  const reply = await waitFor(book, timer, expectationMs, () => exchange.reply);
  if (reply === undefined) throw new AssertionError({ message: `${exchange.id} was not acknowledged at all` });
  const { request } = exchange;
  const asked = `MSH-15 ${request?.accept}, MSH-16 ${request?.application}`;
  if (stage === 'accept')
    deviation(session, exchange, 'the message is answered in original mode', asked, reply.code ?? 'no MSA');
}

function replyOf(session: Session, exchange: LiveExchange, stage: Stage): Promise<LiveReply | undefined> {
  const { book, timer, expectationMs } = session.stage;
  return waitFor(book, timer, expectationMs, () => exchange[stage]);
}

const BOTH: AcknowledgmentRequest = { accept: 'AL', application: 'AL' };

async function replyBehind(session: Session, exchange: LiveExchange, stage: Stage): Promise<LiveReply | undefined> {
  const message = asking(personUpdate(session, session.cast.guest().patient), BOTH);
  const [barrier] = await Promise.all(session.player('ehr').send(message.serialize(), message, session.scene));
  if (barrier) await Promise.all([replyOf(session, barrier, 'accept'), replyOf(session, barrier, 'application')]);
  return exchange[stage];
}
