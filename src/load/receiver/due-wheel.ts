/** Things that are due at instants (milliseconds), kept by the millisecond: to add one takes no longer where many wait. */
export class DueWheel<T> {
  readonly #slots = new Map<number, { readonly at: number; readonly item: T }[]>();
  /** No slot below this one is filled. */
  #from = 0;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(at: number, item: T): void {
    const slot = Math.floor(at);
    const there = this.#slots.get(slot);
    if (there) there.push({ at, item });
    else this.#slots.set(slot, [{ at, item }]);
    this.#from = this.#size === 0 ? slot : Math.min(this.#from, slot);
    this.#size++;
  }

  /** Takes what is due by now, in the order of the milliseconds, and within one in the order in which it was added. */
  take(now: number): readonly T[] {
    const due: T[] = [];
    const last = Math.floor(now);
    for (let slot = this.#from; slot <= last && this.#size > 0; slot++) this.#takeSlot(slot, now, due);
    if (this.#size > 0) this.#from = Math.max(this.#from, last);
    return due;
  }

  clear(): void {
    this.#slots.clear();
    this.#size = 0;
  }

  #takeSlot(slot: number, now: number, due: T[]): void {
    const there = this.#slots.get(slot);
    if (there === undefined) return;
    const later = there.filter(({ at }) => at > now);
    for (const { at, item } of there) if (at <= now) due.push(item);
    this.#size -= there.length - later.length;
    if (later.length === 0) this.#slots.delete(slot);
    else this.#slots.set(slot, later);
  }
}
