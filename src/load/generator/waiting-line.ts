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
  /** How often it was written before. */
  attempt: number;
  /** The instant of the first write, whose time all copies carry; NaN before it. */
  firstWritten: number;
  /** Whether an earlier attempt was accepted. */
  wasAccepted: boolean;
}

/** Makes one message the copy of another, so that nothing is allocated where places are used again. */
export function assignWaiting(to: Waiting, from: Waiting): void {
  to.arrival = from.arrival;
  to.unit = from.unit;
  to.step = from.step;
  to.intended = from.intended;
  to.taken = from.taken;
  to.attempt = from.attempt;
  to.firstWritten = from.firstWritten;
  to.wasAccepted = from.wasAccepted;
}

/** A place for a message, to be assigned. */
export function noMessage(): Waiting {
  return {
    arrival: 0,
    unit: NOTHING,
    step: 0,
    intended: 0,
    taken: 0,
    attempt: 0,
    firstWritten: Number.NaN,
    wasAccepted: false,
  };
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
    for (let n = 0; n < more; n++) moved.push(noMessage());
    this.#places = moved;
    this.#head = 0;
  }
}
