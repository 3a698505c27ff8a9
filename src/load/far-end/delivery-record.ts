import type { Timer } from '../../base/timer.js';
import { DeliveryLedger } from '../../ledger/delivery-ledger.js';
import { OrdinalSet } from '../../ledger/ordinal-set.js';
import type { IntendedInstants } from '../arrival/intended-instants.js';
import { Histogram } from '../measure/histogram.js';
import { KeptMessages } from '../measure/kept-messages.js';
import type { FarEndCounts } from '../run/far-end-part.js';
import { BY_CONTENT } from '../template/identity.js';
import type { LoadMix } from '../template/load-unit.js';
import { type ContentBalance, ContentLedger } from './content-ledger.js';
import { ContentCheck, identify } from './delivered-message.js';
import type { DeliveryCheck } from './delivery-check.js';
import { type DeliveryKey, Doubts } from './doubts.js';

export interface RecordOptions {
  readonly mix: LoadMix;
  readonly prefix: Buffer;
  readonly timer: Timer;
  /** When the plan begins, on the timer; known only once the run starts. */
  readonly startAt: () => number;
  /** Absent in a closed model, whose messages have no instant of their own. */
  readonly intended: IntendedInstants | undefined;
  readonly lateMs: number;
  /** Judges what comes; absent where nothing is validated. */
  readonly check?: DeliveryCheck;
  /** The name of the far end. */
  readonly name: string;
}

/** A delivery of a message of the run. */
export interface Taken {
  readonly key: DeliveryKey;
  /** Its ordinal in the run; by content, which has none, that of the delivery. */
  readonly ordinal: number;
  /** `ADT^A01`; empty where it is known by its content. */
  readonly type: string;
  readonly isFirst: boolean;
}

/** What the system under test delivers of a run, whoever listens: enters every delivery in a ledger. */
export class DeliveryRecord {
  readonly ledger: DeliveryLedger;
  readonly endToEnd = new Histogram();
  readonly kept = new KeptMessages();
  /** Messages that are not of this run. */
  foreign = 0;
  /** Deliveries of what was delivered before, and might rightly come again. */
  redelivered = 0;
  readonly #options: RecordOptions;
  readonly #content = new ContentCheck();
  readonly #byContent: ContentLedger | undefined;
  readonly #doubts = new Doubts();

  constructor(options: RecordOptions) {
    const { mix, prefix } = options;
    this.#options = options;
    if (mix.identity === BY_CONTENT) this.#byContent = new ContentLedger(mix, prefix);
    this.ledger = new DeliveryLedger(options.mix.mostSteps);
  }

  /** Takes a delivery that came on a connection; undefined for one that is not of this run. The payload is not kept. */
  take(payload: Buffer, connection = 0): Taken | undefined {
    const taken = this.#byContent ? this.#takeContent(this.#byContent, payload) : this.#takeMessage(payload);
    if (taken === undefined) return undefined;
    this.#doubts.came(connection, taken.key);
    this.#validate(payload);
    return taken;
  }

  /** The acknowledgment of what was taken is not given as it should be, so that it may come again. */
  doubt({ key }: Taken, connection: number): void {
    this.#doubts.struck(connection, key);
  }

  /** A connection is over: nobody knows whether the system has read the last acknowledgment on it. */
  gone(connection: number): void {
    this.#doubts.gone(connection);
  }

  #takeContent(ledger: ContentLedger, payload: Buffer): Taken {
    const key = ledger.keyOf(payload);
    const isAgain = this.#doubts.has(key);
    if (isAgain) this.redelivered++;
    else ledger.take(key);
    return { key, isFirst: !isAgain, ordinal: ledger.delivered - 1, type: '' };
  }

  #takeMessage(payload: Buffer): Taken | undefined {
    const { mix, prefix, lateMs } = this.#options;
    const message = identify(payload, mix, prefix);
    if (message === undefined) {
      this.foreign++;
      return undefined;
    }
    const { ordinal, arrival, step, expected } = message;
    const taken = { key: ordinal, ordinal, type: expected.template.type };
    const isFirst = !this.ledger.delivered.has(ordinal);
    if (!isFirst && this.#doubts.has(ordinal)) {
      this.redelivered++;
      return { ...taken, isFirst };
    }
    const tookMs = isFirst ? this.#tookMs(arrival, step) : undefined;
    if (tookMs !== undefined) this.endToEnd.record(tookMs);
    const isLate = tookMs !== undefined && tookMs > lateMs;
    const isAltered = this.#content.isAltered(payload, message);
    this.ledger.deliver({ ordinal, arrival, step, isLate, isAltered });
    if (isAltered) this.#keep('altered', payload);
    return { ...taken, isFirst };
  }

  /** What came so far of what was accepted; `accepted` are the ordinals of messages that must arrive here. */
  balance(accepted: OrdinalSet): ContentBalance & { readonly redelivered: number } {
    const { foreign, redelivered } = this;
    const balance = this.#byContent?.balance(accepted) ?? { ...this.ledger.balance(accepted), foreign };
    return { ...balance, redelivered };
  }

  /** What came so far. */
  get counts(): Omit<FarEndCounts, 'lost'> {
    const { delivered, counts } = this.ledger.balance(new OrdinalSet());
    const { foreign, redelivered } = this;
    return { delivered: this.#byContent?.delivered ?? delivered, foreign, redelivered, damage: counts };
  }

  /** Nothing more is taken or asked. */
  close(): void {
    this.#byContent?.close();
  }

  #validate(payload: Buffer): void {
    const errors = this.#options.check?.take(payload) ?? [];
    if (errors.length === 0) return;
    this.#keep(
      'invalid',
      payload,
      errors.map(({ code, path = '' }) => `${code} ${path}`.trim()),
    );
  }

  #keep(outcome: string, payload: Buffer, findings?: readonly string[]): void {
    if (!this.kept.wants(outcome)) return;
    const { name, timer, startAt } = this.#options;
    const message = payload.toString('latin1');
    const controlId = message.split(message.charAt(3), 10)[9] ?? '';
    const atMs = timer.now() - startAt();
    this.kept.keep({ outcome, at: name, controlId, atMs, message, ...(findings && { findings }) });
  }

  /** Only the first message of an arrival has an instant that the plan knows. */
  #tookMs(arrival: number, step: number): number | undefined {
    const { intended, timer, startAt } = this.#options;
    const instant = step === 0 ? intended?.of(arrival) : undefined;
    return instant === undefined ? undefined : timer.now() - startAt() - instant;
  }
}
