import { AssertionError } from 'node:assert';
import type { LiveExchange } from '../endpoint/live-exchange.js';
import { expectReply } from './acknowledged.js';
import { nameOfSent } from './message-name.js';
import { personUpdate } from './person-update.js';
import type { Session } from './session.js';
import { HarnessError } from './trouble.js';

/**
 * Each of the last messages has got one acknowledgment and no second one. An update is sent behind them: what is written before
 * its acknowledgment has been read, so nothing has to be waited for.
 */
export async function expectAcknowledgedOnce(session: Session, count: number): Promise<void> {
  const exchanges = session.sentLately(count);
  for (const exchange of exchanges) await expectReply(session, exchange);
  await expectReply(session, await sendBehind(session));
  const repeated = exchanges.filter((exchange) => timesAcknowledged(session, exchange) !== 1);
  if (repeated.length === 0) return;
  const lines = repeated.map(
    (exchange) => `  ${nameOfSent(exchange)}: expected 1, actual ${timesAcknowledged(session, exchange)}`,
  );
  throw new AssertionError({ message: ['acknowledgments of one message', ...lines].join('\n') });
}

/** The message gets no positive acknowledgment, not even one that names another message or none. */
export async function expectNotAccepted(exchange: LiveExchange): Promise<void> {
  await exchange.settled;
  const code = exchange.reply?.code ?? '';
  if (!['AA', 'CA'].includes(code)) return;
  throw new AssertionError({ message: `${nameOfSent(exchange)} must not be accepted, but ${code} came` });
}

function timesAcknowledged(session: Session, { message }: LiveExchange): number {
  return 1 + session.stage.book.surplusFor(message?.controlId ?? '');
}

async function sendBehind(session: Session): Promise<LiveExchange> {
  const message = personUpdate(session, session.cast.guest().patient);
  const [behind] = await Promise.all(session.player('ehr').send(message.serialize(), message, session.scene));
  if (behind === undefined) throw new HarnessError('the message behind the others was not sent');
  return behind;
}
