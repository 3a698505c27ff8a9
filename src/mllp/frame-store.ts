const FIRST_CAPACITY = 4_096;
/** Below this many bytes a loop beats the call into the runtime. */
const SHORT = 32;

/** Keeps the bytes of one frame that came in several chunks. Grows by doubling and never beyond its limit. */
export class FrameStore {
  readonly #limit: number;
  #bytes: Buffer | undefined;
  #length = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get length(): number {
    return this.#length;
  }

  /** Bytes of memory that are held. */
  get capacity(): number {
    return this.#bytes?.length ?? 0;
  }

  /** Adds `source[from, to)`. The caller has checked that it fits. */
  append(source: Buffer, from: number, to: number): void {
    const needed = this.#length + to - from;
    const target = this.#grown(needed);
    if (to - from < SHORT) {
      for (let i = from, at = this.#length; i < to; i++, at++) target[at] = source[i] ?? 0;
    } else {
      source.copy(target, this.#length, from, to);
    }
    this.#length = needed;
  }

  /** Hands out what is kept and forgets it. The memory goes with it, so nothing is copied. */
  take(): Buffer {
    const taken = (this.#bytes ?? Buffer.alloc(0)).subarray(0, this.#length);
    this.clear();
    return taken;
  }

  clear(): void {
    this.#bytes = undefined;
    this.#length = 0;
  }

  #grown(needed: number): Buffer {
    const old = this.#bytes;
    if (old !== undefined && old.length >= needed) return old;
    const capacity = Math.min(this.#limit, Math.max(FIRST_CAPACITY, 2 * this.capacity, needed));
    const next = Buffer.allocUnsafeSlow(capacity);
    old?.copy(next, 0, 0, this.#length);
    this.#bytes = next;
    return next;
  }
}
