/** What one repetition of one case cost one subject. */
export interface Sample {
  /** CPU for one message in microseconds: user and system, compiler and collector included, every process that takes part. */
  readonly cpuMicros: number;
  /** Wall rate of messages. */
  readonly perSecond: number;
  /** The share of either side where client and server are processes of their own. */
  readonly clientMicros?: number;
  readonly serverMicros?: number;
  /** What else was found, by a name that ends in its unit: `response p99 ms`. */
  readonly figures?: Readonly<Record<string, number>>;
}

export type Outcome =
  | { readonly kind: 'measured'; readonly sample: Sample }
  /** `why`: one clause for people. */
  | { readonly kind: 'not-available'; readonly why: string };

export function notAvailable(why: string): Outcome {
  return { kind: 'not-available', why };
}
