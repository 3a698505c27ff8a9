import type { Finding } from './finding.js';

/** The end of a message's journey on the link. `uncorrelated`: a reply came, but it names another message. */
export type Outcome = 'acknowledged' | 'none-expected' | 'timed-out' | 'uncorrelated' | 'connection-lost' | 'bad-frame';

/** `sent`: from a simulator of ours to the system under test; `received`: the other way. */
export type Direction = 'sent' | 'received';

export interface LinkEvidence {
  /** Unique in the run: `ehr>sut`, `sut>lis`. */
  readonly name: string;
  /** Our end and the far end, as roles or free names. */
  readonly from: string;
  readonly to: string;
  readonly address: string;
  readonly tls: boolean;
}

/** One acknowledgment or order-level answer that travelled as a reply. */
export interface ReplyEvidence {
  /** The bytes between start block and end block. */
  readonly raw: Buffer;
  /** Real time, ISO 8601 with milliseconds. */
  readonly at: string;
  /** Milliseconds from the last byte of the message to the first of the reply. */
  readonly afterMs: number;
  /** MSA-1, absent where the reply has none. */
  readonly code?: string;
  /** MSA-2. */
  readonly controlId?: string;
}

/** One message and what became of it. */
export interface Exchange {
  /** Ordinal in the run, starting at 1: `x1`, `x2` ... Stable anchor in reports. */
  readonly id: string;
  readonly scenario?: string;
  readonly direction: Direction;
  readonly link: string;
  readonly raw: Buffer;
  /** Real time at which the last byte was written or read, ISO 8601. */
  readonly at: string;
  /**
   * For how long this process had been held up in all by then, in real milliseconds; absent: never. What lies between two messages was
   * not the doing of the system under test.
   */
  readonly lagMs?: number;
  /** MSH-9 and MSH-10 as read, for lists. */
  readonly messageType: string;
  readonly controlId: string;
  /** Names of the faults that were active on it. */
  readonly faults: readonly string[];
  /** The reply in original mode, or the accept acknowledgment in enhanced mode. */
  readonly accept?: ReplyEvidence;
  /** The application acknowledgment where it is a message of its own. */
  readonly application?: ReplyEvidence;
  readonly outcome?: Outcome;
  readonly findings: readonly Finding[];
}
