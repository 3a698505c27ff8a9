import type { Answer, EngineBehaviour } from '../endpoint/behaviour.js';
import { SPEC_BEHAVIOUR } from '../endpoint/behaviour.js';
import type { LiveExchange } from '../endpoint/live-exchange.js';
import type { Finding } from '../evidence/finding.js';
import type { Session } from './session.js';

export function behaviourOf(session: Session): EngineBehaviour {
  return session.stage.behaviour ?? SPEC_BEHAVIOUR;
}

const WORDS: Readonly<Record<Answer, string>> = {
  error: 'in error',
  rejected: 'rejected',
  withoutMsa: 'answered without an MSA segment',
  wrongControlId: 'acknowledged under another control id',
  silence: 'not acknowledged',
};

/** What the sender of a message that we received has seen as our answer. */
function answerTo({ message, reply }: LiveExchange): Answer | 'accepted' {
  if (reply === undefined) return 'silence';
  if (reply.acknowledgment === undefined) return 'withoutMsa';
  if (reply.controlId !== message?.controlId) return 'wrongControlId';
  if (reply.code?.endsWith('A')) return 'accepted';
  return reply.code?.endsWith('R') ? 'rejected' : 'error';
}

/** A deviation that the behaviour profile of the system under test allows: it is told, and fails only where the profile says so. */
export function deviation(
  session: Session,
  exchange: LiveExchange,
  message: string,
  expected: string,
  actual: string,
): void {
  const { name, deviations } = behaviourOf(session);
  const finding: Finding = {
    section: 'acknowledgment',
    classification: deviations === 'fail' ? 'Error' : 'Warning',
    category: 'Behaviour',
    code: 'behaviour-deviates',
    rule: 'HL7 v2.5.1 §2.9',
    message: `${message}; the behaviour profile ${name} allows it`,
    expected,
    actual,
  };
  session.stage.book.finding(finding, session.scene.id, exchange);
}

/** Whether the standard has the message sent again where this behaviour does not; then it is told. */
export function isExcusedFromResending(session: Session, first: LiveExchange): boolean {
  const answer = answerTo(first);
  if (answer === 'accepted' || SPEC_BEHAVIOUR[answer] !== 'again') return false;
  const reaction = behaviourOf(session)[answer];
  if (reaction === 'again') return false;
  deviation(session, first, `a message that was ${WORDS[answer]} is not sent again`, 'again', reaction);
  return true;
}

/** Whether this behaviour sends again what was not accepted where the standard does not; then it is told. */
export function isExcusedFromOnce(session: Session, deliveries: readonly LiveExchange[]): boolean {
  const behaviour = behaviourOf(session);
  const [first, ...others] = deliveries.slice(0, -1).map((exchange) => ({ exchange, answer: answerTo(exchange) }));
  if (first === undefined) return false;
  for (const { answer } of [first, ...others]) {
    if (answer === 'accepted' || SPEC_BEHAVIOUR[answer] === 'again' || behaviour[answer] !== 'again') return false;
  }
  const { exchange, answer } = first;
  if (answer === 'accepted') return false;
  deviation(session, exchange, `a message that was ${WORDS[answer]} is sent again`, SPEC_BEHAVIOUR[answer], 'again');
  return true;
}
