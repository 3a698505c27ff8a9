import type { Timer } from '../../base/timer.js';
import type { Connection } from '../../mllp/connection.js';
import { type DialOptions, dial } from '../../mllp/dial.js';
import { frame } from '../../mllp/frame.js';
import type { FrameEvent } from '../../mllp/frame-event.js';

export interface ForwarderOptions {
  readonly dial: DialOptions;
  readonly timer: Timer;
  /** Messages that may be on their way without an answer. */
  readonly window: number;
  /** Messages that may wait; one more is refused. */
  readonly queueLimit: number;
}

export interface ForwarderCounts {
  /** Answered, with whatever code. */
  readonly forwarded: number;
  /** Of those, answered with another code than AA or CA. */
  readonly refused: number;
  readonly waiting: number;
  /** Not taken, because too many waited. */
  readonly dropped: number;
  /** Sent again because the connection was lost before the answer. */
  readonly resent: number;
}

const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 5_000;
/** More in one write makes the first wait for the last. */
const MOST_IN_ONE_WRITE = 64;

/**
 * Passes messages on in their order over one connection, several on their way at once. What was not answered when the
 * connection was lost is sent again on the next one, so that nothing is lost and little comes twice.
 */
export class Forwarder {
  readonly #options: ForwarderOptions;
  /** Frames, oldest first: those on their way, then those that wait. What stands before `#head` is done. */
  #frames: Buffer[] = [];
  #head = 0;
  #onTheWay = 0;
  #connection: Connection | undefined;
  #isClosed = false;
  #retryMs = FIRST_RETRY_MS;
  #counts = { forwarded: 0, refused: 0, dropped: 0, resent: 0 };
  #trouble: string | undefined;

  constructor(options: ForwarderOptions) {
    this.#options = options;
  }

  /** Connects, and again whenever the connection is lost. */
  open(): void {
    const handlers = {
      onEvent: (event: FrameEvent) => this.#answered(event),
      onClose: (_: unknown, connection: Connection) => this.#lost(connection),
    };
    void dial(this.#options.dial, handlers).then((result) => {
      if (result.kind === 'failed') this.#retry(result.message);
      else this.#connected(result.connection);
    });
  }

  get counts(): ForwarderCounts {
    return { ...this.#counts, waiting: this.#frames.length - this.#head };
  }

  /** Why there is no connection; undefined while there is one. */
  get trouble(): string | undefined {
    return this.#trouble;
  }

  /** The payload is copied. False where too many wait. */
  pass(payload: Buffer): boolean {
    if (this.#frames.length - this.#head >= this.#options.queueLimit) {
      this.#counts.dropped++;
      return false;
    }
    this.#frames.push(frame(payload));
    this.#fill();
    return true;
  }

  close(): void {
    this.#isClosed = true;
    this.#connection?.end();
  }

  #connected(connection: Connection): void {
    this.#connection = connection;
    this.#retryMs = FIRST_RETRY_MS;
    this.#trouble = undefined;
    if (this.#isClosed) connection.reset();
    else this.#fill();
  }

  #fill(): void {
    while (this.#connection?.isOpen) {
      const from = this.#head + this.#onTheWay;
      const room = Math.min(MOST_IN_ONE_WRITE, this.#options.window - this.#onTheWay, this.#frames.length - from);
      if (room <= 0) return;
      this.#onTheWay += room;
      const bytes = Buffer.concat(this.#frames.slice(from, from + room));
      // A write that fails ends the connection, and what was on its way is sent again.
      this.#connection.post([{ kind: 'write', bytes }], ignore);
    }
  }

  /** Answers come in the order of the messages. */
  #answered(event: FrameEvent): void {
    if (event.kind !== 'frame' || this.#onTheWay === 0) return;
    this.#onTheWay--;
    this.#head++;
    this.#counts.forwarded++;
    if (!isGood(event.payload)) this.#counts.refused++;
    if (this.#head >= 1_024 && this.#head * 2 >= this.#frames.length) {
      this.#frames = this.#frames.slice(this.#head);
      this.#head = 0;
    }
    this.#fill();
  }

  #lost(connection: Connection): void {
    if (connection !== this.#connection) return;
    this.#connection = undefined;
    this.#counts.resent += this.#onTheWay;
    this.#onTheWay = 0;
    this.#retry('the connection was lost');
  }

  #retry(reason: string): void {
    if (this.#isClosed) return;
    this.#trouble = reason;
    this.#options.timer.after(this.#retryMs, () => this.open(), { background: true });
    this.#retryMs = Math.min(LONGEST_RETRY_MS, this.#retryMs * 2);
  }
}

/** MSA-1 is AA or CA. */
function isGood(payload: Buffer): boolean {
  const at = payload.indexOf('\rMSA', 0, 'latin1');
  const code = at < 0 ? '' : payload.toString('latin1', at + 5, at + 7);
  return code === 'AA' || code === 'CA';
}

function ignore(): void {}
