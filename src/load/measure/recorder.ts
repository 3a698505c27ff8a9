import { Histogram } from './histogram.js';
import { KeptMessages } from './kept-messages.js';
import { Tally } from './tally.js';

/** Why a message was not acknowledged well, where the reply has no code for it. */
export type Failure = 'timeout' | 'lost' | 'dropped' | 'bad-reply';

/** One second of one worker, with histograms that merge. */
export interface IntervalSample {
  readonly second: number;
  readonly offered: number;
  readonly sent: number;
  readonly acknowledged: number;
  readonly errors: number;
  readonly dropped: number;
  readonly inFlight: number;
  /** Arrivals that found no free connection yet. */
  readonly waiting: number;
  readonly response: string;
  readonly service: string;
  readonly lateness: string;
}

/** What one worker measures. Messages of the warm-up are sent and not recorded. */
export class Recorder {
  readonly all = new Tally();
  readonly byType: readonly Tally[];
  readonly codes = new Map<string, number>();
  /** By fault, then by code or failure: what became of the messages that were struck on purpose. */
  readonly faults: Record<string, Record<string, number>> = {};
  readonly kept = new KeptMessages();
  /** How often a message was sent once more, whether or not it was recorded. */
  resent = 0;
  /** Instants of the first and the last write; Infinity and 0 before any. */
  firstSent = Number.POSITIVE_INFINITY;
  lastSent = 0;
  /** The tally of everything and that of one type, by type. */
  readonly #pairs: readonly (readonly Tally[])[];
  readonly #warmUpMs: number;
  readonly #interval = { response: new Histogram(), service: new Histogram(), lateness: new Histogram() };
  #errors = 0;
  #before = { offered: 0, sent: 0, acknowledged: 0, errors: 0, dropped: 0 };

  constructor(types: number, warmUpMs: number) {
    this.byType = Array.from({ length: types }, () => new Tally());
    this.#pairs = this.byType.map((tally) => [this.all, tally]);
    this.#warmUpMs = warmUpMs;
  }

  offered(type: number, intended: number, taken: number): void {
    if (intended < this.#warmUpMs) return;
    const lateness = taken - intended;
    for (const tally of this.#both(type)) {
      tally.offered++;
      tally.lateness.record(lateness);
    }
    this.#interval.lateness.record(lateness);
  }

  sent(type: number, intended: number, taken: number, written: number): void {
    if (intended < this.#warmUpMs) return;
    for (const tally of this.#both(type)) {
      tally.sent++;
      tally.queue.record(written - taken);
    }
    if (written < this.firstSent) this.firstSent = written;
    if (written > this.lastSent) this.lastSent = written;
  }

  acknowledged(type: number, code: string, intended: number, written: number, now: number): void {
    if (intended < this.#warmUpMs) return;
    for (const tally of this.#both(type)) {
      tally.acknowledged++;
      tally.response.record(now - intended);
      tally.service.record(now - written);
    }
    this.#interval.response.record(now - intended);
    this.#interval.service.record(now - written);
    if (code !== 'AA' && code !== 'CA') this.#errors++;
    this.#count(code);
  }

  /** A message that will not be acknowledged any more. A dropped one was never sent. */
  failed(type: number, failure: Failure, intended: number): void {
    if (intended < this.#warmUpMs) return;
    this.#errors++;
    for (const tally of this.#both(type)) {
      if (failure === 'dropped') tally.dropped++;
      else if (failure === 'timeout') tally.timedOut++;
      else tally.lost++;
    }
    if (failure !== 'dropped') this.#count(failure);
  }

  /** A message with a fault of ours is decided: what became of it says nothing of latencies, and is no error. */
  struck(type: number, fault: string, outcome: string, intended: number): void {
    if (intended < this.#warmUpMs) return;
    for (const tally of this.#both(type)) {
      if (outcome === 'timeout') tally.timedOut++;
      else if (outcome === 'lost') tally.lost++;
      else tally.acknowledged++;
    }
    const known = this.faults[fault] ?? {};
    known[outcome] = (known[outcome] ?? 0) + 1;
    this.faults[fault] = known;
  }

  /** Something that is wrong and decides no message: a reply that names none of ours. */
  odd(what: string): void {
    this.#count(what);
  }

  /** What has happened since the last call, as the second that now is over. */
  cut(second: number, inFlight: number, waiting: number): IntervalSample {
    const { offered, sent, acknowledged, dropped } = this.all;
    const now = { offered, sent, acknowledged, dropped, errors: this.#errors };
    const { response, service, lateness } = this.#interval;
    const sample: IntervalSample = {
      second,
      offered: now.offered - this.#before.offered,
      sent: now.sent - this.#before.sent,
      acknowledged: now.acknowledged - this.#before.acknowledged,
      errors: now.errors - this.#before.errors,
      dropped: now.dropped - this.#before.dropped,
      inFlight,
      waiting,
      response: response.encode(),
      service: service.encode(),
      lateness: lateness.encode(),
    };
    this.#before = now;
    for (const histogram of [response, service, lateness]) histogram.reset();
    return sample;
  }

  #both(type: number): readonly Tally[] {
    return this.#pairs[type] ?? [this.all];
  }

  #count(what: string): void {
    this.codes.set(what, (this.codes.get(what) ?? 0) + 1);
  }
}
