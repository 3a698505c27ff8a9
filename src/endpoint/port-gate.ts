import type { Cancel, Timer } from '../base/timer.js';
import type { Inbox } from './inbox.js';

export interface PortGateOptions {
  readonly inbox: Pick<Inbox, 'open' | 'shut'>;
  readonly timer: Timer;
  /** The port could not be opened again: something else has taken it meanwhile. */
  readonly onFailure: (message: string) => void;
}

/** The listener under faults of its port: shut at once, open again after a while or when the fault is taken away. */
export class PortGate {
  readonly #options: PortGateOptions;
  #isShut = false;
  #cancel: Cancel = () => {};

  constructor(options: PortGateOptions) {
    this.#options = options;
  }

  /** `forMs`: nominal milliseconds; absent: until `restore`. */
  refuse(forMs: number | undefined): void {
    this.#cancel();
    this.#isShut = true;
    void this.#options.inbox.shut();
    if (forMs !== undefined) this.#cancel = this.#options.timer.after(forMs, () => this.restore());
  }

  /** Opens a port that a fault has shut; leaves any other alone. */
  restore(): void {
    this.#cancel();
    if (!this.#isShut) return;
    this.#isShut = false;
    void this.#options.inbox.open().then((result) => {
      if (result.kind === 'failed') this.#options.onFailure(result.message);
    });
  }

  /** The listener is given up: nothing opens it again. */
  close(): void {
    this.#cancel();
    this.#isShut = false;
  }
}
