import type { Cancel, Timer } from '../base/timer.js';

/** What simulators have asked to be told later: one appointment of a name at each key. */
export class Appointments {
  readonly #timer: Timer;
  readonly #made = new Map<string, Cancel>();

  constructor(timer: Timer) {
    this.#timer = timer;
  }

  /** In the place of an earlier one of the same name; `afterMs` nominal milliseconds. */
  make(key: string, name: string, afterMs: number, keep: () => void): void {
    this.cancel(key, name);
    const id = idOf(key, name);
    const fire = (): void => {
      this.#made.delete(id);
      keep();
    };
    this.#made.set(id, this.#timer.after(afterMs, fire));
  }

  cancel(key: string, name: string): void {
    const id = idOf(key, name);
    this.#made.get(id)?.();
    this.#made.delete(id);
  }

  clear(): void {
    for (const cancel of this.#made.values()) cancel();
    this.#made.clear();
  }
}

function idOf(key: string, name: string): string {
  return `${key}\u0000${name}`;
}
