import type { LinkEvidence } from './exchange.js';

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
  readonly duplicated: number;
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

/** One second of the run: what happened in it. */
export interface LoadInterval {
  /** Seconds since the start of the run; the interval is one second long. */
  readonly second: number;
  readonly offered: number;
  readonly sent: number;
  readonly acknowledged: number;
  readonly errors: number;
  readonly dropped: number;
  readonly inFlight: number;
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

/** The highest rate that held, messages a second, with its bounds. */
export interface Capacity {
  readonly rate: number;
  readonly lower: number;
  readonly upper: number;
  readonly slo: string;
  /** Every step that was tried, in order. */
  readonly steps: readonly {
    readonly rate: number;
    readonly achieved: number;
    readonly passed: boolean;
    readonly response: LatencySummary;
    readonly reason: string;
  }[];
  /** Milliseconds after overload until the SLO held again; absent where it was not measured. */
  readonly recoveryMs?: number;
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
  /** Findings of the validated messages, by code. */
  readonly validation?: { readonly messages: number; readonly findings: Readonly<Record<string, number>> };
  /** What limits the worth of these figures, one sentence each: the generator was the limit, a shard is missing ... */
  readonly warnings: readonly string[];
  readonly outcome: 'completed' | 'aborted' | 'interrupted' | 'partial' | 'unreachable';
  /** Which part of a run over several machines this is; absent for a whole run. */
  readonly shard?: { readonly index: number; readonly of: number };
}
