import { AssertionError } from 'node:assert';
import type { LiveExchange, LiveReply } from '../endpoint/live-exchange.js';
import type { AcknowledgmentError } from '../hl7/acknowledgment.js';
import { nameOfSent } from './message-name.js';
import { markReply, type ReplyDifference } from './missed-expectation.js';
import type { Session } from './session.js';
import { Unreachable } from './trouble.js';
import { waitFor } from './waiting.js';

/** What the acknowledgment of a message must say. */
export interface ExpectedAcknowledgment {
  /** Any of these in MSA-1. */
  readonly codes: readonly string[];
  /** ERR-3 (or ERR-1.4 before 2.5), table 0357. */
  readonly error?: string;
  /** `PID-7`: segment and field that ERR-2 (or ERR-1) must point at. */
  readonly location?: string;
}

/** Waits for the reply to a message that we sent, whatever it says. */
export async function expectReply(session: Session, exchange: LiveExchange, withinMs?: number): Promise<LiveReply> {
  const limit = withinMs ?? session.stage.expectationMs;
  const { book, timer } = session.stage;
  await waitFor(book, timer, limit, () => (exchange.outcome === undefined && !exchange.reply ? undefined : true));
  if (exchange.reply && exchange.outcome !== 'uncorrelated') return exchange.reply;
  if (exchange.neverLeft)
    throw new Unreachable(`${nameOfSent(exchange)} could not be delivered: ${exchange.outcomeDetail}`);
  if (isBroken(exchange))
    throw new Unreachable(`${nameOfSent(exchange)} was not acknowledged${whyNot(exchange, limit)}`);
  throw new AssertionError({ message: `${nameOfSent(exchange)} was not acknowledged${whyNot(exchange, limit)}` });
}

/** Nobody knows who broke a connection on which nothing was wrong, and nothing was said: that is no failed check. */
function isBroken({ outcome, faults }: LiveExchange): boolean {
  return outcome === 'connection-lost' && faults.length === 0;
}

function whyNot({ outcome, outcomeDetail, message, reply }: LiveExchange, limit: number): string {
  switch (outcome) {
    case 'uncorrelated':
      return `: ${outcomeDetail}\n  MSA-2: expected ${message?.controlId}, actual ${reply?.controlId || 'nothing'}`;
    case 'connection-lost':
      return `: the connection was lost before (${outcomeDetail})`;
    case 'timed-out':
    case 'bad-frame':
      return `: ${outcomeDetail}`;
    default:
      return ` within ${limit / 1000} s`;
  }
}

export async function expectAcknowledgment(
  session: Session,
  exchange: LiveExchange,
  expected: ExpectedAcknowledgment,
  withinMs?: number,
): Promise<LiveReply> {
  const reply = await expectReply(session, exchange, withinMs);
  const problems = [...wrongCode(reply, expected), ...wrongError(reply, expected)];
  if (problems.length > 0) {
    for (const problem of problems) markReply(session, exchange, problem);
    const lines = problems.map(
      (problem) => `  ${problem.what}: expected ${problem.expected}, actual ${problem.actual}`,
    );
    throw new AssertionError({ message: [`${nameOfSent(exchange)} was answered otherwise`, ...lines].join('\n') });
  }
  return reply;
}

/** No reply may come for `withinMs` nominal milliseconds. */
export async function expectNoReply(session: Session, exchange: LiveExchange, withinMs: number): Promise<void> {
  const { book, timer } = session.stage;
  const reply = await waitFor(book, timer, withinMs, () => exchange.reply);
  if (reply === undefined) return;
  throw new AssertionError({
    message: `${nameOfSent(exchange)} must not be acknowledged, but ${reply.code ?? 'a reply'} came`,
  });
}

interface Problem extends ReplyDifference {
  /** `MSA-1` or `ERR`, as people call it. */
  readonly what: string;
}

function wrongCode(reply: LiveReply, { codes }: ExpectedAcknowledgment): readonly Problem[] {
  if (reply.code !== undefined && codes.includes(reply.code)) return [];
  const why = (reply.acknowledgment?.errors ?? []).map(describeError).join('; ') || reply.acknowledgment?.text || '';
  const actual = `${reply.code ?? 'no MSA segment'}${why && ` (${why})`}`;
  return [{ what: 'MSA-1', path: 'MSA[1]-1[1]', expected: codes.join(' or '), actual }];
}

function wrongError(reply: LiveReply, expected: ExpectedAcknowledgment): readonly Problem[] {
  if (expected.error === undefined && expected.location === undefined) return [];
  const errors = reply.acknowledgment?.errors ?? [];
  if (errors.some((error) => agrees(error, expected))) return [];
  const wanted = [expected.error, expected.location && `at ${expected.location}`].filter(Boolean).join(' ');
  const path = errors.length > 0 ? 'ERR[1]' : 'MSA[1]-1[1]';
  return [{ what: 'ERR', path, expected: wanted, actual: errors.map(describeError).join('; ') || 'no ERR segment' }];
}

function agrees(error: AcknowledgmentError, expected: ExpectedAcknowledgment): boolean {
  const code = expected.error === undefined || error.code === expected.error;
  return code && (expected.location === undefined || locationText(error) === expected.location);
}

function locationText({ location }: AcknowledgmentError): string {
  if (location === undefined) return 'nowhere';
  const sequence = location.sequence !== undefined && location.sequence > 1 ? `[${location.sequence}]` : '';
  return `${location.segment}${sequence}${location.field === undefined ? '' : `-${location.field}`}`;
}

export function describeError(error: AcknowledgmentError): string {
  return `${error.code} at ${locationText(error)}${error.userMessage ? `: ${error.userMessage}` : ''}`;
}
