import type { Message } from '../hl7/message.js';

/** `none`: the message has no number. `control`: it is about numbers alone. `told` goes into MSA-4. */
export type SequenceVerdict =
  | { readonly kind: 'none' }
  | { readonly kind: 'next' | 'control' | 'wrong'; readonly told: number };

/** The receiver's side of the sequence number protocol, for each sender (chapter 2, 2.10.1). */
export class SequenceDesk {
  readonly #last = new Map<string, number>();

  /** Says what is to be answered; a number that is next counts from now on. */
  take(message: Message): SequenceVerdict {
    const text = message.get('MSH-13') ?? '';
    const key = `${message.rawText('MSH-3') ?? ''}|${message.rawText('MSH-4') ?? ''}`;
    const last = this.#last.get(key);
    if (text === '0') return { kind: 'control', told: last === undefined ? -1 : last + 1 };
    if (text === '-1') {
      this.#last.delete(key);
      return { kind: 'control', told: -1 };
    }
    if (!/^\d{1,15}$/.test(text)) return { kind: 'none' };
    const number = Number(text);
    if (last !== undefined && number !== last + 1) return { kind: 'wrong', told: last + 1 };
    this.#last.set(key, number);
    return { kind: 'next', told: number };
  }
}
