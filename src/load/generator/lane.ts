import type { Timer } from '../../base/timer.js';
import type { CloseReason, Connection } from '../../mllp/connection.js';
import { type DialOptions, dial } from '../../mllp/dial.js';
import type { FrameEvent } from '../../mllp/frame-event.js';
import type { WireAction } from '../../mllp/wire-plan.js';
import type { LoadFault } from '../fault/load-fault.js';
import { type CopyFacts, stamp } from '../template/message-template.js';
import { type Entry, InFlight } from './in-flight.js';
import { type Reply, readReply } from './reply.js';
import { assignWaiting, type Waiting } from './waiting-line.js';

/** What a lane tells its pool. */
export interface LaneListener {
  /** It can take messages again. */
  ready(lane: Lane): void;
  /** `reply` is good until the function returns. */
  answered(entry: Entry, code: string, reply: Buffer): void;
  /** The connection was lost before the answer. */
  lost(entry: Entry): void;
  /** A frame or bytes that answer no message that waits on this lane. */
  odd(what: 'uncorrelated' | 'bad-reply' | 'junk'): void;
  /** It could not connect, or no longer is. */
  down(lane: Lane, reason: string): void;
}

export interface LaneOptions {
  readonly dial: DialOptions;
  readonly depth: number;
  /** A connection of its own for every message. */
  readonly perMessage: boolean;
  readonly prefix: Buffer;
  readonly timer: Timer;
  /** Ordinals of messages leave so many places for each arrival. */
  readonly mostSteps: number;
  readonly faults: readonly LoadFault[];
  /** CA is not the end of a message: its application acknowledgment follows on the same connection. */
  readonly awaitsApplication: boolean;
  /** The 14 digits of MSH-7 of a message that is written at an instant of the run. */
  readonly timeAt: (ms: number) => Buffer;
  /** A sender that sends again leaves a connection on which an answer was missing. */
  readonly leavesSilence: boolean;
}

const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 2_000;

/** One connection to the system under test, made again when it is lost, with the messages that wait on it. */
export class Lane {
  readonly #options: LaneOptions;
  readonly #listener: LaneListener;
  readonly #flight: InFlight;
  readonly #reply: Reply = { code: '', ordinal: -1 };
  readonly #copy: CopyFacts;
  #connection: Connection | undefined;
  #isDialling = false;
  #isClosed = false;
  #retryMs = FIRST_RETRY_MS;

  constructor(options: LaneOptions, listener: LaneListener) {
    this.#options = options;
    this.#listener = listener;
    this.#flight = new InFlight(options.depth);
    this.#copy = { prefix: options.prefix, ordinal: 0, arrival: 0 };
  }

  get isUp(): boolean {
    return this.#connection?.isOpen === true;
  }

