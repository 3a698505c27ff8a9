import type { Timer } from '../base/timer.js';
import type { Finding } from '../evidence/finding.js';
import type { ExchangeBook } from './exchange-book.js';
import type { LiveExchange } from './live-exchange.js';
import type { Parcel } from './parcel.js';

export interface Job {
  readonly parcel: Parcel;
  readonly begun: (exchange: LiveExchange) => void;
  /** `over`: it leaves without the messages that it should have left with. */
  patience: 'whole' | 'running' | 'over';
}

/** Nominal milliseconds that a message waits for those that a fault wants to leave with it. */
const PATIENCE_MS = 2_000;

interface BundleParts {
  readonly book: ExchangeBook;
  readonly timer: Timer;
  /** A bundle that was not complete may leave now. */
  readonly onReady: () => void;
}

/** What waits to be sent, in its order: messages leave one by one, unless a fault or a batch joins several. */
export class Bundles {
  readonly #parts: BundleParts;
  readonly #waiting: Job[] = [];

  constructor(parts: BundleParts) {
    this.#parts = parts;
  }

  add(job: Job): void {
    this.#waiting.push(job);
  }

  /** The messages that leave together: one, unless more are waited for; not for ever. */
  next(): readonly Job[] | undefined {
    const [first] = this.#waiting;
    if (first === undefined) return undefined;
    const { together = 1, scene } = first.parcel;
    if (this.#waiting.length >= together) return this.#waiting.splice(0, together);
    if (first.patience !== 'over') {
      this.#waitForMore(first);
      return undefined;
    }
    this.#parts.book.finding(LACKED_COMPANY, scene.id);
    return this.#waiting.splice(0);
  }

  #waitForMore(first: Job): void {
    if (first.patience === 'running') return;
    first.patience = 'running';
    this.#parts.timer.after(PATIENCE_MS, () => {
      first.patience = 'over';
      this.#parts.onReady();
    });
  }
}

const LACKED_COMPANY: Finding = {
  section: 'workflow',
  classification: 'Alert',
  category: 'Fault',
  code: 'fault-lacked-messages',
  message: 'the fault joins several messages, but too few came in time: send as many at once as it joins',
};
