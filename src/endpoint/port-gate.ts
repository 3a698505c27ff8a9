import type { Cancel, Timer } from '../base/timer.js';
import type { ListenerFault } from '../faults/fault.js';
import type { BadServer } from '../mllp/bad-tls.js';

type PortFault = Extract<ListenerFault, { readonly at: 'port' }>;

export type OpenResult = { readonly kind: 'open' } | { readonly kind: 'failed'; readonly message: string };

/** The listener, as far as it can be opened and shut. */
interface Gated {
  open(bad?: BadServer): Promise<OpenResult>;
  shut(which?: 'all' | 'first'): Promise<void>;
}

export interface PortGateOptions {
  readonly inbox: Gated;
  readonly timer: Timer;
  /** The port could not be opened again: something else has taken it meanwhile. */
  readonly onFailure: (message: string) => void;
}

/** The listener under faults of its port: shut at once, open again after a while or when the fault is taken away. */
export class PortGate {
  readonly #options: PortGateOptions;
  #isShut = false;
  #isDisguised = false;
  #cancel: Cancel = () => {};

  constructor(options: PortGateOptions) {
    this.#options = options;
  }

  /** Shut, or open with TLS that is wrong, for as long as the fault says. */
  suffer({ forMs, keepsStandby, tls }: PortFault): void {
    this.#cancel();
    this.#isShut = true;
    this.#isDisguised = tls !== undefined;
    void this.#options.inbox.shut(keepsStandby ? 'first' : 'all');
    if (tls !== undefined) void this.#options.inbox.open(tls).then((result) => this.#opened(result));
    if (forMs !== undefined) this.#cancel = this.#options.timer.after(forMs, () => this.restore());
  }

  /** Opens a port that a fault has shut; leaves any other alone. */
  restore(): void {
    this.#cancel();
    if (!this.#isShut) return;
    this.#isShut = false;
    if (this.#isDisguised) void this.#options.inbox.shut();
    void this.#options.inbox.open().then((result) => this.#opened(result));
  }

  #opened(result: OpenResult): void {
    if (result.kind === 'failed') this.#options.onFailure(result.message);
  }

  /** The listener is given up: nothing opens it again. */
  close(): void {
    this.#cancel();
    this.#isShut = false;
  }
}
