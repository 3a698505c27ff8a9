import type { Place } from './append-log.js';
import type { StoredMessage } from './stored-message.js';

const MOST_BYTES = 8_388_608;

/** The newest messages of the log, so that what is delivered soon need not be read back from the disk. Bounded. */
export class RecentMessages {
  /** By where they stand, oldest first. */
  readonly #messages = new Map<number, StoredMessage>();
  #bytes = 0;

  add({ offset }: Place, message: StoredMessage): void {
    this.#messages.set(offset, message);
    this.#bytes += message.raw.length;
    for (const [oldest, { raw }] of this.#messages) {
      if (this.#bytes <= MOST_BYTES) return;
      this.#messages.delete(oldest);
      this.#bytes -= raw.length;
    }
  }

  find({ offset }: Place): StoredMessage | undefined {
    return this.#messages.get(offset);
  }
}
