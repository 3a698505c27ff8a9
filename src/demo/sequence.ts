import type { Header } from './header.js';

/**
 * What MSH-13 says (chapter 2, 2.10.1): `none`, there is no number; `control`, it begins or resynchronises a link and says nothing
 * else; `next`, the number that was due; `wrong`, another. `told` goes into MSA-4.
 */
export type SequenceStep =
  | { readonly kind: 'none'; readonly told?: undefined }
  | { readonly kind: 'control' | 'next' | 'wrong'; readonly told: number };

/** The number of the last message that was accepted of each sender (MSH-3 and MSH-4). */
export class SequenceNumbers {
  readonly #last = new Map<string, number>();

  step(header: Header): SequenceStep {
    const text = header.field(13);
    const last = this.#last.get(keyOf(header));
    if (text === '0') return { kind: 'control', told: last === undefined ? -1 : last + 1 };
    if (text === '-1') return { kind: 'control', told: -1 };
    if (!/^\d{1,15}$/.test(text)) return { kind: 'none' };
    const isNext = last === undefined || Number(text) === last + 1;
    return isNext ? { kind: 'next', told: Number(text) } : { kind: 'wrong', told: last + 1 };
  }

  /** The message counts from now on. */
  accept(header: Header): void {
    const text = header.field(13);
    if (text === '-1') this.#last.delete(keyOf(header));
    else if (/^[1-9]\d{0,14}$/.test(text)) this.#last.set(keyOf(header), Number(text));
  }
}

function keyOf(header: Header): string {
  return [header.field(3), header.field(4)].join(header.separator);
}
