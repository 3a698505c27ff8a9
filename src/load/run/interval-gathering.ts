import type { LoadInterval } from '../../evidence/load-result.js';
import type { IntervalSample } from '../measure/recorder.js';
import { mergeInterval } from './merge.js';

/** Puts the seconds of several workers together: a second is whole when every worker has told it, or a later one. */
export class IntervalGathering {
  readonly intervals: LoadInterval[] = [];
  readonly #reached: number[];
  readonly #samples = new Map<number, IntervalSample[]>();
  readonly #onInterval: (interval: LoadInterval) => void;

  constructor(workers: number, onInterval: (interval: LoadInterval) => void) {
    this.#reached = Array.from({ length: workers }, () => -1);
    this.#onInterval = onInterval;
  }

  take(worker: number, sample: IntervalSample): void {
    const known = this.#samples.get(sample.second);
    if (known) known.push(sample);
    else this.#samples.set(sample.second, [sample]);
    this.#reached[worker] = sample.second;
    this.#emitUpTo(Math.min(...this.#reached));
  }

  /** No worker tells any more. */
  finish(): void {
    this.#emitUpTo(Number.POSITIVE_INFINITY);
  }

  #emitUpTo(second: number): void {
    const whole = [...this.#samples.keys()].filter((one) => one <= second).sort((a, b) => a - b);
    for (const one of whole) {
      const interval = mergeInterval(this.#samples.get(one) ?? []);
      this.#samples.delete(one);
      this.intervals.push(interval);
      this.#onInterval(interval);
    }
  }
}
