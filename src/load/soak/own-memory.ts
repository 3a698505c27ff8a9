import type { Timer } from '../../base/timer.js';
import type { MemorySample } from './memory-probe.js';

/** Looks again and again at how much memory this process uses: generators, far ends and ledger are its threads. */
export class OwnMemory {
  readonly samples: MemorySample[] = [];
  readonly #everyMs: number;
  readonly #timer: Timer;
  #startedAt = 0;
  #cancel: () => void = () => {};

  constructor(everyMs: number, timer: Timer) {
    this.#everyMs = everyMs;
    this.#timer = timer;
  }

  start(): void {
    this.#startedAt = this.#timer.now();
    this.#look();
  }

  stop(): void {
    this.#cancel();
  }

  #look(): void {
    const second = (this.#timer.now() - this.#startedAt) / 1_000;
    this.samples.push({ second, bytes: process.memoryUsage.rss() });
    this.#cancel = this.#timer.after(this.#everyMs, () => this.#look(), { background: true });
  }
}
