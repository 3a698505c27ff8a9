import type { LinkEvidence } from './exchange.js';
import type { Soak } from './soak.js';

/** Milliseconds at percentiles of a histogram; all 0 where nothing was recorded (`count` 0). */
export interface LatencySummary {
  readonly count: number;
  readonly mean: number;
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
  readonly p999: number;
  readonly max: number;
  /** The whole histogram: HdrHistogram V2, compressed, base64, in microseconds; merges exactly. */
  readonly histogram: string;
}

/**
 * Latencies of one population of messages. `response` counts from the instant at which the plan wanted the message sent, so a
 * stall is seen by all that had to wait; `service` from the write; `queue` is the wait for a free connection; `lateness` is the
 * generator's own error, from the intended instant to the one at which it got to it. None is shown without the others.
 */
export interface Latencies {
  readonly response: LatencySummary;
  readonly service: LatencySummary;
  readonly queue: LatencySummary;
  readonly lateness: LatencySummary;
}

/** Counts of messages. Every offered message is exactly one of acknowledged, unanswered, failed, dropped or pending. */
export interface LoadCounts {
  /** Arrivals that the plan wanted up to the end. */
  readonly offered: number;
  /** Whole messages handed to the system. */
  readonly sent: number;
  /** With any acknowledgment code that answers this very message. */
  readonly acknowledged: number;
  /** Sent, and no answer within the acknowledgment timeout. */
  readonly timedOut: number;
  /** The connection was lost before the answer. */
  readonly lost: number;
  /** Not sent: the queue was full, or the wait in it longer than the acknowledgment timeout. */
  readonly dropped: number;
  /** Not decided when the run ended. */
  readonly pending: number;
}

/** What the far end saw of what the system acknowledged; absent where none is watched. */
export interface LedgerSummary {
  /** Messages that reached the far end at least once. */
  readonly delivered: number;
  /** Acknowledged with AA or CA and never delivered. */
  readonly lost: number;
  /** Delivered once more although its acknowledgment had reached the system, which had gone on since. */
  readonly duplicated: number;
  /**
   * Delivered once more because the system could not know of its acknowledgment: it was withheld, late or refused by a fault, or the
   * connection ended behind it. A receiver that knows the id again has one effect.
   */
  readonly redelivered?: number;
  /** Delivered behind a later message of the same key (patient or order). */
  readonly reordered: number;
  /** Delivered with other content than the system was to deliver. */
  readonly altered: number;
  /** Delivered, but later than the plan allows. */
  readonly late: number;
  /** Delivered and not of this run. */
  readonly foreign: number;
  /** Ids (MSH-10 as sent) of some of each, for the evidence. */
  readonly samples: Readonly<Record<string, readonly string[]>>;
  /** From the intended instant to the delivery. */
  readonly endToEnd: LatencySummary;
}

/** Something that the plan did to the system under test. */
export interface SutEventOutcome {
  readonly action: 'kill' | 'stop' | 'pause' | 'cut-off';
  /** Milliseconds after the start of the plan; absent where it was not tried. */
  readonly atMs?: number;
  /** When it was taken back and the system was there again. */
  readonly untilMs?: number;
  /** Why it was not done, or not taken back. */
  readonly trouble?: string;
}

/** One second of the run: what happened in it. */
export interface LoadInterval {
  /** Seconds since the start of the run; the interval is one second long. */
  readonly second: number;
  /** Arrivals that the plan wanted in it, whether the generator came to them or not; absent in a closed model. */
  readonly planned?: number;
  readonly offered: number;
  readonly sent: number;
  readonly acknowledged: number;
  readonly errors: number;
  readonly dropped: number;
  readonly inFlight: number;
  /** Messages that waited for a free connection at its end. */
  readonly waiting?: number;
  readonly response: { readonly p50: number; readonly p90: number; readonly p99: number; readonly max: number };
  readonly serviceP99: number;
  readonly latenessP99: number;
}

export interface ThresholdOutcome {
  /** As written. */
  readonly text: string;
  readonly passed: boolean;
  readonly actual: number;
  /** True where the run was aborted because of it. */
  readonly aborted: boolean;
}

/**
 * What kept a rate from being held: the system under test; the generator, which was itself too late; the connections of the
 * plan, all of which waited for answers while the system was no slower than usual.
 */
export type CapacityLimit = 'system' | 'generator' | 'connections';

/** One rate that was tried. */
export interface CapacityStep {
  /** Messages a second: wanted, and really sent. */
  readonly rate: number;
  readonly achieved: number;
  readonly passed: boolean;
  readonly response: LatencySummary;
  /** Of the generator at this rate; without, the response is not shown. */
  readonly lateness?: LatencySummary;
  /** One sentence: why it held, or what broke. */
  readonly reason: string;
  /** Why it was tried: to find a rate that is too much, to close in on the limit, or to repeat what held. */
  readonly phase?: 'rise' | 'narrow' | 'confirm';
  /** Measured seconds, without the warm-up. */
  readonly seconds?: number;
  /** Where it did not hold. */
  readonly limit?: CapacityLimit;
}

