import type { Latencies, LoadCounts } from '../../evidence/load-result.js';
import type { KeptMessage } from '../measure/kept-messages.js';
import type { IntervalSample } from '../measure/recorder.js';
import type { LoadPlan } from '../plan/load-plan.js';
import type { MixData } from '../template/load-unit.js';
import type { OrdinalPages } from './far-end-part.js';

/** What one worker is to do. Plain data, for threads and other machines. */
export interface PartOrder {
  readonly plan: LoadPlan;
  readonly mix: MixData;
  /** Which stripe of the whole plan, over all workers of all shards. */
  readonly stripe: { readonly index: number; readonly of: number };
  /** The first letters of every MSH-10 of the run. */
  readonly prefix: string;
  /** Whether the ordinals of accepted messages are wanted, for a ledger. */
  readonly wantsAccepted: boolean;
}

/** What one worker has measured. Plain data. */
export interface PartResult {
  readonly all: LoadCounts & Latencies;
  /** By the index of the type in the mix. */
  readonly byType: readonly (LoadCounts & Latencies)[];
  readonly codes: Readonly<Record<string, number>>;
  /** By fault, then by code or failure, of the messages that were struck. */
  readonly faults: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** How often a message was sent once more. */
  readonly resent: number;
  readonly kept: readonly KeptMessage[];
  /** Connections that were open at once at most. */
  readonly connections: number;
  /** Milliseconds from the start of the plan to the first and the last write; null where nothing was sent. */
  readonly firstSent: number | null;
  readonly lastSent: number | null;
  /** Milliseconds of processor time, and the busy share of the thread, 0 to 1. */
  readonly cpuMs: number;
  readonly busyShare: number;
  readonly end: { readonly kind: 'completed' | 'stopped' | 'unreachable'; readonly reason?: string };
  /** Pages of an OrdinalSet. */
  readonly accepted: readonly (Uint8Array | undefined)[];
}

/** What a part tells while it works. */
export interface PartListener {
  /** `accepted`: what was accepted in that second, where it is wanted. */
  onInterval(sample: IntervalSample, accepted: OrdinalPages): void;
}

/** A part that is set up and waits for its start. */
export interface Part {
  /** Begins the plan at that wall clock instant, in milliseconds; resolves when the part is over. */
  run(startAtEpochMs: number): Promise<PartResult>;
  stop(): void;
}
