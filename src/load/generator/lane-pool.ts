import type { Recorder } from '../measure/recorder.js';
import { CONTROL_ID_LENGTH, stamp } from '../template/message-template.js';
import type { Entry } from './in-flight.js';
import { Lane, type LaneListener, type LaneOptions } from './lane.js';
import { type Resending, SecondTries } from './second-tries.js';
import { assignWaiting, type Waiting, WaitingLine } from './waiting-line.js';

export interface PoolOptions extends Omit<LaneOptions, 'leavesSilence'> {
  /** At most, and from the beginning: between them there are as many as were needed at once. */
  readonly connections: number;
  readonly leastConnections: number;
  /** Messages that may wait for a free connection. */
  readonly queueLimit: number;
  readonly acknowledgmentTimeoutMs: number;
  readonly recorder: Recorder;
  /** Milliseconds since the start of the run. */
  readonly now: () => number;
  /** Absent: what is not acknowledged is given up. */
  readonly resending: Resending | undefined;
  /** A message is decided; `isGood` where its workflow may go on. */
  readonly onDecided: (entry: Waiting, isGood: boolean) => void;
}

/** As many messages without an answer between them may be lost with their connections. */
const MOST_LOST = 3;
/** More in one write makes the first wait for the last. */
const MOST_IN_ONE_WRITE = 64;

/** The connections to one port of the system under test, and the messages that wait for a free one. */
export class LanePool implements LaneListener {
  readonly #options: PoolOptions;
  readonly #lanes: Lane[];
  readonly #line: WaitingLine;
  readonly #again = new SecondTries();
  readonly #laneOptions: LaneOptions;
  readonly #batch: Waiting[] = [];
  #turn = 0;
  /** Since when no lane has been up; undefined while one is. */
  #downSince: number | undefined = 0;
  /** Messages that went down with their connections since the last answer. */
  #lostInARow = 0;
  #lastTrouble = '';

  constructor(options: PoolOptions) {
    this.#options = options;
    this.#line = new WaitingLine(options.queueLimit);
    const first = Math.min(options.leastConnections, options.connections);
    this.#laneOptions = { ...options, leavesSilence: options.resending !== undefined };
    this.#lanes = Array.from({ length: first }, () => new Lane(this.#laneOptions, this));
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
    return this.#line.size + this.#again.size;
  }

  /** Connections so far. */
  get size(): number {
    return this.#lanes.length;
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
    if (place === undefined) this.#drop(message);
    else assignWaiting(place, message);
  }

