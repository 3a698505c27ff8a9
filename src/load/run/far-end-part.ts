import type { LatencySummary } from '../../evidence/load-result.js';
import type { Damage, LedgerBalance } from '../../ledger/delivery-ledger.js';
import type { ValidationCounts } from '../far-end/delivery-check.js';
import type { KeptMessage } from '../measure/kept-messages.js';
import type { FarEndPlan, LoadPlan } from '../plan/load-plan.js';
import type { MixData } from '../template/load-unit.js';

export type OrdinalPages = readonly (Uint8Array | undefined)[];

/** What a far end is to watch. Plain data, for threads. */
export interface FarEndOrder {
  readonly farEnd: FarEndPlan;
  readonly plan: LoadPlan;
  readonly mix: MixData;
  readonly prefix: string;
}

/** What it has seen so far. */
export interface FarEndCounts {
  readonly delivered: number;
  readonly foreign: number;
  readonly redelivered: number;
  readonly damage: Readonly<Record<Damage, number>>;
  /** Of what it was told to have been accepted; absent where it was told nothing. */
  readonly lost?: number;
}

export interface FarEndResult extends LedgerBalance {
  readonly foreign: number;
  /** Delivered again, and rightly so. */
  readonly redelivered: number;
  readonly endToEnd: LatencySummary;
  /** Absent where nothing is validated. */
  readonly validation?: ValidationCounts;
  readonly kept: readonly KeptMessage[];
  /** What was delivered: the pages of an OrdinalSet. */
  readonly pages: readonly (Uint8Array | undefined)[];
}

/** A far end that listens. */
export interface FarEndPart {
  readonly port: number;
  /** When the plan begins, wall clock milliseconds. */
  begin(startAtEpochMs: number): void;
  /** `accepted`: what the system had accepted some seconds ago and was not told before, as pages of an OrdinalSet. */
  counts(accepted?: OrdinalPages): Promise<FarEndCounts>;
  /** Whether nothing more is missing of what was accepted; `accepted` are the pages of an OrdinalSet. */
  settle(accepted: readonly (Uint8Array | undefined)[]): Promise<FarEndResult>;
  close(): Promise<void>;
}

export type FarEndOpening =
  | { readonly kind: 'open'; readonly part: FarEndPart }
  | { readonly kind: 'failed'; readonly message: string };
