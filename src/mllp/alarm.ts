import type { Cancel, Timer } from '../base/timer.js';

/** The longest delay that the runtime's timer knows, in milliseconds. */
const LONGEST_MS = 2_147_483_647;

/**
 * One timer for a deadline that moves with every message. It is set anew only when the deadline comes nearer or when it
 * rings, so a deadline that moves away costs nothing. Whoever uses it looks at the clock again when it rings.
 */
export class Alarm {
  readonly #timer: Timer;
  readonly #ring: () => void;
  #dueAt = Number.POSITIVE_INFINITY;
  #cancel: Cancel | undefined;

  constructor(timer: Timer, ring: () => void) {
    this.#timer = timer;
    this.#ring = ring;
  }

  /** Rings at the real time `at` of the timer's clock, or before. Infinite: not at all. */
  ringBy(at: number): void {
    if (at >= this.#dueAt) return;
    this.#cancel?.();
    this.#dueAt = at;
    const left = Math.min(LONGEST_MS, Math.max(0, at - this.#timer.now()));
    const rung = (): void => {
      this.#dueAt = Number.POSITIVE_INFINITY;
      this.#ring();
    };
    this.#cancel = this.#timer.after(left / this.#timer.scale, rung, { background: true });
  }

  stop(): void {
    this.#cancel?.();
    this.#dueAt = Number.NEGATIVE_INFINITY;
  }
}
