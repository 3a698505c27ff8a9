import { ArrivalSchedule, type ScheduleOptions } from './arrival-schedule.js';
import { WHOLE } from './stripe.js';

/** Arrivals whose instants are remembered: half a minute at 4,000 a second. */
const REMEMBERED = 1 << 17;

/** When each arrival of an open plan was to be sent, for the far end, which counts from then. Asked for in about their order. */
export class IntendedInstants {
  readonly #schedule: ArrivalSchedule;
  readonly #instants = new Float64Array(REMEMBERED);
  /** Arrivals whose instants are known so far. */
  #known = 0;

  constructor(options: Omit<ScheduleOptions, 'stripe'>) {
    this.#schedule = new ArrivalSchedule({ ...options, stripe: WHOLE });
  }

  /** Milliseconds from the start of the plan; undefined for an arrival of long ago, or that the plan does not have. */
  of(arrival: number): number | undefined {
    while (this.#known <= arrival && !this.#schedule.isOver()) {
      this.#instants[this.#known % REMEMBERED] = this.#schedule.nextAt;
      this.#known++;
      this.#schedule.advance();
    }
    const isKnown = arrival < this.#known && arrival >= this.#known - REMEMBERED;
    return isKnown ? this.#instants[arrival % REMEMBERED] : undefined;
  }
}
