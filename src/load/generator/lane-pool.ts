import type { Recorder } from '../measure/recorder.js';
import type { Entry } from './in-flight.js';
import { Lane, type LaneListener, type LaneOptions } from './lane.js';
import { type Waiting, WaitingLine } from './waiting-line.js';

export interface PoolOptions extends LaneOptions {
  readonly connections: number;
  /** Messages that may wait for a free connection. */
  readonly queueLimit: number;
  readonly acknowledgmentTimeoutMs: number;
  readonly recorder: Recorder;
  /** Milliseconds since the start of the run. */
  readonly now: () => number;
  /** The 14 digits of MSH-7. */
  readonly time: () => Buffer;
  /** A message is decided; `isGood` where its workflow may go on. */
  readonly onDecided: (entry: Waiting, isGood: boolean) => void;
}

/** More in one write makes the first wait for the last. */
const MOST_IN_ONE_WRITE = 64;

/** The connections to one port of the system under test, and the messages that wait for a free one. */
export class LanePool implements LaneListener {
  readonly #options: PoolOptions;
  readonly #lanes: readonly Lane[];
  readonly #line: WaitingLine;
  readonly #batch: Waiting[] = [];
  #turn = 0;
  /** Since when no lane has been up; undefined while one is. */
  #downSince: number | undefined = 0;
  #lastTrouble = '';

  constructor(options: PoolOptions) {
    this.#options = options;
    this.#line = new WaitingLine(options.queueLimit);
    this.#lanes = Array.from({ length: options.connections }, () => new Lane(options, this));
  }

  open(): void {
    for (const lane of this.#lanes) lane.open();
  }

  close(): void {
    for (const lane of this.#lanes) lane.close();
  }

  get inFlight(): number {
    let sum = 0;
    for (const lane of this.#lanes) sum += lane.inFlight;
    return sum;
  }

  get waiting(): number {
    return this.#line.size;
  }

  get up(): number {
    return this.#lanes.reduce((sum, lane) => sum + (lane.isUp ? 1 : 0), 0);
  }

  /** Why no lane is up, and for how many milliseconds; undefined while one is. */
  get outage(): { readonly ms: number; readonly reason: string } | undefined {
    if (this.#downSince === undefined) return undefined;
    return { ms: this.#options.now() - this.#downSince, reason: this.#lastTrouble };
  }

  /** Takes a message up; it is dropped where the line is full. */
  offer(message: Waiting): void {
    const place = this.#line.push();
    if (place === undefined) {
      this.#drop(message);
      return;
    }
    place.arrival = message.arrival;
    place.unit = message.unit;
    place.step = message.step;
    place.intended = message.intended;
    place.taken = message.taken;
  }

  /** Gives waiting messages to lanes with room, in turn. */
  drain(): void {
    for (let tried = 0; tried < this.#lanes.length && this.#line.size > 0; tried++) {
      const lane = this.#lanes[this.#turn];
      this.#turn = (this.#turn + 1) % this.#lanes.length;
      if (lane !== undefined) this.#fill(lane);
    }
  }

  /** What has waited too long for a connection or an answer is given up. */
  expire(): void {
    const { acknowledgmentTimeoutMs, now } = this.#options;
    const deadline = now() - acknowledgmentTimeoutMs;
    for (let first = this.#line.first; first && first.taken < deadline; first = this.#line.first) {
      this.#line.shift();
      this.#drop(first);
    }
    for (const lane of this.#lanes) lane.expire(deadline, this.#expired);
  }

  ready(lane: Lane): void {
    this.#downSince = undefined;
    if (this.#line.size > 0) this.#fill(lane);
  }

  answered(entry: Entry, code: string): void {
    const { recorder, now, onDecided } = this.#options;
    recorder.acknowledged(typeOf(entry), code, entry.intended, entry.written, now());
    onDecided(entry, code === 'AA' || code === 'CA');
  }

  lost(entry: Entry): void {
    this.#options.recorder.failed(typeOf(entry), 'lost', entry.intended);
    this.#options.onDecided(entry, false);
  }

  odd(what: 'uncorrelated' | 'bad-reply' | 'junk'): void {
    this.#options.recorder.odd(what);
  }

  down(_lane: Lane, reason: string): void {
    this.#lastTrouble = reason;
    if (this.up === 0) this.#downSince ??= this.#options.now();
  }

  readonly #expired = (entry: Entry): void => {
    this.#options.recorder.failed(typeOf(entry), 'timeout', entry.intended);
    this.#options.onDecided(entry, false);
  };

  #drop(message: Waiting): void {
    this.#options.recorder.failed(typeOf(message), 'dropped', message.intended);
    this.#options.onDecided(message, false);
  }

  /** As many messages as the lane has room for, in one write. */
  #fill(lane: Lane): void {
    const { recorder, now, time } = this.#options;
    const count = Math.min(lane.room, this.#line.size, MOST_IN_ONE_WRITE);
    if (count <= 0) return;
    const at = now();
    for (let n = 0; n < count; n++) {
      const message = this.#line.first;
      if (message === undefined) break;
      this.#batch[n] = message;
      this.#line.shift();
      recorder.sent(typeOf(message), message.intended, message.taken, at);
    }
    lane.send(this.#batch, count, time(), at);
  }
}

function typeOf({ unit, step }: Waiting): number {
  return unit.steps[step]?.type ?? 0;
}
