import type { LoadUnit } from '../template/load-unit.js';

/** A message that waits for a free connection. Instants are milliseconds from the start of the run. */
export interface Waiting {
  /** The arrival to which it belongs, counted from 0. */
  arrival: number;
  unit: LoadUnit;
  /** Which message of the unit, from 0. */
  step: number;
  intended: number;
  taken: number;
}

const NOTHING: LoadUnit = { name: '', steps: [] };

/** Arrivals that found no free connection, first come, first served; bounded, without garbage. */
export class WaitingLine {
  readonly limit: number;
  #places: Waiting[] = [];
  #head = 0;
  #size = 0;

  constructor(limit: number) {
    this.limit = Math.max(1, Math.floor(limit));
  }

  get size(): number {
    return this.#size;
  }

  /** A place at the end to be filled in; undefined where the line is full. */
  push(): Waiting | undefined {
    if (this.#size >= this.limit) return undefined;
    if (this.#size === this.#places.length) this.#grow();
    const place = this.#places[(this.#head + this.#size) % this.#places.length];
    this.#size++;
    return place;
  }

  get first(): Waiting | undefined {
    return this.#size === 0 ? undefined : this.#places[this.#head];
  }

  /** Takes the first one away. */
  shift(): void {
    this.#head = (this.#head + 1) % this.#places.length;
    this.#size--;
  }

  /** Doubles the ring; the waiting ones move to its beginning. */
  #grow(): void {
    const moved = this.#places.slice(this.#head).concat(this.#places.slice(0, this.#head));
    const more = Math.min(this.limit, Math.max(64, moved.length * 2)) - moved.length;
    for (let n = 0; n < more; n++) {
      moved.push({ arrival: 0, unit: NOTHING, step: 0, intended: 0, taken: 0 });
    }
    this.#places = moved;
    this.#head = 0;
  }
}
