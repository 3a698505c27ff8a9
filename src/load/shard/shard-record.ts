import type { LinkEvidence } from '../../evidence/exchange.js';
import type { ClockOffset, LoadResult } from '../../evidence/load-result.js';
import type { IntervalSample } from '../measure/recorder.js';
import type { LoadPlan } from '../plan/load-plan.js';
import type { FarEndResult } from '../run/far-end-part.js';
import type { PartResult } from '../run/part.js';

/** Which part of a run over several machines: one of those that send, from 0, or the one that only listens at the far end. */
export type ShardPlace =
  | { readonly kind: 'shard'; readonly index: number; readonly of: number }
  | { readonly kind: 'far-ends'; readonly of: number };

/** What a far end of one machine saw, of the messages of all machines. */
export interface FarEndRecord extends FarEndResult {
  readonly name: string;
  /** Types of messages that must arrive there; everything where absent. */
  readonly expects?: readonly string[];
}

/** What one machine did and measured, complete enough to be put together with the others as if one had done everything. */
export interface ShardRecord {
  readonly pipehat: string;
  readonly place: ShardPlace;
  /** That of the whole run, without private keys. */
  readonly plan: LoadPlan;
  /** The first letters of every MSH-10 of the run. */
  readonly prefix: string;
  /** The first arrival, by the clock of this machine. */
  readonly startAtEpochMs: number;
  readonly startedAt: string;
  readonly host: string;
  readonly outcome: LoadResult['outcome'];
  /** The text of the threshold that ended it early. */
  readonly abortedBy?: string;
  readonly types: readonly string[];
  readonly connections: number;
  readonly links: readonly LinkEvidence[];
  readonly rssBytes: number;
  readonly parts: readonly PartResult[];
  readonly samples: readonly IntervalSample[];
  readonly farEnds: readonly FarEndRecord[];
  /** Absent where nobody compared the clock with another one. */
  readonly clock?: ClockOffset;
  /** How far the wall clock moved against the monotonic one while the run went on, milliseconds. */
  readonly wallMovedMs: number;
}

/** `shard 2 of 3`, as people count. */
export function placeText(place: ShardPlace): string {
  return place.kind === 'shard' ? `shard ${place.index + 1} of ${place.of}` : 'the shard that listens';
}
