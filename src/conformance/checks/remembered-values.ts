import type { Delimiters } from '../../hl7/delimiters.js';
import { type InstanceTree, NONE } from '../instance/instance-tree.js';

/** Characters. A part of a text keeps the whole text in memory, so that no part of a large message is kept. */
const LARGEST_MESSAGE = 8_192;

/**
 * For each binding of a plan the last text that was right: most codes of a stream of messages are the ones that were there before
 * (versions, authorities, code systems, units). To compare with it takes a fifth of looking it up.
 */
export class RememberedValues {
  readonly #texts: string[];
  /** The same text may be right in one data type and not in another. */
  readonly #definitions: Int32Array;
  #delimiters: Delimiters | undefined;

  constructor(bindings: number) {
    this.#texts = new Array<string>(bindings).fill('');
    this.#definitions = new Int32Array(bindings).fill(NONE);
  }

  /** What was right holds as long as messages are written with the same delimiters. */
  begin(delimiters: Delimiters): void {
    if (this.#delimiters !== delimiters) this.#texts.fill('');
    this.#delimiters = delimiters;
  }

  has({ text, start, end, definition }: InstanceTree, node: number, binding: number): boolean {
    const right = this.#texts[binding] ?? '';
    const from = start[node] ?? 0;
    if (right.length !== (end[node] ?? 0) - from || this.#definitions[binding] !== definition[node]) return false;
    return right !== '' && text.startsWith(right, from);
  }

  keep({ text, start, end, definition }: InstanceTree, node: number, binding: number): void {
    if (text.length > LARGEST_MESSAGE) return;
    this.#texts[binding] = text.slice(start[node], end[node]);
    this.#definitions[binding] = definition[node] ?? NONE;
  }
}
