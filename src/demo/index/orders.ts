import { type Identifier, keysOf } from './identifiers.js';
import { owned } from './owned.js';
import type { Patient } from './patients.js';

export type Filler = 'lis' | 'ris' | 'pharmacy';

export interface Order {
  readonly number: number;
  /** Absent where the order came without a patient. */
  readonly patient: Patient | undefined;
  hasPlacerNumber: boolean;
  /** Who carries it out, as far as a message has told. */
  filledBy: Filler | undefined;
}

/** Numbers of one order group: ORC-2/OBR-2 and ORC-3/OBR-3. */
export interface Numbers {
  readonly placer: Identifier | undefined;
  readonly filler: Identifier | undefined;
}

/** Orders and prescriptions by placer and by filler number, each with the application that gave it. */
export class Orders {
  readonly #byPlacer = new Map<string, Order>();
  readonly #byFiller = new Map<string, Order>();
  #count = 0;

  get size(): number {
    return this.#count;
  }

  byPlacer(number: Identifier | undefined): Order | undefined {
    return lookUp(this.#byPlacer, number);
  }

  byFiller(number: Identifier | undefined): Order | undefined {
    return lookUp(this.#byFiller, number);
  }

  /** The order with one of these numbers; undefined where both are known and belong to different orders. */
  find({ placer, filler }: Numbers): Order | undefined {
    const placed = this.byPlacer(placer);
    const filled = this.byFiller(filler);
    if (placed && filled && placed !== filled) return undefined;
    // A placer number that nobody placed is not excused by a filler number that belongs to another one.
    if (placer && !placed && filled?.hasPlacerNumber) return undefined;
    return placed ?? filled;
  }

  /** The order with one of these numbers, made where there is none, and known under both from now on. */
  register(numbers: Numbers, patient: Patient | undefined): Order {
    const known = this.byPlacer(numbers.placer) ?? this.byFiller(numbers.filler);
    const order = known ?? this.#create(patient);
    if (numbers.placer) {
      order.hasPlacerNumber = true;
      for (const key of keysOf(numbers.placer)) this.#byPlacer.set(owned(key), order);
    }
    for (const key of numbers.filler ? keysOf(numbers.filler) : []) this.#byFiller.set(owned(key), order);
    return order;
  }

  #create(patient: Patient | undefined): Order {
    const number = ++this.#count;
    return { number, patient, hasPlacerNumber: false, filledBy: undefined };
  }
}

function lookUp(orders: ReadonlyMap<string, Order>, number: Identifier | undefined): Order | undefined {
  const found = number ? keysOf(number).map((key) => orders.get(key)) : [];
  return found.find((order) => order !== undefined);
}
