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

export function realTimer(scale = 1): Timer {
  return {
    scale,
    now: () => performance.now(),
    after(nominalMs, action, options) {
      const handle = setTimeout(action, nominalMs * scale);
      if (options?.background) handle.unref();
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
