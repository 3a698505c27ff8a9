/** Any clock for the time that messages carry. */
export interface Clock {
  now(): Date;
}

/** Follows the wall clock from a start of its own: for a simulator that acts by itself, with nobody to move its time. */
export function runningClock(start: Date): Clock {
  const began = Date.now();
  return { now: () => new Date(start.getTime() + Date.now() - began) };
}

/** The time that messages carry (MSH-7, order and observation times). It moves only when it is told to. */
export class MessageClock implements Clock {
  #now: number;

  constructor(start: Date) {
    this.#now = start.getTime();
  }

  now(): Date {
    return new Date(this.#now);
  }

  /** Moves the clock forward by `ms` milliseconds and returns the new time. */
  advance(ms: number): Date {
    this.#now += ms;
    return this.now();
  }
}

/** The wall clock, for evidence only: never for the content of a message. */
export function wallClock(): Date {
  return new Date();
}

/** Wall clock milliseconds at which `Timer.now` was 0 in this thread: threads and machines agree on instants by it. */
export function timerOrigin(): number {
  return performance.timeOrigin;
}
