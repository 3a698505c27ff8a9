import { AssertionError } from 'node:assert';
import { timerOrigin } from '../base/clock.js';
import type { LiveExchange } from '../endpoint/live-exchange.js';
import { type Accounted, account } from '../evidence/accounting.js';
import { USUAL_ACCOUNTING } from '../evidence/accounting-rules.js';
import type { Exchange } from '../evidence/exchange.js';
import { headerOf } from '../evidence/header.js';
import { EXPECTATION } from './expectation-category.js';
import type { Session } from './session.js';
import { HarnessError, Untestable } from './trouble.js';
import { waitFor } from './waiting.js';

/** What the step is about: what is changed or late has steps of its own. */
const DAMAGE: ReadonlySet<Accounted['kind']> = new Set(['lost', 'duplicated', 'reordered']);

/**
 * Every message of the scenario that was accepted has come out, once, and those of a patient in their order. Waits for what is
 * still under way.
 */
export async function expectAllAccounted(session: Session): Promise<void> {
  const { book, timer, expectationMs, sutRole } = session.stage;
  if (sutRole !== 'engine') throw new Untestable('the system under test is an actor itself and passes nothing on');
  if (session.exchanges.every(({ direction }) => direction === 'received'))
    throw new HarnessError('the scenario speaks of messages before any was sent');
  const isThere = () => (damageOf(session).some(({ kind }) => kind === 'lost') ? undefined : true);
  await waitFor(book, timer, expectationMs, isThere);
  const wrong = damageOf(session);
  if (wrong.length === 0) return;
  for (const one of wrong) mark(session, one);
  const named = wrong.map(
    ({ kind, exchange }) => `${kind} ${exchange.id} ${exchange.messageType} ${exchange.controlId}`,
  );
  throw new AssertionError({ message: `messages were lost, doubled or reordered\n  ${named.join('\n  ')}` });
}

function damageOf(session: Session): readonly Accounted[] {
  const exchanges = session.exchanges.map(asSeen);
  const { scale } = session.stage.timer;
  return account(exchanges, session.controlled, USUAL_ACCOUNTING, scale).wrong.filter(({ kind }) => DAMAGE.has(kind));
}

/** A live exchange as the evidence will have it, but for its findings. */
export function asSeen(live: LiveExchange): Exchange {
  const { id, direction, link, raw, faults, accept, application, outcome, beganMs, lagMs } = live;
  return {
    ...{ id, direction, link, raw, faults, findings: [] },
    at: new Date(timerOrigin() + beganMs).toISOString(),
    lagMs,
    ...headerOf(raw),
    ...(accept && { accept }),
    ...(application && { application }),
    ...(outcome && { outcome }),
  };
}

function mark(session: Session, { kind, exchange, faults, detail }: Accounted): void {
  const struck = faults.length === 0 ? '' : ` under ${faults.join(', ')}`;
  session.stage.book.finding(
    {
      section: 'workflow',
      classification: 'Error',
      category: EXPECTATION,
      code: `message-${kind}`,
      message: `the message was ${kind}${struck}${detail === undefined ? '' : `: ${detail}`}`,
    },
    session.scene.id,
    session.exchanges.find(({ id }) => id === exchange.id),
  );
}
