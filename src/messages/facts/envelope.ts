import type { Provider } from '../../population/facts.js';

/** What the header of every message needs. */
export interface Envelope {
  /** MSH-3 and MSH-4. */
  readonly sender: HeaderParty;
  /** MSH-5 and MSH-6. */
  readonly receiver: HeaderParty;
  /** MSH-7 and the event's own time. */
  readonly at: Date;
  /** MSH-10. */
  readonly controlId: string;
  /** MSH-11: T, P or D. */
  readonly processingId: string;
  readonly version: Version;
  /** MSH-18, first repetition; absent means ASCII. */
  readonly charset?: string;
  /** Who entered the event (EVN-5, ORC-10). */
  readonly operator?: Provider;
}

/** MSH-3/4 or 5/6: HD values, `namespace` alone or with a universal id. */
export interface HeaderParty {
  readonly application: string;
  readonly facility: string;
}

export type Version = '2.3' | '2.3.1' | '2.4' | '2.5' | '2.5.1';
