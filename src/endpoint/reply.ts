import type { Timer } from '../base/timer.js';
import type { LaterReply, ReplyPlan } from '../faults/fault.js';
import { replyWire } from '../faults/reply-wire.js';
import type { Message } from '../hl7/message.js';
import type { Connection } from '../mllp/connection.js';
import { wholeFrame } from '../mllp/wire-plan.js';
import type { ExchangeBook } from './exchange-book.js';
import type { FaultBox } from './fault-box.js';
import type { LiveExchange } from './live-exchange.js';
import { standIn } from './stand-in.js';

/** Where a reply goes, and which exchange it answers. */
export interface Asker {
  readonly exchange: LiveExchange;
  readonly message: Message;
  readonly connection: Connection;
  /** MSA-4 of its acknowledgment, where numbers are minded. */
  readonly sequence?: number;
  /** The message ends one that came in parts, and the application acknowledgment names the first of them. */
  readonly isLastPart?: true;
}

export interface Answering {
  readonly faults: FaultBox;
  readonly book: ExchangeBook;
  readonly timer: Timer;
  /** Sends the application acknowledgment of an exchange on our own connection to the system under test. */
  readonly sendLater: (message: Message, asker: Asker) => void;
}

/** Gives the simulator's reply as `honest` foresees it, as honestly as the faults allow. */
export function answer(own: Message, asker: Asker, honest: ReplyPlan, answering: Answering): void {
  const { faults, book, timer } = answering;
  const raw = own.serialize();
  const { plan, faults: struck } = faults.reply(asker.message, raw, honest);
  asker.exchange.faults.push(...struck);
  const give = async (): Promise<void> => {
    const payload = payloadOf(plan, raw, own, asker.message);
    if (payload === undefined) book.settle(asker.exchange, 'none-expected', whyNot(struck));
    else await write(payload, plan, asker, book, timer);
    if (plan.later) giveLater(plan.later, own, asker, answering);
    close(plan, asker.connection);
  };
  if (plan.delayMs === undefined || plan.delayMs === 0) void give();
  else timer.after(plan.delayMs, () => void give(), { background: true });
}

function whyNot(struck: readonly string[]): string {
  return struck.length > 0 ? `withheld by ${struck.join(', ')}` : 'MSH-15 asks for none';
}

async function write(
  payload: Buffer,
  plan: ReplyPlan,
  { exchange, connection }: Asker,
  book: ExchangeBook,
  timer: Timer,
): Promise<void> {
  const result = await connection.write(replyWire(payload, plan));
  if (result === 'written') {
    book.reply(exchange, payload, timer.now() - exchange.beganMs);
    book.settle(exchange, 'acknowledged');
  } else {
    book.settle(exchange, 'connection-lost', 'the system under test had closed the connection before it was answered');
  }
}

/** The application acknowledgment. The exchange was settled by the accept acknowledgment; this one is added to it. */
function giveLater(later: LaterReply, own: Message, asker: Asker, { book, timer, sendLater }: Answering): void {
  const message = later.send === 'reply' ? own : standIn(later.send, own, asker.message);
  const { exchange, connection } = asker;
  const once = async (): Promise<void> => {
    if (later.on === 'own-connection') return sendLater(message, asker);
    const raw = message.with('MSH-16', 'NE').serialize();
    if ((await connection.write(wholeFrame(raw))) === 'written')
      book.reply(exchange, raw, timer.now() - exchange.beganMs);
  };
  const all = (): void => {
    for (let n = 0; n < later.times; n++) void once();
  };
  if (later.delayMs === 0) all();
  else timer.after(later.delayMs, all, { background: true });
}

function payloadOf(plan: ReplyPlan, raw: Buffer, own: Message, trigger: Message): Buffer | undefined {
  if (plan.send === 'nothing') return undefined;
  if (plan.send === 'reply') return raw;
  return Buffer.isBuffer(plan.send) ? plan.send : standIn(plan.send, own, trigger).serialize();
}

function close(plan: ReplyPlan, connection: Connection): void {
  if (plan.close === 'reset') connection.reset();
  if (plan.close === 'end') connection.end();
}
