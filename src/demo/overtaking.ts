import type { Timer } from '../base/timer.js';
import type { Entry, Queue } from './queue.js';

/** How long a message waits for one of the same patient that overtakes it, in nominal milliseconds. */
const PATIENCE_MS = 3_000;

/**
 * The defect `swaps-messages`: a message is held back until the next one of the same patient has gone first, or until
 * patience ends. Messages of other patients pass.
 */
export class Overtaking {
  readonly #timer: Timer;
  readonly #wake: () => void;
  readonly #held = new Set<number>();
  readonly #released = new Set<number>();

  constructor(timer: Timer, wake: () => void) {
    this.#timer = timer;
    this.#wake = wake;
  }

  /** The message to send now; undefined while all that wait are held back. */
  next(queue: Queue): Entry | undefined {
    const heldOfPatient = new Map<string, Entry>();
    for (const entry of queue.waiting()) {
      if (entry.patient === '' || this.#released.has(entry.number)) return entry;
      const earlier = heldOfPatient.get(entry.patient);
      if (earlier) return this.#overtake(earlier, entry);
      heldOfPatient.set(entry.patient, entry);
      this.#hold(entry);
    }
    return undefined;
  }

  #overtake(earlier: Entry, entry: Entry): Entry {
    this.#released.add(earlier.number).add(entry.number);
    return entry;
  }

  #hold({ number }: Entry): void {
    if (this.#held.has(number)) return;
    this.#held.add(number);
    const release = (): void => {
      this.#released.add(number);
      this.#wake();
    };
    this.#timer.after(PATIENCE_MS, release, { background: true });
  }
}
