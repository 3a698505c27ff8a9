import type { Finding } from '../../evidence/finding.js';

/** One message to be judged, or what is to be told of a source as a whole. Plain data, which worker threads take. */
export interface Job {
  readonly source: string;
  /** 1-based in its source; 0 for what is about the source itself. */
  readonly index: number;
  readonly isOneOfMany: boolean;
  /** The line of the source on which it begins, 1-based. */
  readonly line: number;
  readonly bytes: Uint8Array;
  readonly type: string;
  readonly controlId: string;
  /** Numbers of the plans by which it is judged; none where it cannot be. */
  readonly plans: readonly number[];
  /** What is known before it is judged. */
  readonly notes: readonly Finding[];
}
