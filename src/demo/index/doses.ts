import type { Order } from './orders.js';

/** Administrations: one for each give sub-ID and administration sub-ID (RXA-1, RXA-2) of a prescription. */
export class Doses {
  readonly #given = new Set<string>();

  get size(): number {
    return this.#given.size;
  }

  has(order: Order, dose: string): boolean {
    return this.#given.has(keyOf(order, dose));
  }

  record(order: Order, dose: string): void {
    this.#given.add(keyOf(order, dose));
  }

  remove(order: Order, dose: string): void {
    this.#given.delete(keyOf(order, dose));
  }
}

function keyOf(order: Order, dose: string): string {
  return `${order.number}\n${dose}`;
}
