/** Stops what was scheduled; harmless when it has happened already. */
export type Cancel = () => void;

/** The real timer. Delays are given in nominal milliseconds and shortened by `scale`, so that tests need not wait. */
export interface Timer {
  /** Real milliseconds that pass for one nominal millisecond: 1 against a real system, small against the demo engine. */
  readonly scale: number;
  /** Monotonic real time in milliseconds, with fractions. */
  now(): number;
  /** Calls `action` once after `nominalMs` times `scale`. Does not keep the process alive when `background` is set. */
  after(nominalMs: number, action: () => void, options?: { readonly background?: boolean }): Cancel;
}

/** The longest that Node waits, in milliseconds (about 25 days): asked for more it does not wait at all. */
const LONGEST_MS = 2 ** 31 - 1;

export function realTimer(scale = 1): Timer {
  return {
    scale,
    now: () => performance.now(),
    after(nominalMs, action, options) {
      let handle: NodeJS.Timeout | undefined;
      const wait = (ms: number): void => {
        handle = ms > LONGEST_MS ? setTimeout(() => wait(ms - LONGEST_MS), LONGEST_MS) : setTimeout(action, ms);
        if (options?.background) handle.unref();
      };
      wait(nominalMs * scale);
      return () => clearTimeout(handle);
    },
  };
}

/** Resolves after `nominalMs` times the timer's scale. For delays that a scenario or a fault asks for, never to wait for an event. */
export function pause(timer: Timer, nominalMs: number): Promise<void> {
  return new Promise((resolve) => {
    timer.after(nominalMs, resolve);
  });
}
