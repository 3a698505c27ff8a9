import type { Timer } from '../../base/timer.js';
import { DeliveryLedger, type LedgerBalance } from '../../ledger/delivery-ledger.js';
import { OrdinalSet } from '../../ledger/ordinal-set.js';
import type { IntendedInstants } from '../arrival/intended-instants.js';
import { Histogram } from '../measure/histogram.js';
import { KeptMessages } from '../measure/kept-messages.js';
import { BY_CONTENT } from '../template/identity.js';
import type { LoadMix } from '../template/load-unit.js';
import { type ContentBalance, ContentLedger } from './content-ledger.js';
import { ContentCheck, identify } from './delivered-message.js';
import type { DeliveryCheck } from './delivery-check.js';

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

/** What the system under test delivers of a run, whoever listens: enters every delivery in a ledger. */
export class DeliveryRecord {
  readonly ledger: DeliveryLedger;
  readonly endToEnd = new Histogram();
  readonly kept = new KeptMessages();
  /** Messages that are not of this run. */
  foreign = 0;
  readonly #options: RecordOptions;
  readonly #content = new ContentCheck();
  readonly #byContent: ContentLedger | undefined;

  constructor(options: RecordOptions) {
    const { mix, prefix } = options;
    this.#options = options;
    if (mix.identity === BY_CONTENT) this.#byContent = new ContentLedger(mix, prefix);
    this.ledger = new DeliveryLedger(options.mix.mostSteps);
  }

  /** Takes a delivery; false for one that is not of this run. The payload is not kept. */
  take(payload: Buffer): boolean {
    const { mix, prefix, lateMs } = this.#options;
    if (this.#byContent !== undefined) {
      this.#byContent.take(payload);
      this.#validate(payload);
      return true;
    }
    const message = identify(payload, mix, prefix);
    if (message === undefined) {
      this.foreign++;
      return false;
    }
    const { ordinal, arrival, step } = message;
    const isNew = !this.ledger.delivered.has(ordinal);
    const tookMs = isNew ? this.#tookMs(arrival, step) : undefined;
    if (tookMs !== undefined) this.endToEnd.record(tookMs);
    const isLate = tookMs !== undefined && tookMs > lateMs;
    const isAltered = this.#content.isAltered(payload, message);
    this.ledger.deliver({ ordinal, arrival, step, isLate, isAltered });
    if (isAltered) this.#keep('altered', payload);
    this.#validate(payload);
    return true;
  }

  /** What came so far of what was accepted; `accepted` are the ordinals of messages that must arrive here. */
  balance(accepted: OrdinalSet): ContentBalance {
    return this.#byContent?.balance(accepted) ?? { ...this.ledger.balance(accepted), foreign: this.foreign };
  }

  /** What came so far. */
  get counts(): { readonly delivered: number; readonly foreign: number; readonly damage: LedgerBalance['counts'] } {
    const { delivered, counts } = this.ledger.balance(new OrdinalSet());
    return { delivered: this.#byContent?.delivered ?? delivered, foreign: this.foreign, damage: counts };
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
