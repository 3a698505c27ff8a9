import { AppendLog, type Place } from './append-log.js';

/** A message that waits for delivery: it lies in the message log, not in memory. */
export interface Entry {
  /** The message's ordinal in the message log. */
  readonly number: number;
  readonly place: Place;
  readonly patient: string;
}

/** How a delivery ended: acknowledged, or given up with the reason, which is the error queue's record of it. */
export type Settlement =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'failed'; readonly code: string; readonly reason: string };

/**
 * What one destination has yet to be sent, first in first out. Its own log remembers which messages are settled, so that
 * a restart sends the rest. A settlement that a crash of the machine loses means that a message is sent twice, never that it
 * is lost; so this log is not synced. The end of the process alone loses none that `settle` has resolved for.
 */
export class Queue {
  #log: AppendLog | undefined;
  readonly #settledBefore = new Set<number>();
  #entries: Entry[] = [];
  /** Entries before this index are gone; they are cut off now and then rather than one by one. */
  #head = 0;
  #delivered = 0;
  #failed = 0;

  private constructor() {}

  static async open(path: string): Promise<Queue> {
    const queue = new Queue();
    const restore = (record: Buffer): void => queue.#restore(JSON.parse(record.toString()));
    const { log } = await AppendLog.open(path, restore, false);
    queue.#log = log;
    return queue;
  }

  #restore({ number, ...settlement }: Settlement & { readonly number: number }): void {
    this.#settledBefore.add(number);
    this.#count(settlement);
  }

  get length(): number {
    return this.#entries.length - this.#head;
  }

  /** Messages acknowledged by the destination, and messages in its error queue, since the data folder was made. */
  get counts(): { readonly delivered: number; readonly failed: number } {
    return { delivered: this.#delivered, failed: this.#failed };
  }

  /** Adds a message behind all others, unless an earlier run of the engine has settled it. */
  offer(entry: Entry): void {
    if (!this.#settledBefore.delete(entry.number)) this.#entries.push(entry);
  }

  first(): Entry | undefined {
    return this.#entries[this.#head];
  }

  /** All that wait, first to last. */
  *waiting(): Iterable<Entry> {
    for (let at = this.#head; at < this.#entries.length; at++) {
      const entry = this.#entries[at];
      if (entry) yield entry;
    }
  }

  /** Resolves when a killed engine would remember it: only then may the next message go out, or this one comes twice. */
  settle(entry: Entry, settlement: Settlement): Promise<void> {
    this.#remove(entry);
    this.#count(settlement);
    const record = Buffer.from(JSON.stringify({ number: entry.number, ...settlement }));
    return new Promise((resolve) => this.#log?.append(record, () => resolve()));
  }

  async close(): Promise<void> {
    await this.#log?.close();
  }

  #count(settlement: Settlement): void {
    if (settlement.kind === 'delivered') this.#delivered++;
    else this.#failed++;
  }

  #remove(entry: Entry): void {
    if (this.first() !== entry) {
      this.#entries.splice(this.#entries.indexOf(entry, this.#head), 1);
      return;
    }
    this.#head++;
    if (this.#head < 1_024 || this.#head * 2 < this.#entries.length) return;
    this.#entries = this.#entries.slice(this.#head);
    this.#head = 0;
  }
}
