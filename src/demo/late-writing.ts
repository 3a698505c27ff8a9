import type { Timer } from '../base/timer.js';

/** How long the defect leaves an acknowledged message in memory alone, in nominal milliseconds. */
const LATENESS_MS = 5_000;

/** The defect `ack-before-store`: messages are written late, in their order. */
export class LateWriting {
  readonly #timer: Timer;
  readonly #writes: (() => void)[] = [];

  constructor(timer: Timer) {
    this.#timer = timer;
  }

  later(write: () => void): void {
    this.#writes.push(write);
    this.#timer.after(LATENESS_MS, () => this.#writes.shift()?.(), { background: true });
  }

  /** Writes all that is left: a clean stop loses nothing. */
  flush(): void {
    for (const write of this.#writes.splice(0)) write();
  }
}
