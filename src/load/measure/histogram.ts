import * as hdr from 'hdr-histogram-js';
import type { LatencySummary } from '../../evidence/load-result.js';

/** An hour in microseconds: what lies above is counted as an hour. */
const HIGHEST_MICROS = 3_600_000_000;
const FORM = {
  bitBucketSize: 32,
  autoResize: false,
  highestTrackableValue: HIGHEST_MICROS,
  numberOfSignificantValueDigits: 3,
} as const;

let ready = false;

/** Latencies at three significant digits, recorded in microseconds. Merging several gives the histogram of all samples. */
export class Histogram {
  readonly #inner: hdr.Histogram;

  constructor(inner?: hdr.Histogram) {
    if (!ready) hdr.initWebAssemblySync();
    ready = true;
    this.#inner = inner ?? hdr.build({ ...FORM, useWebAssembly: true });
  }

  static decode(text: string): Histogram {
    return new Histogram(hdr.decodeFromCompressedBase64(text, 32, true));
  }

  get count(): number {
    return this.#inner.totalCount;
  }

  record(ms: number): void {
    const micros = Math.round(ms * 1_000);
    this.#inner.recordValue(Math.max(0, Math.min(HIGHEST_MICROS, micros)));
  }

  add(other: Histogram): void {
    this.#inner.add(other.#inner);
  }

  /** The latency in milliseconds that so many percent do not exceed. */
  at(percentile: number): number {
    return this.#inner.getValueAtPercentile(percentile) / 1_000;
  }

  /** The largest, to the same three digits: the encoded form keeps no more, and shards must agree. */
  get max(): number {
    return this.at(100);
  }

  encode(): string {
    return hdr.encodeIntoCompressedBase64(this.#inner);
  }

  reset(): void {
    this.#inner.reset();
  }

  /** Gives the memory back; the histogram must not be used any more. */
  free(): void {
    this.#inner.destroy();
  }

  summary(): LatencySummary {
    const { count } = this;
    return {
      count,
      mean: count === 0 ? 0 : this.#inner.mean / 1_000,
      p50: this.at(50),
      p90: this.at(90),
      p99: this.at(99),
      p999: this.at(99.9),
      max: this.max,
      histogram: this.encode(),
    };
  }
}
