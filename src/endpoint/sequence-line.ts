import { mint } from '../base/mint.js';
import type { Message } from '../hl7/message.js';

/** So many messages are kept to be sent again. */
const KEPT = 64;

export interface SequenceParts {
  /** Writes a message outside the queue: MSA-4 of its acknowledgment, undefined where there is none. */
  readonly transmit: (message: Message) => Promise<number | undefined>;
  /** Says why nothing can be sent any more. */
  readonly onFrozen: (why: string) => void;
}

/** The sender's side of the sequence number protocol on one link (chapter 2, 2.10.1). */
export class SequenceLine {
  readonly #parts: SequenceParts;
  readonly #sent = new Map<number, Message>();
  #next = 1;
  #isOpen = false;
  #isFrozen = false;

  constructor(parts: SequenceParts) {
    this.#parts = parts;
  }

  /** Nothing is sent until a person has looked: the two systems do not agree on what was accepted. */
  get isFrozen(): boolean {
    return this.#isFrozen;
  }

  /** The message with the next number in MSH-13. */
  number(message: Message): Message {
    const number = this.#next++;
    const numbered = message.with('MSH-13', `${number}`);
    this.#sent.set(number, numbered);
    this.#sent.delete(number - KEPT);
    return numbered;
  }

  /** Asks once which number is expected (MSH-13 is 0), and begins anew (-1) where that is not the one that comes. */
  async open(first: Message): Promise<void> {
    if (this.#isOpen) return;
    this.#isOpen = true;
    const expected = await this.#parts.transmit(control(first, '0'));
    if (expected !== -1 && expected !== numberOf(first)) await this.#parts.transmit(control(first, '-1'));
  }

  /** What an acknowledgment says in MSA-4: nothing is to be done, messages are sent again, or the link is frozen. */
  async heard(message: Message, expected: number | undefined): Promise<void> {
    const number = numberOf(message);
    if (expected === undefined || Number.isNaN(number) || expected === number || expected === number + 1) return;
    const kept = [...this.#sent].filter(([n]) => n >= expected && n <= number);
    if (expected > 0 && expected < number && kept.length === number - expected + 1) await this.#again(kept);
    else this.#freeze(`MSA-4 expects ${expected} after ${number}`);
  }

  async #again(kept: readonly (readonly [number, Message])[]): Promise<void> {
    for (const [number, message] of kept) {
      const expected = await this.#parts.transmit(message);
      if (expected === number || expected === number + 1) continue;
      this.#freeze(`MSA-4 expects ${expected ?? 'nothing'} after ${number}, which was sent again`);
      return;
    }
  }

  #freeze(why: string): void {
    this.#isFrozen = true;
    this.#parts.onFrozen(why);
  }
}

function numberOf(message: Message): number {
  return Number(message.get('MSH-13') ?? Number.NaN);
}

/** A header alone, with a control id of its own. */
function control(like: Message, number: '0' | '-1'): Message {
  const id = mint('Q', 13, like.controlId, number);
  return like
    .with('MSH-10', id)
    .with('MSH-13', number)
    .withSegments(([header = '']) => [header]);
}