  /** How many more messages it can take now. */
  get room(): number {
    if (!this.isUp) return 0;
    return Math.min(this.#flight.free, this.#options.depth - this.#flight.undecided);
  }

  get isDialling(): boolean {
    return this.#isDialling;
  }

  get inFlight(): number {
    return this.#flight.undecided;
  }

  /** Connects; `ready` or `down` follow. */
  open(): void {
    if (this.#isDialling || this.#isClosed || this.isUp) return;
    this.#isDialling = true;
    const handlers = {
      onEvent: (event: FrameEvent) => this.#receive(event),
      onClose: ({ detail }: CloseReason, connection: Connection) => this.#lose(connection, detail),
    };
    void dial(this.#options.dial, handlers).then((result) => {
      this.#isDialling = false;
      if (result.kind === 'failed') this.#retry(result.message);
      else this.#take(result.connection);
    });
  }

  #take(connection: Connection): void {
    this.#connection = connection;
    this.#retryMs = FIRST_RETRY_MS;
    if (this.#isClosed) connection.reset();
    else this.#listener.ready(this);
  }

  close(): void {
    this.#isClosed = true;
    this.#connection?.end();
  }

  /** Writes messages as one piece; `now` is the instant of the write. All have room. */
  send(messages: readonly Waiting[], count: number, now: number): void {
    let size = 0;
    for (let n = 0; n < count; n++) size += frameLength(messages[n]);
    const bytes = Buffer.allocUnsafe(size);
    let at = 0;
    let written = 0;
    for (let n = 0; n < count; n++) {
      const message = messages[n];
      const step = message?.unit.steps[message.step];
      if (message === undefined || step === undefined) continue;
      const entry = this.#remember(message, now);
      this.#copy.ordinal = entry.ordinal;
      this.#copy.arrival = entry.arrival;
      const start = at;
      at = stamp(step.template, bytes, at, this.#copy, this.#options.timeAt(entry.firstWritten));
      const fault = this.#options.faults.find((one) => one.strikes(entry.ordinal, step.template.type));
      entry.fault = fault;
      // What a sender of its own accord sends once more, it sends well.
      if (fault === undefined || entry.attempt >= fault.attempts) continue;
      this.#write(bytes.subarray(written, start));
      this.#connection?.post(fault.plan(bytes.subarray(start, at), entry.ordinal, entry.attempt), ignore);
      written = at;
    }
    this.#write(bytes.subarray(written, at));
  }

  /** A write that fails ends the connection, and with it what waits on it. */
  #write(bytes: Buffer): void {
    if (bytes.length === 0) return;
    const write: WireAction = { kind: 'write', bytes };
    this.#connection?.post([write], ignore);
  }

  #remember(message: Waiting, now: number): Entry {
    const entry = this.#flight.push();
    assignWaiting(entry, message);
    if (entry.attempt === 0) entry.firstWritten = now;
    entry.written = now;
    entry.ordinal = message.arrival * this.#options.mostSteps + message.step;
    return entry;
  }

  /** Gives up messages that were written before `deadline`, oldest first. */
  expire(deadline: number, onExpired: (entry: Entry) => void): void {
    let isLeft = false;
    for (let entry = this.#flight.oldest; entry && entry.written < deadline; entry = this.#flight.oldest) {
      this.#flight.decide(entry);
      isLeft ||= entry.fault !== undefined || this.#options.leavesSilence;
      onExpired(entry);
    }
    // What a fault has left on the wire is never ended: nothing behind it would be understood.
    if (isLeft) this.#connection?.reset();
  }

  #receive(event: FrameEvent): void {
    if (event.kind !== 'frame') {
      this.#listener.odd('junk');
      return;
    }
    readReply(event.payload, this.#options.prefix, this.#reply);
    const { code, ordinal } = this.#reply;
    const entry = ordinal < 0 ? undefined : this.#flight.find(ordinal);
    if (entry === undefined || code === '') this.#listener.odd(code === '' ? 'bad-reply' : 'uncorrelated');
    else if (code !== 'CA' || !this.#options.awaitsApplication) this.#answer(entry, code, event.payload);
  }

  #answer(entry: Entry, code: string, reply: Buffer): void {
    this.#flight.decide(entry);
    this.#listener.answered(entry, code, reply);
    if (this.#options.perMessage) this.#connection?.end();
    else this.#listener.ready(this);
  }

  #lose(connection: Connection, reason: string): void {
    if (connection !== this.#connection) return;
    this.#connection = undefined;
    let isOurs = false;
    for (let entry = this.#flight.oldest; entry; entry = this.#flight.oldest) {
      this.#flight.decide(entry);
      isOurs ||= entry.fault !== undefined;
      this.#listener.lost(entry);
    }
    if (this.#isClosed) return;
    if (this.#options.perMessage || isOurs) this.open();
    else this.#retry(reason);
  }

  #retry(reason: string): void {
    if (this.#isClosed) return;
    this.#listener.down(this, reason);
    this.#options.timer.after(this.#retryMs, () => this.open(), { background: true });
    this.#retryMs = Math.min(LONGEST_RETRY_MS, this.#retryMs * 2);
  }
}

function ignore(): void {}

function frameLength(message: Waiting | undefined): number {
  return message?.unit.steps[message.step]?.template.frame.length ?? 0;
}
