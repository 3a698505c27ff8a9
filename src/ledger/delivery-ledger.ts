import { OrdinalSet } from './ordinal-set.js';

/** How a message reached the far end. */
export interface Delivery {
  readonly ordinal: number;
  /** The arrival to which it belongs, and which of its messages it is: messages of one arrival go one after the other. */
  readonly arrival: number;
  readonly step: number;
  readonly isAltered: boolean;
  readonly isLate: boolean;
}

/** Kinds of damage, each with the ordinals of some messages that suffered it. */
export type Damage = 'lost' | 'duplicated' | 'reordered' | 'altered' | 'late';

export interface LedgerBalance {
  readonly delivered: number;
  readonly counts: Readonly<Record<Damage, number>>;
  readonly samples: Readonly<Record<Damage, readonly number[]>>;
}

/** How many ordinals of each kind are remembered, the first ones: 800 kB. */
const SAMPLES = 100_000;

/**
 * What was delivered of a run whose messages carry an ordinal. Memory is a bit for each message and a byte for each arrival of
 * several messages, whatever the rate.
 */
export class DeliveryLedger {
  readonly #delivered = new OrdinalSet();
  /** The last step seen of each arrival, plus one; only where an arrival has several messages. */
  readonly #reached: Uint8Array[] = [];
  readonly #hasSteps: boolean;
  readonly #counts: Record<Damage, number> = { lost: 0, duplicated: 0, reordered: 0, altered: 0, late: 0 };
  readonly #samples: Record<Damage, number[]> = { lost: [], duplicated: [], reordered: [], altered: [], late: [] };

  /** `mostSteps`: messages of the longest arrival. */
  constructor(mostSteps: number) {
    this.#hasSteps = mostSteps > 1;
  }

  /** Enters a delivery. A message that comes again is a duplicate and nothing else. */
  deliver(delivery: Delivery): void {
    const { ordinal, arrival, step } = delivery;
    if (!this.#delivered.add(ordinal)) {
      this.#note('duplicated', ordinal);
      return;
    }
    if (this.#hasSteps && this.#isBehind(arrival, step)) this.#note('reordered', ordinal);
    if (delivery.isAltered) this.#note('altered', ordinal);
    if (delivery.isLate) this.#note('late', ordinal);
  }

  get delivered(): OrdinalSet {
    return this.#delivered;
  }

  /** `accepted`: the ordinals that the system acknowledged with AA or CA. What it never delivered of them is lost. */
  balance(accepted: OrdinalSet): LedgerBalance {
    const lost: number[] = [];
    let count = 0;
    accepted.without(this.#delivered, (ordinal) => {
      if (++count <= SAMPLES) lost.push(ordinal);
      return true;
    });
    return {
      delivered: this.#delivered.size,
      counts: { ...this.#counts, lost: count },
      samples: { ...this.#samples, lost },
    };
  }

  /** Whether a later message of the same arrival was there before. */
  #isBehind(arrival: number, step: number): boolean {
    const page = this.#page(Math.floor(arrival / PAGE));
    const place = arrival % PAGE;
    const before = page[place] ?? 0;
    page[place] = Math.max(before, Math.min(255, step + 1));
    return step + 1 < before;
  }

  #page(index: number): Uint8Array {
    this.#reached[index] ??= new Uint8Array(PAGE);
    return this.#reached[index];
  }

  #note(damage: Damage, ordinal: number): void {
    this.#counts[damage]++;
    const samples = this.#samples[damage];
    if (samples.length < SAMPLES) samples.push(ordinal);
  }
}

const PAGE = 65_536;
