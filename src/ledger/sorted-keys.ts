import { SpillFile } from '../evidence/spill-file.js';

/** Keys in memory before they are sorted and spilled: 8 MB. */
const MOST_IN_MEMORY = 1 << 20;
/** Keys of one run that are read at a time: 64 kB. */
const WINDOW = 1 << 13;
const KEY_BYTES = 8;

interface Run {
  readonly at: number;
  readonly count: number;
}

/**
 * Keys of 64 bits, each as often as it was added, that come back in order however many they are: memory stays at 8 MB and 64 kB
 * for each million, and the rest lies in a temporary file as sorted runs.
 */
export class SortedKeys {
  readonly #most: number;
  readonly #file = new SpillFile();
  readonly #runs: Run[] = [];
  #keys = new BigUint64Array(1_024);
  #words = new Uint32Array(this.#keys.buffer);
  #held = 0;
  #size = 0;

  constructor(most = MOST_IN_MEMORY) {
    this.#most = most;
  }

  get size(): number {
    return this.#size;
  }

  /** Bytes on the disk. */
  get spilledBytes(): number {
    return this.#file.length;
  }

  /** The two halves of a key, as unsigned words. */
  add(low: number, high: number): void {
    if (this.#held === this.#most) this.#spill();
    if (this.#held === this.#keys.length) this.#grow();
    this.#words[this.#held * 2] = low;
    this.#words[this.#held * 2 + 1] = high;
    this.#held++;
    this.#size++;
  }

  /** All keys in ascending order. Nothing may be added meanwhile. */
  *ascending(): Generator<bigint> {
    const held = this.#keys.subarray(0, this.#held).sort();
    const sources = [cursorOver(held), ...this.#runs.map((run) => this.#cursor(run))];
    const heads = sources.map((next) => next());
    for (;;) {
      let least = -1;
      for (let n = 0; n < heads.length; n++) {
        const head = heads[n];
        const best = heads[least];
        if (head !== undefined && (best === undefined || head < best)) least = n;
      }
      const key = heads[least];
      if (key === undefined) return;
      yield key;
      heads[least] = sources[least]?.();
    }
  }

  /** Gives the disk back. */
  close(): void {
    this.#file.close();
    this.#runs.length = 0;
    this.#held = 0;
    this.#size = 0;
  }

  #grow(): void {
    const more = new BigUint64Array(Math.min(this.#most, this.#keys.length * 4));
    more.set(this.#keys);
    this.#keys = more;
    this.#words = new Uint32Array(more.buffer);
  }

  #spill(): void {
    const run = this.#keys.subarray(0, this.#held).sort();
    const at = this.#file.append(new Uint8Array(run.buffer, 0, run.byteLength));
    this.#runs.push({ at, count: this.#held });
    this.#held = 0;
  }

  /** Reads a run a window at a time. */
  #cursor({ at, count }: Run): () => bigint | undefined {
    const window = new BigUint64Array(Math.min(WINDOW, count));
    let [read, place, filled] = [0, 0, 0];
    return () => {
      if (place === filled) {
        filled = Math.min(window.length, count - read);
        place = 0;
        if (filled === 0) return undefined;
        this.#file.read(at + read * KEY_BYTES, new Uint8Array(window.buffer, 0, filled * KEY_BYTES));
        read += filled;
      }
      return window[place++];
    };
  }
}

function cursorOver(keys: BigUint64Array): () => bigint | undefined {
  let place = 0;
  return () => keys[place++];
}
