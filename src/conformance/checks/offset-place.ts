import { type InstanceTree, NONE } from '../instance/instance-tree.js';
import { pathOf } from '../instance/place.js';
import type { Place } from '../report/draft.js';

/** Where the character at `offset` of the text stands: the path of its element, and its own column. */
export function placeAt(tree: InstanceTree, segment: number, offset: number): Place {
  return new ElementFinder(tree, segment).place(offset);
}

/**
 * Finds elements of one segment by offsets into the text. Offsets that ascend are found without beginning anew, so that a segment
 * of a hundred thousand repetitions is walked once.
 */
export class ElementFinder {
  readonly #tree: InstanceTree;
  readonly #segment: number;
  /** The field in which the last one was. */
  #field: number;

  constructor(tree: InstanceTree, segment: number) {
    this.#tree = tree;
    this.#segment = segment;
    this.#field = tree.firstChild[segment] ?? NONE;
  }

  /** The deepest element that holds the character at `offset`; the segment itself where none does. */
  node(offset: number): number {
    const { start, firstChild } = this.#tree;
    const isBehind = this.#field !== NONE && (start[this.#field] ?? 0) > offset;
    const first = isBehind ? (firstChild[this.#segment] ?? NONE) : this.#field;
    let node = this.#segment;
    for (
      let child = this.#holding(first, offset);
      child !== NONE;
      child = this.#holding(firstChild[child] ?? NONE, offset)
    ) {
      if (node === this.#segment) this.#field = child;
      node = child;
    }
    return node;
  }

  place(offset: number): Place {
    const { start, line } = this.#tree;
    const column = offset - (start[this.#segment] ?? 0) + 1;
    return { path: pathOf(this.#tree, this.node(offset)), line: line[this.#segment] ?? 1, column };
  }

  /** Of `first` and the siblings after it, the one that holds the character; NONE where none does. */
  #holding(first: number, offset: number): number {
    const { start, end, next } = this.#tree;
    let at = first;
    while (at !== NONE && !((start[at] ?? 0) <= offset && offset < (end[at] ?? 0))) at = next[at] ?? NONE;
    return at;
  }
}
