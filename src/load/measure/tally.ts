import type { Latencies, LoadCounts } from '../../evidence/load-result.js';
import { Histogram } from './histogram.js';

/** Counts and latencies of one population of messages while the run goes on. */
export class Tally {
  offered = 0;
  sent = 0;
  acknowledged = 0;
  timedOut = 0;
  lost = 0;
  dropped = 0;
  readonly response = new Histogram();
  readonly service = new Histogram();
  readonly queue = new Histogram();
  readonly lateness = new Histogram();

  counts(): LoadCounts {
    const { offered, sent, acknowledged, timedOut, lost, dropped } = this;
    const pending = offered - acknowledged - timedOut - lost - dropped;
    return { offered, sent, acknowledged, timedOut, lost, dropped, pending };
  }

  latencies(): Latencies {
    const { response, service, queue, lateness } = this;
    return {
      response: response.summary(),
      service: service.summary(),
      queue: queue.summary(),
      lateness: lateness.summary(),
    };
  }

  /** Gives the memory of its histograms back. */
  free(): void {
    for (const histogram of [this.response, this.service, this.queue, this.lateness]) histogram.free();
  }

  add(counts: LoadCounts, latencies: Latencies): void {
    this.offered += counts.offered;
    this.sent += counts.sent;
    this.acknowledged += counts.acknowledged;
    this.timedOut += counts.timedOut;
    this.lost += counts.lost;
    this.dropped += counts.dropped;
    for (const name of ['response', 'service', 'queue', 'lateness'] as const) {
      const other = Histogram.decode(latencies[name].histogram);
      this[name].add(other);
      other.free();
    }
  }
}
