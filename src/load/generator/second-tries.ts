import { assignWaiting, noMessage, type Waiting } from './waiting-line.js';

/** What a sender does whose message was not acknowledged, or was rejected for now (AR): it sends the very same bytes again. */
export interface Resending {
  /** How often at most. */
  readonly times: number;
  /** Milliseconds before it does. */
  readonly afterMs: number;
}

/** Messages that are to be sent once more, each when its time has come; few, since only what was in flight can fail. */
export class SecondTries {
  /** The first due first. */
  readonly #tries: { readonly due: number; readonly message: Waiting }[] = [];

  get size(): number {
    return this.#tries.length;
  }

  /** The message itself may be used again at once. `due`: milliseconds since the start of the run. */
  add(message: Waiting, due: number, wasAccepted: boolean): void {
    const copy = noMessage();
    assignWaiting(copy, message);
    copy.attempt = message.attempt + 1;
    copy.wasAccepted = wasAccepted;
    const place = this.#tries.findLastIndex((one) => one.due <= due) + 1;
    this.#tries.splice(place, 0, { due, message: copy });
  }

  isDue(now: number): boolean {
    const [first] = this.#tries;
    return first !== undefined && first.due <= now;
  }

  /** The next one that is due. */
  take(now: number): Waiting | undefined {
    return this.isDue(now) ? this.#tries.shift()?.message : undefined;
  }
}
