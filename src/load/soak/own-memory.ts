import type { Timer } from '../../base/timer.js';
import { LiveMemoryQuestion, liveBytes } from '../measure/live-memory.js';
import type { MemorySample } from './memory-probe.js';

interface Round {
  readonly second: number;
  live: number;
  resident: number;
  /** Other threads that told theirs. */
  answers: number;
}

/**
 * Looks again and again at how much memory this process uses: generators, far ends and ledger are its threads. Each look makes
 * every thread collect its garbage, so that what is seen to grow is kept.
 */
export class OwnMemory {
  readonly #rounds: Round[] = [];
  readonly #everyMs: number;
  readonly #timer: Timer;
  readonly #question: LiveMemoryQuestion;
  #startedAt = 0;
  #cancel: () => void = () => {};

  constructor(everyMs: number, timer: Timer) {
    this.#everyMs = everyMs;
    this.#timer = timer;
    this.#question = new LiveMemoryQuestion(({ round, bytes }) => this.#answered(round, bytes));
  }

  start(): void {
    this.#startedAt = this.#timer.now();
    this.#look();
  }

  stop(): void {
    this.#cancel();
    this.#question.close();
  }

  /** Bytes that all threads hold on to. */
  get live(): readonly MemorySample[] {
    return this.#whole.map(({ second, live }) => ({ second, bytes: live }));
  }

  /** Bytes of the process as the operating system counts them, right after. */
  get resident(): readonly MemorySample[] {
    return this.#whole.map(({ second, resident }) => ({ second, bytes: resident }));
  }

  /** The looks that every thread has answered; at the beginning and the end not all are there. */
  get #whole(): readonly Round[] {
    const most = Math.max(...this.#rounds.map(({ answers }) => answers));
    return this.#rounds.filter(({ answers }) => answers === most);
  }

  #look(): void {
    const second = (this.#timer.now() - this.#startedAt) / 1_000;
    this.#question.ask(this.#rounds.length);
    this.#rounds.push({ second, live: liveBytes(), resident: process.memoryUsage.rss(), answers: 0 });
    this.#cancel = this.#timer.after(this.#everyMs, () => this.#look(), { background: true });
  }

  #answered(number: number, bytes: number): void {
    const round = this.#rounds[number];
    if (round === undefined) return;
    round.live += bytes;
    round.answers++;
    round.resident = process.memoryUsage.rss();
  }
}
