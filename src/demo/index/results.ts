import type { Order } from './orders.js';

/** Table 0123 from the first to the last of a normal progression. */
const PROGRESS = ['O', 'I', 'S', 'A', 'R', 'P', 'F', 'C', 'X'];

/** How far the result of each order has come. */
export class Results {
  readonly #furthest = new Map<Order, string>();
  #setBacks = 0;

  /** Orders that have a result. */
  get size(): number {
    return this.#furthest.size;
  }

  /** Messages whose status (OBR-25) was behind the one on file: delivered, but a sign of trouble at the filler. */
  get setBacks(): number {
    return this.#setBacks;
  }

  /** Files a status; the one on file never goes back. */
  file(order: Order, status: string): void {
    const before = this.#furthest.get(order);
    if (before !== undefined && PROGRESS.indexOf(status) < PROGRESS.indexOf(before)) this.#setBacks++;
    else this.#furthest.set(order, status);
  }
}
