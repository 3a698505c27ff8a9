import type { ClockOffset } from '../../evidence/load-result.js';

/** One question for the time: when it was asked and answered by our clock, and what the other clock said in between. */
export interface RoundTrip {
  readonly askedAt: number;
  readonly answeredAt: number;
  readonly theirs: number;
}

/** Both clocks tell whole milliseconds. */
const RESOLUTION_MS = 1;
/** What is remembered of late: a clock moves little in so many seconds. */
const LATEST = 8;

/**
 * How far our clock is ahead of the coordinator's. The shortest round trip is the best witness: the answer was given somewhere
 * within it, so the middle is off by half of it at most.
 */
export class ClockComparison {
  #start: ClockOffset | undefined;
  #latest: readonly RoundTrip[] = [];

  take(trip: RoundTrip): void {
    this.#latest = [...this.#latest, trip].slice(-LATEST);
  }

  /** From now on what is measured shows how far the clock drifts. Throws where nobody has answered yet. */
  fix(): ClockOffset {
    this.#start = offsetOf(this.#latest);
    return this.#start;
  }

  /** The offset at the start, and how far it has moved since. */
  get now(): ClockOffset {
    const now = offsetOf(this.#latest);
    return this.#start === undefined ? now : { ...this.#start, driftMs: now.offsetMs - this.#start.offsetMs };
  }
}

function offsetOf(trips: readonly RoundTrip[]): ClockOffset {
  const [best] = [...trips].sort((a, b) => lengthOf(a) - lengthOf(b));
  if (best === undefined) throw new Error('the clock was never compared');
  const offsetMs = (best.askedAt + best.answeredAt) / 2 - best.theirs;
  return { offsetMs, uncertaintyMs: lengthOf(best) / 2 + RESOLUTION_MS };
}

function lengthOf({ askedAt, answeredAt }: RoundTrip): number {
  return answeredAt - askedAt;
}