/** How much the system carries, messages a second. */
export interface Capacity {
  /** The best estimate between the bounds: what it carries as often as not. 0 where no rate held. */
  readonly rate: number;
  /** The highest rate that held in every repetition. */
  readonly lower: number;
  /** The lowest rate above that which did not hold; `lower` where nothing above it was tried. */
  readonly upper: number;
  readonly slo: string;
  /** Every step that was tried, in order. */
  readonly steps: readonly CapacityStep[];
  /** Milliseconds after overload until the SLO held again; absent where it was not measured, or did not hold again in time. */
  readonly recoveryMs?: number;
  /** So often was `lower` tried at the end, and it held each time. */
  readonly repetitions?: number;
  /** That the system carries `lower` more often than not, 0 to 1: one that it does not would have held k of k times with 0.5^k. */
  readonly confidence?: number;
  /** What broke at `upper`; `ceiling` where the highest rate that was allowed held; `interrupted` where the search was ended. */
  readonly limitedBy?: CapacityLimit | 'ceiling' | 'interrupted';
}

/** One machine's part of a run over several. */
export interface LoadShard {
  /** From 0. */
  readonly index: number;
  /** The machine, and where a coordinator was, the agent on it; absent for a shard that is missing and never said. */
  readonly host?: string;
  readonly outcome: LoadResult['outcome'] | 'missing';
  readonly sent: number;
  /** How its clock stood; absent where nobody compared it with another one. */
  readonly clock?: ClockOffset;
}

/** Milliseconds by which a clock was ahead of the coordinator's, measured by round trips. It was allowed for. */
export interface ClockOffset {
  readonly offsetMs: number;
  /** So far off may `offsetMs` be: half of the shortest round trip, and the resolution of the clocks. */
  readonly uncertaintyMs: number;
  /** How much it moved from the start to the end of the run; absent where it could not be measured again. */
  readonly driftMs?: number;
}

/** What the profiles say of the messages that were delivered to the far ends. */
export interface LoadValidation {
  /** Messages that were judged. */
  readonly messages: number;
  /** Errors, warnings and alerts by code. */
  readonly findings: Readonly<Record<string, number>>;
  /** Messages with an error. */
  readonly failed?: number;
  /** In the sample, and of a kind that no profile is for. */
  readonly unjudged?: number;
  /** Share of the deliveries that was to be judged, 0 to 1. */
  readonly sample?: number;
  /** Share of one core that it took, 0 to 1. */
  readonly cpuShare?: number;
}

/** What a load run has shown. The public contract of `load --format json`. */
export interface LoadResult extends LoadCounts, Latencies {
  readonly pipehat: string;
  readonly name: string;
  readonly startedAt: string;
  /** Of the measured part, without the warm-up. */
  readonly durationSeconds: number;
  readonly seed: string;
  /** By acknowledgment code but AA and CA, and `timeout`, `lost`, `bad-reply`, `uncorrelated`. */
  readonly errors: Readonly<Record<string, number>>;
  /** By acknowledgment code. */
  readonly codes: Readonly<Record<string, number>>;
  /** What became of the messages that a fault of the plan struck, by fault and by code or failure; they are no errors. */
  readonly faults?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** How often a message was sent once more, the very same bytes; absent for none. */
  readonly resent?: number;
  /** What was done to the system under test; absent where the plan wants nothing. */
  readonly sut?: readonly SutEventOutcome[];
  /** Messages a second that were sent. */
  readonly rate: number;
  /** Messages a second that the plan wanted. */
  readonly plannedRate: number;
  readonly connections: number;
  readonly links: readonly LinkEvidence[];
  readonly byMessage: Readonly<Record<string, LoadCounts & Latencies>>;
  readonly ledger?: LedgerSummary;
  readonly generator: {
    readonly workers: number;
    readonly cpuMicrosPerMessage: number;
    /** Share of one core that the busiest worker used, 0 to 1. */
    readonly cpuShare: number;
    readonly rssBytes: number;
  };
  readonly intervals: readonly LoadInterval[];
  readonly thresholds: readonly ThresholdOutcome[];
  readonly capacity?: Capacity;
  readonly soak?: Soak;
  readonly validation?: LoadValidation;
  /** What limits the worth of these figures, one sentence each: the generator was the limit, a shard is missing ... */
  readonly warnings: readonly string[];
  readonly outcome: 'completed' | 'aborted' | 'interrupted' | 'partial' | 'unreachable';
  /** Every part of a run over several machines, those that are missing too; absent for a run of one. */
  readonly shards?: readonly LoadShard[];
  /** Which part of a run over several machines this is; absent for a whole run. */
  readonly shard?: { readonly index: number; readonly of: number };
}
