const PAGE_BITS = 1 << 16;
const PAGE_BYTES = PAGE_BITS >> 3;

/** A set of whole numbers from 0, as bits in pages: memory follows the largest number, one bit each. */
export class OrdinalSet {
  readonly #pages: (Uint8Array | undefined)[] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  has(ordinal: number): boolean {
    const page = this.#pages[Math.floor(ordinal / PAGE_BITS)];
    const bit = ordinal % PAGE_BITS;
    return page !== undefined && ((page[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0;
  }

  /** False where the number was there already. */
  add(ordinal: number): boolean {
    const bit = ordinal % PAGE_BITS;
    const page = this.#page(Math.floor(ordinal / PAGE_BITS));
    const before = page[bit >> 3] ?? 0;
    const after = before | (1 << (bit & 7));
    if (after === before) return false;
    page[bit >> 3] = after;
    this.#size++;
    return true;
  }

  /** Calls `visit` with each number of this set that the other lacks, in order, until it returns false. */
  without(other: OrdinalSet, visit: (ordinal: number) => boolean): void {
    for (const [index, page] of this.#pages.entries()) {
      if (page === undefined) continue;
      const theirs = other.#pages[index];
      for (let byte = 0; byte < PAGE_BYTES; byte++) {
        const rest = (page[byte] ?? 0) & ~(theirs?.[byte] ?? 0);
        for (let bit = 0; rest >> bit !== 0; bit++) {
          if ((rest >> bit) & 1 && !visit(index * PAGE_BITS + byte * 8 + bit)) return;
        }
      }
    }
  }

  /** How many numbers of this set the other lacks. */
  countWithout(other: OrdinalSet): number {
    let count = 0;
    this.without(other, () => {
      count++;
      return true;
    });
    return count;
  }

  /** The pages for another thread or a file; absent ones are empty. */
  pages(): readonly (Uint8Array | undefined)[] {
    return this.#pages;
  }

  addPages(pages: readonly (Uint8Array | undefined)[]): void {
    for (const [index, page] of pages.entries()) {
      if (page === undefined) continue;
      const mine = this.#page(index);
      for (let byte = 0; byte < PAGE_BYTES; byte++) {
        const before = mine[byte] ?? 0;
        const after = before | (page[byte] ?? 0);
        this.#size += ones(after ^ before);
        mine[byte] = after;
      }
    }
  }

  #page(index: number): Uint8Array {
    const known = this.#pages[index];
    if (known !== undefined) return known;
    const page = new Uint8Array(PAGE_BYTES);
    this.#pages[index] = page;
    return page;
  }
}

function ones(byte: number): number {
  let count = 0;
  for (let rest = byte; rest !== 0; rest &= rest - 1) count++;
  return count;
}
