import type { LatencySummary } from '../../evidence/load-result.js';
import { Histogram } from '../measure/histogram.js';
import type { IntervalSample } from '../measure/recorder.js';
import type { LoadPlan } from '../plan/load-plan.js';
import { holds } from '../threshold/judge-threshold.js';
import type { Threshold } from '../threshold/threshold.js';

const LATENCIES = ['response', 'service', 'lateness'] as const;
const COUNTS = ['offered', 'sent', 'acknowledged', 'errors', 'dropped'] as const;

/**
 * Watches thresholds while the run goes on, over everything so far, and tells the first that is broken: only those about
 * latencies and counts that can only get worse (`response.p99 < 500ms`, `dropped < 1%`), since the others are open to the end.
 */
export class AbortWatch {
  broken: Threshold | undefined;
  readonly #thresholds: readonly Threshold[];
  readonly #histograms = { response: new Histogram(), service: new Histogram(), lateness: new Histogram() };
  readonly #counts = { offered: 0, sent: 0, acknowledged: 0, errors: 0, dropped: 0 };
  #onBroken: () => void = () => {};

  constructor({ thresholds, abortOnFail }: LoadPlan) {
    this.#thresholds = abortOnFail ? thresholds.filter(isWatched) : [];
  }

  onBroken(act: () => void): void {
    this.#onBroken = act;
  }

  take(sample: IntervalSample): void {
    if (this.#thresholds.length === 0 || this.broken !== undefined) return;
    for (const name of LATENCIES) {
      const one = Histogram.decode(sample[name]);
      this.#histograms[name].add(one);
      one.free();
    }
    for (const name of COUNTS) this.#counts[name] += sample[name];
    this.broken = this.#thresholds.find((threshold) => this.#isBroken(threshold));
    if (this.broken !== undefined) this.#onBroken();
  }

  #isBroken(threshold: Threshold): boolean {
    const actual = this.#measure(threshold);
    return actual !== undefined && !holds(threshold, actual);
  }

  #measure({ metric, isShare }: Threshold): number | undefined {
    const [head = '', point = ''] = metric.split('.');
    const latency = LATENCIES.find((name) => name === head);
    if (latency !== undefined) {
      const histogram = this.#histograms[latency];
      return histogram.count < LEAST_SAMPLES ? undefined : pointOf(histogram.summary(), point);
    }
    const count = COUNTS.find((name) => name === head);
    if (count === undefined || this.#counts.offered < LEAST_SAMPLES) return undefined;
    return isShare ? this.#counts[count] / this.#counts.offered : this.#counts[count];
  }
}

/** A percentile of fewer samples says little: a run is not ended by its first messages. */
const LEAST_SAMPLES = 200;

function isWatched({ metric, operator }: Threshold): boolean {
  const [head = '', tail = ''] = metric.split('.');
  const isCount = tail === '' && (head === 'errors' || head === 'dropped');
  return (operator === '<' || operator === '<=') && (isCount || LATENCIES.some((name) => name === head));
}

function pointOf(summary: LatencySummary, point: string): number | undefined {
  const value: unknown = Reflect.get(summary, point);
  return typeof value === 'number' ? value : undefined;
}
