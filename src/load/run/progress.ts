import type { LoadInterval } from '../../evidence/load-result.js';
import type { LoadPlan } from '../plan/load-plan.js';
import type { FarEndCounts } from './far-end-part.js';
import { measuredSeconds } from './outcome.js';

/** A run while it goes on, about once a second. Latencies in milliseconds. */
export interface LoadProgress {
  /** Seconds of the plan that are over, and of how many. */
  readonly second: number;
  readonly ofSeconds: number;
  /** Those at the beginning in which nothing is counted. */
  readonly warmUpSeconds: number;
  /** Messages a second in the last second, and as the plan wanted. */
  readonly rate: number;
  readonly plannedRate: number;
  readonly inFlight: number;
  /** Messages that wait for a free connection. */
  readonly waiting: number;
  readonly offered: number;
  readonly sent: number;
  readonly acknowledged: number;
  readonly errors: number;
  readonly dropped: number;
  /** Of the last second. */
  readonly responseP50: number;
  readonly responseP99: number;
  readonly latenessP99: number;
  readonly connections: number;
  readonly ledger?: LiveLedger;
}

/** What the far ends have seen so far. */
export interface LiveLedger {
  readonly delivered: number;
  /** Accepted for some seconds and not delivered; absent where nobody knows what was accepted before the end. */
  readonly lost?: number;
  readonly duplicated: number;
  readonly altered: number;
}

type Sums = Pick<LoadInterval, 'offered' | 'sent' | 'acknowledged' | 'errors' | 'dropped'>;

/** Adds up the intervals of a run. */
export class ProgressCount {
  readonly #plan: LoadPlan;
  readonly #connections: number;
  #sum: Sums = { offered: 0, sent: 0, acknowledged: 0, errors: 0, dropped: 0 };

  constructor(plan: LoadPlan, connections: number) {
    this.#plan = plan;
    this.#connections = connections;
  }

  take(interval: LoadInterval, farEnds: readonly FarEndCounts[]): LoadProgress {
    const add = (name: keyof Sums): number => this.#sum[name] + interval[name];
    this.#sum = {
      offered: add('offered'),
      sent: add('sent'),
      acknowledged: add('acknowledged'),
      errors: add('errors'),
      dropped: add('dropped'),
    };
    const warmUpSeconds = this.#plan.warmUpMs / 1_000;
    return {
      ...this.#sum,
      second: interval.second + 1,
      ofSeconds: measuredSeconds(this.#plan) + warmUpSeconds,
      warmUpSeconds,
      rate: interval.sent,
      plannedRate: interval.planned ?? interval.offered,
      inFlight: interval.inFlight,
      waiting: interval.waiting ?? 0,
      responseP50: interval.response.p50,
      responseP99: interval.response.p99,
      latenessP99: interval.latenessP99,
      connections: this.#connections,
      ...(farEnds.length > 0 && { ledger: ledgerOf(farEnds) }),
    };
  }
}

function ledgerOf(farEnds: readonly FarEndCounts[]): LiveLedger {
  const sum = (of: (counts: FarEndCounts) => number): number => farEnds.reduce((total, one) => total + of(one), 0);
  return {
    delivered: sum(({ delivered }) => delivered),
    ...(farEnds.every(({ lost }) => lost !== undefined) && { lost: sum(({ lost = 0 }) => lost) }),
    duplicated: sum(({ damage }) => damage.duplicated),
    altered: sum(({ damage }) => damage.altered),
  };
}
