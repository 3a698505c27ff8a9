import { rng } from '../../base/rng.js';
import type { ArrivalSource } from './arrival-source.js';
import { type Piece, piecesOf } from './piece.js';
import type { Stage } from './stage.js';
import type { Stripe } from './stripe.js';

export interface ScheduleOptions {
  readonly stages: readonly Stage[];
  /** `even`: as regular as the rate allows; `poisson`: independent of each other, with gaps drawn from the seed. */
  readonly spacing: 'even' | 'poisson';
  readonly seed: string;
  readonly stripe: Stripe;
}

/**
 * The instants at which messages are to be sent, fixed in advance: what the system under test does never shifts them. All
 * workers of a run see the same arrivals and take every so-many-th, so that the union is the single plan. Milliseconds from
 * the start of the plan.
 */
export class ArrivalSchedule implements ArrivalSource {
  readonly isClosed = false;
  readonly #pieces: readonly Piece[];
  readonly #stripe: Stripe;
  readonly #gap: () => number;
  #piece = 0;
  /** Arrivals expected, and milliseconds gone, before the present piece. */
  #countBefore = 0;
  #msBefore = 0;
  /** The expected count at which the next arrival of the whole plan comes. */
  #due: number;
  #ordinal = 0;
  #nextAt: number;

  constructor({ stages, spacing, seed, stripe }: ScheduleOptions) {
    this.#pieces = piecesOf(stages);
    this.#stripe = stripe;
    const stream = rng(seed, 'arrivals');
    this.#gap = spacing === 'even' ? () => 1 : () => -Math.log(1 - stream.next());
    this.#due = spacing === 'even' ? 0 : this.#gap();
    this.#nextAt = this.#seek();
  }

  get ordinal(): number {
    return this.#ordinal;
  }

  get nextAt(): number {
    return this.#nextAt;
  }

  advance(): void {
    this.#pass();
    this.#nextAt = this.#seek();
  }

  done(): void {}

  isOver(): boolean {
    return this.#nextAt === Number.POSITIVE_INFINITY;
  }

  /** Passes over the arrivals of other stripes. */
  #seek(): number {
    while (this.#ordinal % this.#stripe.of !== this.#stripe.index) this.#pass();
    return this.#instant();
  }

  #pass(): void {
    this.#ordinal++;
    this.#due += this.#gap();
  }

  #instant(): number {
    for (;;) {
      const piece = this.#pieces[this.#piece];
      if (piece === undefined) return Number.POSITIVE_INFINITY;
      const within = this.#due - this.#countBefore;
      // What falls on the very end of a piece belongs to the next one.
      if (within < piece.count - 1e-9) return this.#msBefore + piece.instantOf(within);
      this.#countBefore += piece.count;
      this.#msBefore += piece.durationMs;
      this.#piece++;
    }
  }
}

/** Arrivals that the stages expect in all, and how long they last. */
export function extentOf(stages: readonly Stage[]): { readonly arrivals: number; readonly durationMs: number } {
  const pieces = piecesOf(stages);
  return {
    arrivals: pieces.reduce((sum, { count }) => sum + count, 0),
    durationMs: pieces.reduce((sum, { durationMs }) => sum + durationMs, 0),
  };
}

/** The highest rate that the stages ever want, messages a second. */
export function peakRateOf(stages: readonly Stage[]): number {
  return Math.max(0, ...piecesOf(stages).map(({ peakRate }) => peakRate));
}
