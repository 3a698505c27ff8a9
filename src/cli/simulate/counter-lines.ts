import type { Timer } from '../../base/timer.js';
import type { Forwarder } from '../../load/receiver/forwarder.js';
import type { Receiver } from '../../load/receiver/receiver.js';

const NAMES = { AA: 'AA', AE: 'AE', AR: 'AR', none: 'unanswered', unreadable: 'unreadable', junk: 'junk' } as const;

/** What a fast receiver has done, as lines for a person. */
export class CounterLines {
  readonly #receiver: Receiver;
  readonly #forwarder: Forwarder | undefined;
  readonly #timer: Timer;
  readonly #startedAt: number;
  #before = { at: 0, count: 0, line: '' };

  constructor(receiver: Receiver, forwarder: Forwarder | undefined, timer: Timer) {
    this.#receiver = receiver;
    this.#forwarder = forwarder;
    this.#timer = timer;
    this.#startedAt = timer.now();
    this.#before = { at: this.#startedAt, count: 0, line: this.#counts() };
  }

  /** The counters, with the rate since the last call; undefined where nothing has changed since then. */
  next(): string | undefined {
    const [at, { count }, line] = [this.#timer.now(), this.#receiver, this.#counts()];
    const rate = ((count - this.#before.count) * 1_000) / Math.max(1, at - this.#before.at);
    const isSame = line === this.#before.line;
    this.#before = { at, count, line };
    return isSame ? undefined : `${grouped(rate).padStart(8)}/s  ${line}`;
  }

  /** Everything since the start. */
  total(): string {
    const seconds = (this.#timer.now() - this.#startedAt) / 1_000;
    return `in ${seconds.toFixed(1)} s: ${this.#counts()}`;
  }

  #counts(): string {
    const { counts, count, connections, waiting } = this.#receiver;
    const answers = Object.entries(NAMES).filter(([name]) => name === 'AA' || counts[name as keyof typeof NAMES] > 0);
    const parts = [
      `${grouped(count)} received`,
      ...answers.map(([name, word]) => `${word} ${grouped(counts[name as keyof typeof NAMES])}`),
      ...(waiting > 0 ? [`${grouped(waiting)} in work`] : []),
      `${connections} ${connections === 1 ? 'connection' : 'connections'}`,
    ];
    return [...parts, ...this.#onwards()].join('  ');
  }

  #onwards(): readonly string[] {
    if (this.#forwarder === undefined) return [];
    const { forwarded, refused, waiting, dropped, resent } = this.#forwarder.counts;
    const { trouble } = this.#forwarder;
    return [
      `passed on ${grouped(forwarded)}`,
      ...Object.entries({ refused, waiting, dropped, resent })
        .filter(([, count]) => count > 0)
        .map(([word, count]) => `${word} ${grouped(count)}`),
      ...(trouble === undefined ? [] : [`(${trouble})`]),
    ];
  }
}

/** 12,345. */
function grouped(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}
