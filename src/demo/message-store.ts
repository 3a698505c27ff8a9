import { AppendLog, type Place } from './append-log.js';
import { RecentMessages } from './recent-messages.js';
import { decodeStored, encodeStored, type StoredMessage } from './stored-message.js';

/** Every message that was accepted, in the order of acceptance. */
export class MessageStore {
  readonly #log: AppendLog;
  readonly #recent = new RecentMessages();
  #count: number;

  private constructor(log: AppendLog, count: number) {
    this.#log = log;
    this.#count = count;
  }

  /** Opens the store and shows every message that is in it to `replay`. `dropped`: bytes of a write that a crash cut short. */
  static async open(
    path: string,
    replay: (message: StoredMessage, place: Place) => void,
  ): Promise<{ readonly store: MessageStore; readonly dropped: number }> {
    let count = 0;
    const { log, dropped } = await AppendLog.open(path, (record, place) => {
      const message = decodeStored(record);
      count = message.number;
      replay(message, place);
    });
    return { store: new MessageStore(log, count), dropped };
  }

  get size(): number {
    return this.#count;
  }

  get syncs(): number {
    return this.#log.syncs;
  }

  /** Keeps a message. `whenSafe` is called in the order of the calls, when it is on the disk or has failed. */
  keep(
    message: Omit<StoredMessage, 'number'>,
    whenSafe: (failure: Error | undefined, stored: StoredMessage, place: Place) => void,
  ): void {
    const stored = { number: ++this.#count, ...message };
    const place = this.#log.append(encodeStored(stored), (failure) => whenSafe(failure, stored, place));
    this.#recent.add(place, stored);
  }

  afterAllBefore(whenSafe: (failure?: Error) => void): void {
    this.#log.afterAllBefore(whenSafe);
  }

  async read(place: Place): Promise<StoredMessage> {
    return this.#recent.find(place) ?? decodeStored(await this.#log.read(place));
  }

  close(): Promise<void> {
    return this.#log.close();
  }
}
