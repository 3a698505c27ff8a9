import type { Cancel, Timer } from '../base/timer.js';
import type { Defects } from './defects.js';
import { readHeader } from './header.js';
import type { Link } from './link.js';
import type { Log } from './log.js';
import type { Entry, Queue, Settlement } from './queue.js';
import { type Reply, readReply } from './reply.js';
import type { EngineTls } from './tls.js';

/** Nominal milliseconds without an acknowledgment after which a message is sent again. */
const REPLY_TIMEOUT_MS = 10_000;
const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 30_000;
/** How long a stop waits for the answer to the message under way, in nominal milliseconds. */
const FAREWELL_MS = 1_000;
/** How often a message that the destination rejects (AR, CR) is sent in all. */
const MOST_REJECTIONS = 5;

interface DeliveryParts {
  readonly name: string;
  readonly link: Link;
  readonly queue: Queue;
  readonly defects: Defects;
  readonly timer: Timer;
  readonly log: Log;
  /** Which of the waiting messages is next. */
  readonly pick: (queue: Queue) => Entry | undefined;
  /** The bytes to send; `resends` counts the earlier attempts. */
  readonly bytesOf: (entry: Entry, resends: number) => Promise<Buffer>;
  /** An order-level answer came as the reply: resolves when it is safe. */
  readonly answered: (answer: Buffer) => Promise<void>;
}

/**
 * Sends the messages of one queue over one connection, one after the other: the next only when the one before is settled.
 *
 * Acknowledged (AA, CA): done. In error (AE, CE): error queue, the next goes on. Rejected (AR, CR): again a few times, then
 * error queue. No answer with its MSA-2, or no connection: the same bytes again over a new connection, for as long as it
 * takes, with growing pauses, since giving up would lose the message.
 */
export class Delivery {
  readonly #parts: DeliveryParts;
  #isStopped = false;
  #isPaused = false;
  #resends = 0;
  #rejections = 0;
  #retry = 0;
  #wake: () => void = () => {};
  #hurry: () => void = () => {};
  #running: Promise<void> | undefined;

  constructor(parts: DeliveryParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** There is something new to do. */
  wake(): void {
    this.#wake();
  }

  get status() {
    const { queue, link } = this.#parts;
    return { queued: queue.length, ...queue.counts, connected: link.isConnected, retries: this.#retry };
  }

  pause(): void {
    this.#isPaused = true;
    this.#parts.link.pause();
  }

  resume(): void {
    this.#isPaused = false;
    this.#parts.link.resume();
    this.#wake();
  }

  secure(tls: EngineTls | undefined): void {
    this.#parts.link.secure(tls);
    this.#hurry();
  }

  cutOff(): void {
    this.#parts.link.cutOff();
  }

  reconnect(): void {
    this.#parts.link.restore();
    this.#hurry();
  }

  /** Waits a moment for the answer to what is under way, so that a clean stop makes no duplicate. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#wake();
    this.#hurry();
    const cancel = this.#parts.timer.after(FAREWELL_MS, () => this.#parts.link.cutOff());
    await this.#running;
    cancel();
    this.#parts.link.cutOff();
    await this.#parts.queue.close();
  }

  async #run(): Promise<void> {
    while (!this.#isStopped) {
      const entry = this.#isPaused ? undefined : this.#parts.pick(this.#parts.queue);
      if (entry) await this.#deliver(entry);
      else await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  /** One message until it is settled, or the engine stops. */
  async #deliver(entry: Entry): Promise<void> {
    this.#resends = 0;
    this.#rejections = 0;
    while (!this.#isStopped) {
      const settlement = this.#isPaused ? undefined : await this.#attempt(entry).catch((error) => this.#trouble(error));
      if (settlement) return this.#settle(entry, settlement);
      if (!this.#isStopped) await this.#backOff(entry);
    }
  }

  /** The disk does not give or take what it should: the message stays in the queue. */
  #trouble(error: unknown): undefined {
    this.#parts.log(`${this.#parts.name}: ${error instanceof Error ? error.message : error}`);
  }

  /** Undefined when it has to be tried again. */
  async #attempt(entry: Entry): Promise<Settlement | undefined> {
    const { link, bytesOf, answered } = this.#parts;
    const bytes = await bytesOf(entry, this.#resends);
    if (!(await link.connect()) || this.#isStopped) return undefined;
    this.#resends++;
    const id = readHeader(bytes)?.field(10);
    const awaited = this.#readsMsa2 ? id : undefined;
    const reply = await link.exchange(bytes, REPLY_TIMEOUT_MS, (frame) => replyTo(awaited, frame));
    if (reply === 'silent' || reply === 'lost') return this.#unanswered(reply);
    if (reply.answersOrder) await answered(reply.bytes);
    return this.#judge(reply);
  }

  get #readsMsa2(): boolean {
    const { defects } = this.#parts;
    return !defects.has('ignores-msa2') && !defects.has('matches-next-ack');
  }

  #unanswered(how: 'silent' | 'lost'): Settlement | undefined {
    const { link, defects } = this.#parts;
    // Who goes on over the same connection meets the answer that comes too late.
    if (how === 'lost' || !defects.has('matches-next-ack')) link.drop();
    if (how === 'lost' && defects.has('writes-to-closed')) return { kind: 'delivered' };
    const isGivenUp = how === 'silent' && defects.has('drops-on-timeout');
    return isGivenUp ? { kind: 'failed', code: '', reason: 'no acknowledgment' } : undefined;
  }

  #judge({ code, reason }: Reply): Settlement | undefined {
    const { defects } = this.#parts;
    if (code.endsWith('A')) return { kind: 'delivered' };
    if (code.endsWith('E') && defects.has('retries-for-ever')) return undefined;
    const most = defects.has('drops-on-reject') ? 1 : MOST_REJECTIONS;
    if (code.endsWith('E') || ++this.#rejections >= most) return { kind: 'failed', code, reason };
    return undefined;
  }

  async #settle(entry: Entry, settlement: Settlement): Promise<void> {
    this.#retry = 0;
    await this.#parts.queue.settle(entry, settlement);
    if (settlement.kind === 'delivered') return;
    this.#parts.log(`${this.#parts.name}: message ${entry.number} to the error queue: ${settlement.code}`);
  }

  #backOff(entry: Entry): Promise<void> {
    const delay = Math.min(FIRST_RETRY_MS * 2 ** this.#retry, LONGEST_RETRY_MS);
    this.#retry++;
    this.#parts.log(
      `${this.#parts.name}: message ${entry.number} not acknowledged, retry ${this.#retry} in ${delay} ms`,
    );
    return new Promise((resolve) => {
      let cancel: Cancel = () => {};
      this.#hurry = () => {
        cancel();
        resolve();
      };
      cancel = this.#parts.timer.after(delay, resolve);
    });
  }
}

/** The reply to the message with this id, or to any; whatever else comes is none, and changes nothing. */
function replyTo(controlId: string | undefined, frame: Buffer): Reply | undefined {
  const reply = readReply(frame);
  const isAwaited = controlId === undefined || reply?.controlId === controlId;
  return isAwaited && /^[AC][AER]$/.test(reply?.code ?? '') ? reply : undefined;
}
