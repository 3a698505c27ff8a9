import type { Timer } from '../base/timer.js';
import type { Refusal, ReplyPlan } from '../faults/fault.js';
import { acknowledge } from '../hl7/acknowledgment.js';
import type { Message } from '../hl7/message.js';
import { parseTimestamp } from '../hl7/timestamp.js';
import type { Connection } from '../mllp/connection.js';
import { wholeFrame } from '../mllp/wire-plan.js';
import type { ExchangeBook } from './exchange-book.js';
import type { FaultBox } from './fault-box.js';
import type { LiveExchange } from './live-exchange.js';

/** Where a reply goes, and which exchange it answers. */
export interface Asker {
  readonly exchange: LiveExchange;
  readonly message: Message;
  readonly connection: Connection;
}

/** Gives the simulator's reply on the connection on which the message came, as honestly as the faults allow. */
export function answer(own: Message, asker: Asker, faults: FaultBox, book: ExchangeBook, timer: Timer): void {
  const raw = own.serialize();
  const { plan, faults: struck } = faults.reply(asker.message, raw);
  asker.exchange.faults.push(...struck);
  const payload = payloadOf(plan, raw, own, asker.message);
  if (payload === undefined) {
    close(plan, asker.connection);
    book.settle(asker.exchange, 'none-expected', `withheld by ${struck.join(', ')}`);
    return;
  }
  const write = (): void => void give(payload, plan, asker, book, timer);
  if (plan.delayMs === undefined || plan.delayMs === 0) write();
  else timer.after(plan.delayMs, write, { background: true });
}

async function give(
  payload: Buffer,
  plan: ReplyPlan,
  { exchange, connection }: Asker,
  book: ExchangeBook,
  timer: Timer,
): Promise<void> {
  const gap = plan.gapMs ? [{ kind: 'pause', ms: plan.gapMs } as const] : [];
  const copies = Array.from({ length: plan.times ?? 1 }, (_, n) =>
    n === 0 ? wholeFrame(payload) : [...gap, ...wholeFrame(payload)],
  );
  const result = await connection.write(copies.flat());
  const afterMs = timer.now() - exchange.beganMs;
  if (result === 'written') {
    book.reply(exchange, payload, afterMs);
    book.settle(exchange, 'acknowledged');
  } else {
    book.settle(exchange, 'connection-lost', 'the system under test had closed the connection before it was answered');
  }
  close(plan, connection);
}

function payloadOf(plan: ReplyPlan, raw: Buffer, own: Message, trigger: Message): Buffer | undefined {
  if (plan.send === 'nothing') return undefined;
  if (plan.send === 'reply') return raw;
  return Buffer.isBuffer(plan.send) ? plan.send : refuse(plan.send, own, trigger).serialize();
}

/** The negative acknowledgment that stands in for the simulator's own: its id and its names are kept. */
function refuse({ code, error }: Refusal, own: Message, trigger: Message): Message {
  return acknowledge(trigger, {
    code,
    application: own.rawText('MSH-3') ?? '',
    facility: own.rawText('MSH-4') ?? '',
    controlId: own.controlId,
    at: ownTime(own),
    errors: [error],
  });
}

function ownTime(own: Message): Date {
  return parseTimestamp(own.get('MSH-7') ?? '')?.toDate(0) ?? new Date(0);
}

function close(plan: ReplyPlan, connection: Connection): void {
  if (plan.close === 'reset') connection.reset();
  if (plan.close === 'end') connection.end();
}
