/** How often it is looked, in real milliseconds; and what is less late than this is not late. */
const TICK_MS = 20;
const NOTICED_MS = 10;

/**
 * For how long this process could not do what was due, in all, in real milliseconds: because other processes had the machine, or
 * because a long piece of work of its own stood before it. What passed between two looks at it was not the peer's doing.
 */
export interface Lag {
  readonly totalMs: number;
}

class Watch implements Lag {
  #countedMs = 0;
  #dueMs = performance.now();

  constructor() {
    this.#look();
  }

  /** With what is overdue now: data may be read before a timer that is late. */
  get totalMs(): number {
    return this.#countedMs + this.#overdueMs;
  }

  get #overdueMs(): number {
    const lateMs = performance.now() - this.#dueMs;
    return lateMs > NOTICED_MS ? lateMs : 0;
  }

  #look(): void {
    this.#countedMs += this.#overdueMs;
    this.#dueMs = performance.now() + TICK_MS;
    // Nobody is kept waiting for it.
    setTimeout(() => this.#look(), TICK_MS).unref();
  }
}

let watch: Watch | undefined;

/** The lag of this process; it is counted from the first call on. */
export function processLag(): Lag {
  watch ??= new Watch();
  return watch;
}
