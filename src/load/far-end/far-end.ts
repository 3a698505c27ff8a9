import type { Timer } from '../../base/timer.js';
import { DeliveryLedger } from '../../ledger/delivery-ledger.js';
import type { ListenOptions } from '../../mllp/server.js';
import type { IntendedInstants } from '../arrival/intended-instants.js';
import { Histogram } from '../measure/histogram.js';
import { Receiver } from '../receiver/receiver.js';
import type { ServiceTime } from '../receiver/service-time.js';
import type { LoadMix } from '../template/load-unit.js';
import { ContentCheck, identify } from './delivered-message.js';

export interface FarEndOptions {
  readonly listen: ListenOptions;
  readonly serviceTime: ServiceTime;
  readonly mix: LoadMix;
  readonly prefix: Buffer;
  readonly seed: string;
  readonly timer: Timer;
  /** When the plan begins, on the timer; known only once the run starts. */
  readonly startAt: () => number;
  /** Absent in a closed model, whose messages have no instant of their own. */
  readonly intended: IntendedInstants | undefined;
  readonly lateMs: number;
}

/** Where the system under test delivers: answers, and enters every delivery in a ledger. */
export class FarEnd {
  readonly ledger: DeliveryLedger;
  readonly endToEnd = new Histogram();
  /** Messages that are not of this run. */
  foreign = 0;
  readonly #options: FarEndOptions;
  readonly #receiver: Receiver;
  readonly #content = new ContentCheck();

  constructor(options: FarEndOptions) {
    this.#options = options;
    this.ledger = new DeliveryLedger(options.mix.mostSteps);
    const { listen, serviceTime, seed, timer } = options;
    this.#receiver = new Receiver({ listen, serviceTime, seed, timer, onMessage: (payload) => this.#take(payload) });
  }

  get port(): number {
    return this.#receiver.port;
  }

  /** undefined, or why it cannot listen. */
  open(): Promise<string | undefined> {
    return this.#receiver.open();
  }

  close(): Promise<void> {
    return this.#receiver.close();
  }

  #take(payload: Buffer): void {
    const { mix, prefix, lateMs } = this.#options;
    const message = identify(payload, mix, prefix);
    if (message === undefined) {
      this.foreign++;
      return;
    }
    const { ordinal, arrival, step } = message;
    const isNew = !this.ledger.delivered.has(ordinal);
    const tookMs = isNew ? this.#tookMs(arrival, step) : undefined;
    if (tookMs !== undefined) this.endToEnd.record(tookMs);
    const isLate = tookMs !== undefined && tookMs > lateMs;
    this.ledger.deliver({ ordinal, arrival, step, isLate, isAltered: this.#content.isAltered(payload, message) });
  }

  /** Only the first message of an arrival has an instant that the plan knows. */
  #tookMs(arrival: number, step: number): number | undefined {
    const { intended, timer, startAt } = this.#options;
    const instant = step === 0 ? intended?.of(arrival) : undefined;
    return instant === undefined ? undefined : timer.now() - startAt() - instant;
  }
}
