import type { Cancel, Timer } from '../../base/timer.js';

/** A timer that a test moves by hand: nothing is late and nothing is waited for. */
export class HandTimer implements Timer {
  readonly scale = 1;
  #now = 0;
  readonly #waiting = new Set<{ readonly at: number; readonly action: () => void }>();

  /** Actions that still wait for their time. */
  get pending(): number {
    return this.#waiting.size;
  }

  now(): number {
    return this.#now;
  }

  after(ms: number, action: () => void): Cancel {
    const entry = { at: this.#now + ms, action };
    this.#waiting.add(entry);
    return () => this.#waiting.delete(entry);
  }

  /** Lets `ms` pass; what is due in that time happens in its order. */
  pass(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const due = [...this.#waiting].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (due === undefined) break;
      this.#waiting.delete(due);
      this.#now = Math.max(this.#now, due.at);
      due.action();
    }
    this.#now = end;
  }
}
