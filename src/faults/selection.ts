import { never } from '../base/never.js';
import type { Rng } from '../base/rng.js';

/** Which messages a fault strikes, counted among those it could strike. */
export type On =
  /** The very next. */
  | { readonly kind: 'next' }
  /** Each n-th: with 3 the third, sixth and so on. */
  | { readonly kind: 'every'; readonly n: number }
  /** Each with probability `p`, 0 to 1. */
  | { readonly kind: 'probability'; readonly p: number }
  /** All for so many nominal milliseconds from the first on. */
  | { readonly kind: 'span'; readonly ms: number };

export interface Selection {
  readonly on: On;
  /** How often it strikes at most; 0 is off. */
  readonly times: number;
  /** So many are let pass first. */
  readonly after: number;
  /** Only these: a message type as MSH-9 begins, `ORU^R01` or `ORU`. Others are not counted. */
  readonly type?: string;
}

/** The next message, once. */
export const NEXT: Selection = { on: { kind: 'next' }, times: 1, after: 0 };

/**
 * Decides, message by message, whether a fault strikes. The same random key and the same messages in the same order
 * give the same decisions.
 */
export class Selector {
  readonly #selection: Selection;
  readonly #random: Rng;
  readonly #now: () => number;
  #firstAt: number | undefined;
  #seen = 0;
  #struck = 0;

  /** `now`: nominal milliseconds of any clock, for a span of time. */
  constructor(selection: Selection, random: Rng, now: () => number = () => 0) {
    this.#selection = selection;
    this.#random = random;
    this.#now = now;
  }

  /** True when it will strike no more. */
  get isSpent(): boolean {
    const { on, times } = this.#selection;
    if (on.kind === 'span' && this.#firstAt !== undefined && this.#now() - this.#firstAt > on.ms) return true;
    return this.#struck >= times || (on.kind === 'probability' && on.p <= 0);
  }

  /** To be asked once for each message. `messageType` is MSH-9: `ORU^R01^ORU_R01`. */
  strikes(messageType: string): boolean {
    const { type, after, on } = this.#selection;
    if (this.isSpent || (type !== undefined && !isOfType(messageType, type))) return false;
    this.#seen += 1;
    if (this.#seen <= after || !this.#isChosen(on, this.#seen - after)) return false;
    this.#struck += 1;
    return true;
  }

  #isChosen(on: On, ordinal: number): boolean {
    switch (on.kind) {
      case 'next':
        return true;
      case 'every':
        return ordinal % on.n === 0;
      case 'probability':
        return this.#random.chance(on.p);
      case 'span':
        this.#firstAt ??= this.#now();
        return true;
      default:
        return never(on);
    }
  }
}

function isOfType(messageType: string, wanted: string): boolean {
  return messageType === wanted || messageType.startsWith(`${wanted}^`);
}
