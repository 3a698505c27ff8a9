import type { LoadFault } from '../fault/load-fault.js';
import { noMessage, type Waiting } from './waiting-line.js';

/** What is remembered of a message until it is decided. */
export interface Entry extends Waiting {
  ordinal: number;
  /** When it was handed to the connection. */
  written: number;
  decided: boolean;
  /** The fault that struck it. */
  fault: LoadFault | undefined;
}

/**
 * Messages that one connection has sent and that wait for their answers, in order: a ring of entries that are made once.
 * Answers may come in any order; the head moves over those that are decided.
 */
export class InFlight {
  readonly #ring: readonly Entry[];
  #head = 0;
  #size = 0;
  #undecided = 0;

  constructor(depth: number) {
    // Decided entries behind an undecided head keep their places, so a ring is longer than the depth.
    this.#ring = Array.from({ length: Math.max(2, depth * 2) }, () => ({
      ...noMessage(),
      ordinal: 0,
      written: 0,
      decided: true,
      fault: undefined,
    }));
  }

  /** Messages that wait for an answer. */
  get undecided(): number {
    return this.#undecided;
  }

  /** Places for further messages: decided ones behind an undecided head still take theirs. */
  get free(): number {
    return this.#ring.length - this.#size;
  }

  /** A free entry at the end, to be filled in. */
  push(): Entry {
    const entry = this.#at(this.#size);
    this.#size++;
    this.#undecided++;
    entry.decided = false;
    return entry;
  }

  /** The oldest message without an answer. */
  get oldest(): Entry | undefined {
    return this.#undecided === 0 ? undefined : this.#at(0);
  }

  /** The message of that ordinal, where it waits for an answer. */
  find(ordinal: number): Entry | undefined {
    for (let n = 0; n < this.#size; n++) {
      const entry = this.#at(n);
      if (entry.ordinal === ordinal) return entry.decided ? undefined : entry;
    }
    return undefined;
  }

  decide(entry: Entry): void {
    entry.decided = true;
    this.#undecided--;
    while (this.#size > 0 && this.#at(0).decided) {
      this.#head = (this.#head + 1) % this.#ring.length;
      this.#size--;
    }
  }

  #at(n: number): Entry {
    const entry = this.#ring[(this.#head + n) % this.#ring.length];
    if (entry === undefined) throw new RangeError('a ring has no such place');
    return entry;
  }
}