  get #hasWork(): boolean {
    return this.#line.size > 0 || this.#again.isDue(this.#options.now());
  }

  /** Gives waiting messages to lanes with room, in turn. */
  drain(): void {
    for (let tried = 0; tried < this.#lanes.length && this.#hasWork; tried++) {
      const lane = this.#lanes[this.#turn];
      this.#turn = (this.#turn + 1) % this.#lanes.length;
      if (lane !== undefined) this.#fill(lane);
    }
    if (this.#line.size > 0) this.#grow();
  }

  /** All are busy: one more, and the next only when it has come up. */
  #grow(): void {
    if (this.#lanes.length >= this.#options.connections || this.#lanes.some((lane) => lane.isDialling)) return;
    if (this.#downSince !== undefined) return;
    const lane = new Lane(this.#laneOptions, this);
    this.#lanes.push(lane);
    lane.open();
  }

  /** What has waited too long for a connection or an answer is given up; who sends again waits for a connection. */
  expire(): void {
    const { acknowledgmentTimeoutMs, now, resending } = this.#options;
    const deadline = now() - acknowledgmentTimeoutMs;
    if (resending === undefined) this.#expireLine(deadline);
    for (const lane of this.#lanes) lane.expire(deadline, this.#expired);
  }

  #expireLine(deadline: number): void {
    for (let first = this.#line.first; first && first.taken < deadline; first = this.#line.first) {
      this.#line.shift();
      this.#drop(first);
    }
  }

  ready(lane: Lane): void {
    // Who takes every connection and drops it again is no more there than one who takes none.
    if (this.#lostInARow < MOST_LOST) this.#downSince = undefined;
    if (this.#hasWork) this.#fill(lane);
  }

  answered(entry: Entry, code: string, reply: Buffer): void {
    const { recorder, now, onDecided } = this.#options;
    this.#lostInARow = 0;
    this.#downSince = undefined;
    this.#keep(entry, entry.fault?.name ?? code, reply);
    const isGood = code === 'AA' || code === 'CA' || entry.wasAccepted;
    if (this.#triesAgain(entry, isGood, code === 'AR')) return;
    if (entry.fault === undefined) recorder.acknowledged(typeOf(entry), code, entry.intended, entry.written, now());
    else recorder.struck(typeOf(entry), entry.fault.name, code, entry.intended);
    onDecided(entry, isGood);
  }

  lost(entry: Entry): void {
    if (entry.fault === undefined) this.#lostInARow++;
    this.#failed(entry, 'lost');
  }

  odd(what: 'uncorrelated' | 'bad-reply' | 'junk'): void {
    this.#options.recorder.odd(what);
  }

  down(_lane: Lane, reason: string): void {
    this.#lastTrouble = reason;
    if (this.up === 0) this.#downSince ??= this.#options.now();
  }

  readonly #expired = (entry: Entry): void => {
    this.#failed(entry, 'timeout');
  };

  #failed(entry: Entry, failure: 'timeout' | 'lost'): void {
    const { recorder, onDecided } = this.#options;
    this.#keep(entry, entry.fault?.name ?? failure);
    if (this.#triesAgain(entry, entry.wasAccepted, true)) return;
    if (entry.fault === undefined) recorder.failed(typeOf(entry), failure, entry.intended);
    else recorder.struck(typeOf(entry), entry.fault.name, failure, entry.intended);
    onDecided(entry, entry.wasAccepted);
  }

  /** Because its fault wants it, or because the sender does not give up; `mayBe`: nobody knows whether it was taken. */
  #triesAgain(entry: Entry, wasAccepted: boolean, mayBe: boolean): boolean {
    const { resending, recorder, now } = this.#options;
    const next = entry.attempt + 1;
    const { attempts = 1, waitMs } = entry.fault ?? {};
    const own = next < attempts ? waitMs?.(next) : undefined;
    const isResent = mayBe && resending !== undefined && next < attempts + resending.times;
    const wait = own ?? (isResent ? resending.afterMs : undefined);
    if (wait === undefined) return false;
    recorder.resent++;
    this.#again.add(entry, now() + wait, wasAccepted);
    return true;
  }

  /** A few of each outcome, byte for byte as they were sent. */
  #keep(entry: Entry, outcome: string, reply?: Buffer): void {
    const { recorder, prefix, timeAt } = this.#options;
    const template = entry.unit.steps[entry.step]?.template;
    if (template === undefined || !recorder.kept.wants(outcome)) return;
    const copy = { prefix, ordinal: entry.ordinal, arrival: entry.arrival };
    const bytes = Buffer.alloc(template.frame.length);
    stamp(template, bytes, 0, copy, timeAt(entry.firstWritten));
    recorder.kept.keep({
      outcome,
      at: 'sut',
      controlId: bytes.toString('latin1', template.controlIdAt, template.controlIdAt + CONTROL_ID_LENGTH),
      atMs: entry.written,
      message: payloadText(bytes),
      ...(reply && { reply: reply.toString('latin1') }),
    });
  }

  #drop(message: Waiting): void {
    this.#options.recorder.failed(typeOf(message), 'dropped', message.intended);
    this.#options.onDecided(message, false);
  }

  /** As many messages as the lane has room for, in one write. */
  #fill(lane: Lane): void {
    const at = this.#options.now();
    const room = Math.min(lane.room, MOST_IN_ONE_WRITE);
    let count = 0;
    while (count < room) {
      const message = this.#again.take(at) ?? this.#first(at);
      if (message === undefined) break;
      this.#batch[count++] = message;
    }
    if (count > 0) lane.send(this.#batch, count, at);
  }

  /** The first in the line, which leaves it. */
  #first(at: number): Waiting | undefined {
    const message = this.#line.first;
    if (message === undefined) return undefined;
    this.#line.shift();
    this.#options.recorder.sent(typeOf(message), message.intended, message.taken, at);
    return message;
  }
}

/** Between start block, and end block and carriage return. */
function payloadText(frame: Buffer): string {
  return frame.toString('latin1', 1, frame.length - 2);
}

function typeOf({ unit, step }: Waiting): number {
  return unit.steps[step]?.type ?? 0;
}
