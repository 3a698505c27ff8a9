import type { EntityIdentifier } from '../messages/facts.js';
import type { Patient, Visit } from '../population/facts.js';
import { HarnessError } from './trouble.js';

/** A person as the scenario knows them: who they are, and the visit that they are on. */
export interface Guest {
  patient: Patient;
  visit: Visit | undefined;
}

/** An order that the scenario talks about. The filler number is what the scenario has seen of it, not what we wish. */
export interface KnownOrder {
  /** As the scenario calls it: `Potassium`, `Chest X-ray`, `Paracetamol 500 mg`. */
  readonly name: string;
  readonly kind: 'laboratory' | 'imaging' | 'medication';
  readonly placer: EntityIdentifier;
  readonly guest: Guest;
}

/** The people and the orders of one scenario, by the words in which it speaks of them. */
export class Cast {
  readonly #guests = new Map<string, Guest>();
  readonly #orders: KnownOrder[] = [];
  #count = 0;

  /** Ordinal for the next identifier of this scenario, from 1. */
  next(): number {
    return ++this.#count;
  }

  add(name: string, guest: Guest): Guest {
    this.#guests.set(name, guest);
    return guest;
  }

  has(name: string): boolean {
    return this.#guests.has(name);
  }

  /** `patient` is the person that most scenarios are about. */
  guest(name = 'patient'): Guest {
    const guest = this.#guests.get(name);
    if (guest === undefined) {
      const known = [...this.#guests.keys()].join(', ') || 'nobody';
      throw new HarnessError(`the scenario speaks of "${name}", but it has introduced ${known}`);
    }
    return guest;
  }

  addOrder(order: KnownOrder): KnownOrder {
    this.#orders.push(order);
    return order;
  }

  get orders(): readonly KnownOrder[] {
    return this.#orders;
  }

  /** The latest order of that name, or the latest of all where no name is given. */
  order(name?: string): KnownOrder {
    const found = this.#orders.findLast(
      (order) => name === undefined || order.name.toLowerCase() === name.toLowerCase(),
    );
    if (found === undefined) {
      throw new HarnessError(
        `the scenario speaks of ${name ? `the order "${name}"` : '"the order"'} before it was placed`,
      );
    }
    return found;
  }
}
