import { readHeader } from './header.js';
import type { Entry, Queue } from './queue.js';
import type { StoredMessage } from './stored-message.js';

/** The defect `orders-by-msh7`: of what waits, the message with the earliest MSH-7 is sent first. */
export class ByMessageTime {
  /** MSH-7 as text, by the message's number in the log; nothing of messages from before the start. */
  readonly #times = new Map<number, string>();

  note({ number, raw }: StoredMessage): void {
    this.#times.set(number, readHeader(raw)?.field(7) ?? '');
  }

  next(queue: Queue): Entry | undefined {
    let first: Entry | undefined;
    for (const entry of queue.waiting()) {
      if (first === undefined || this.#timeOf(entry) < this.#timeOf(first)) first = entry;
    }
    return first;
  }

  #timeOf({ number }: Entry): string {
    return this.#times.get(number) ?? '';
  }
}
