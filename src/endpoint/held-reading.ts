import type { Timer } from '../base/timer.js';
import type { ListenerFault } from '../faults/fault.js';
import type { Connection } from '../mllp/connection.js';
import { END_BLOCK } from '../mllp/frame-event.js';

type ReadingFault = Extract<ListenerFault, { readonly at: 'reading' }>;

/** Connections that a fault does not read for a while. */
export class HeldReading {
  readonly #timer: Timer;
  readonly #held = new Map<Connection, () => void>();
  readonly #struck = new WeakMap<Connection, string>();

  constructor(timer: Timer) {
    this.#timer = timer;
  }

  /** Stops reading within the message that begins with this chunk: never behind its end. */
  hold(connection: Connection, { name, afterBytes, forMs }: ReadingFault, chunk: Buffer): void {
    const end = chunk.indexOf(END_BLOCK);
    connection.stopReading(Math.max(1, end < 0 ? afterBytes : Math.min(afterBytes, end)));
    this.#struck.set(connection, name);
    const goOn = (): void => {
      cancel();
      this.#held.delete(connection);
      connection.goOnReading();
    };
    const cancel = this.#timer.after(forMs, goOn, { background: true });
    this.#held.set(connection, goOn);
  }

  /** Told once for each message. */
  strikesOn(connection: Connection): readonly string[] {
    const name = this.#struck.get(connection);
    this.#struck.delete(connection);
    return name === undefined ? [] : [name];
  }

  release(): void {
    for (const goOn of [...this.#held.values()]) goOn();
  }
}
