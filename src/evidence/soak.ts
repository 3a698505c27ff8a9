/** How a figure moved over a long run: a straight line through its means over windows of equal length. */
export interface Slope {
  /** Windows that had a figure. */
  readonly windows: number;
  /** Mean over the run. */
  readonly mean: number;
  /** In an hour, in the unit of the figure, with its standard error. */
  readonly perHour: number;
  readonly standardError: number;
  /** Over the whole run, as a share of the mean. */
  readonly relative: number;
  /** `none`: what is seen may be chance (1 in 100) or is too little to matter (5 % of the mean); `unknown`: too few windows. */
  readonly trend: 'rising' | 'falling' | 'none' | 'unknown';
}

/** What a long run did to the system under test. */
export interface Soak {
  readonly windowSeconds: number;
  /** Milliseconds. */
  readonly responseP50: Slope;
  readonly responseP99: Slope;
  /** Share of the offered messages, 0 to 1. */
  readonly errors: Slope;
  /** Bytes, as the command told them; absent without one. */
  readonly memory?: Slope & { readonly samples: readonly { readonly second: number; readonly bytes: number }[] };
  /**
   * Bytes that this process, which generates, listens and keeps the ledger, holds on to after a collection in each of its
   * threads; absent where nobody looked. It decides nothing.
   */
  readonly harness?: Slope;
  /** Bytes of this process as the operating system counts them, at the same moments. It decides nothing. */
  readonly harnessResident?: Slope;
  /** One sentence for each figure that got worse, and for what could not be told. */
  readonly remarks: readonly string[];
  /** `worse` where a latency, the errors or the memory rise. */
  readonly verdict: 'steady' | 'worse' | 'unknown';
}
