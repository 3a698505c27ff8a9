import type { Stripe } from './stripe.js';

/** Where a generator gets its arrivals from. Instants are milliseconds from the start of the plan. */
export interface ArrivalSource {
  /** Number of the arrival that comes next, in the whole plan, from 0. */
  readonly ordinal: number;
  /** The instant of the next arrival; Infinity where none comes, or none until another one is done. */
  readonly nextAt: number;
  /** Whether arrivals wait for earlier ones: then the system under test sets the pace. */
  readonly isClosed: boolean;
  /** Goes on to the arrival after the next one. */
  advance(): void;
  /** An arrival is done, at that instant. */
  done(now: number): void;
  /** Whether no more will come, whatever happens. */
  isOver(now: number): boolean;
}

/** A closed model: so many users, each of whom sends the next when the last was answered and a think time is over. */
export class ClosedSource implements ArrivalSource {
  readonly isClosed = true;
  ordinal: number;
  readonly #stripe: Stripe;
  readonly #durationMs: number;
  readonly #thinkMs: number;
  /** When each idle user wants to send, soonest first. */
  readonly #idle: number[];

  /** `users` of this stripe alone. */
  constructor(users: number, durationMs: number, thinkMs: number, stripe: Stripe) {
    this.#stripe = stripe;
    this.#durationMs = durationMs;
    this.#thinkMs = thinkMs;
    this.ordinal = stripe.index;
    this.#idle = Array.from({ length: users }, () => 0);
  }

  get nextAt(): number {
    const at = this.#idle[0] ?? Number.POSITIVE_INFINITY;
    return at < this.#durationMs ? at : Number.POSITIVE_INFINITY;
  }

  advance(): void {
    this.#idle.shift();
    this.ordinal += this.#stripe.of;
  }

  done(now: number): void {
    this.#idle.push(now + this.#thinkMs);
  }

  isOver(now: number): boolean {
    return now >= this.#durationMs;
  }
}
