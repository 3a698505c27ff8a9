import { Channel, type Request } from './channel.js';
import { type CommitPolicy, committing } from './committed-connection.js';
import type { Correlation } from './correlation.js';
import { type DialOptions, dialSocket } from './dial.js';
import type { DialFailure } from './dial-failure.js';
import type { FrameEvent } from './frame-event.js';
import type { ReplyResult } from './reply-result.js';
import { type WirePlan, wholeFrame } from './wire-plan.js';

export type { ReplyResult };

export interface ClientOptions extends DialOptions {
  /** A connection for each message, or one that is kept open and made anew when it was lost. */
  readonly mode: 'per-message' | 'kept-open';
  /** Requests that may wait for a reply at the same time; 1 where absent. */
  readonly depth?: number;
  /** Nominal milliseconds from the last byte of the request. */
  readonly replyTimeoutMs: number;
  /**
   * With it, only a reply that names a request is credited to it, and a late one is unsolicited. Absent: the oldest
   * request gets the next frame, so a reply that comes after its timeout is credited to the request that follows.
   */
  readonly correlate?: Correlation;
  /** MLLP Release 2: content is committed; Release 1 where absent. */
  readonly commit?: CommitPolicy;
}

export interface RequestOptions {
  /** What is written instead of one whole frame. */
  readonly plan?: WirePlan;
  /** False: settled as soon as it is written. */
  readonly expectReply?: boolean;
  readonly replyTimeoutMs?: number;
}

export interface ClientObserver {
  /** What came and answers no request: late and repeated replies, junk between frames. Each event is reported once. */
  onUnsolicited?(event: FrameEvent): void;
}

/** What a connection is made for. */
interface ChannelUse {
  onChannel(channel: Channel): void;
  onFailure(failure: DialFailure): void;
  /** A request was settled, or the connection is gone. */
  onFree(channel: Channel): void;
}

const CLOSED: ReplyResult = { kind: 'lost', reason: { kind: 'local', detail: 'the client was closed' }, sent: false };

/** Sends requests and gets their replies. Nothing rejects; every end is a `ReplyResult`. */
export class MllpClient {
  readonly #options: ClientOptions;
  readonly #observer: ClientObserver;
  readonly #depth: number;
  readonly #queue: Request[] = [];
  /** Those that are not closed yet. */
  readonly #channels = new Set<Channel>();
  readonly #closing = new AbortController();
  #kept: Channel | undefined;
  #isDialling = false;
  #isClosed = false;
  /** Requests under way that have a connection of their own. */
  #busy = 0;

  constructor(options: ClientOptions, observer: ClientObserver = {}) {
    this.#options = options;
    this.#observer = observer;
    this.#depth = Math.max(1, options.depth ?? 1);
  }

  /** Waits its turn where `depth` requests are under way. */
  request(payload: Buffer, options: RequestOptions = {}): Promise<ReplyResult> {
    const { plan = wholeFrame(payload), expectReply = true, replyTimeoutMs = this.#options.replyTimeoutMs } = options;
    return new Promise((settle) => {
      if (this.#isClosed) settle(CLOSED);
      else {
        this.#queue.push({ payload, plan, expectReply, replyTimeoutMs, settle });
        this.#pump();
      }
    });
  }

  /** Lets the kept connection go, once nothing waits on it: what is sent next has a new one. */
  renew(): void {
    const kept = this.#kept;
    this.#kept = undefined;
    if (kept?.load === 0) void kept.end();
  }

  /** Closes every connection and gives up attempts to make one; what still waits is settled as lost. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#closing.abort();
    for (const request of this.#queue.splice(0)) request.settle(CLOSED);
    await Promise.all([...this.#channels].map((channel) => channel.giveUp()));
  }

  #pump(): void {
    if (this.#options.mode === 'kept-open') this.#pumpKeptOpen();
    else this.#pumpPerMessage();
  }

  #pumpKeptOpen(): void {
    while (this.#queue.length > 0 && !this.#isDialling) {
      if (!this.#kept?.isUsable) this.#dialKept();
      else if (this.#kept.load >= this.#depth) return;
      else this.#sendNext(this.#kept);
    }
  }

  #sendNext(channel: Channel): void {
    const request = this.#queue.shift();
    if (request) channel.send(request);
  }

  #dialKept(): void {
    this.#isDialling = true;
    this.#connect({
      onChannel: (channel) => {
        this.#isDialling = false;
        if (this.#kept?.load === 0) void this.#kept.end();
        this.#kept = channel;
        this.#pump();
      },
      onFailure: (failure) => {
        this.#isDialling = false;
        for (const request of this.#queue.splice(0)) request.settle(notConnected(failure));
      },
      onFree: (channel) => {
        if (channel !== this.#kept && channel.load === 0) void channel.end();
        this.#pump();
      },
    });
  }

  #pumpPerMessage(): void {
    while (this.#busy < this.#depth) {
      const request = this.#queue.shift();
      if (request === undefined) return;
      this.#dialFor(request);
    }
  }

  #dialFor(request: Request): void {
    this.#busy++;
    const settle = (result: ReplyResult): void => {
      this.#busy--;
      request.settle(result);
    };
    this.#connect({
      onChannel: (channel) => channel.send({ ...request, settle }),
      onFailure: (failure) => {
        settle(this.#isClosed ? CLOSED : notConnected(failure));
        this.#pump();
      },
      onFree: (channel) => {
        void channel.end();
        this.#pump();
      },
    });
  }

  #connect(use: ChannelUse): void {
    const { timer, correlate, commit } = this.#options;
    const channel = new Channel({
      timer,
      correlate,
      onUnsolicited: (event) => this.#observer.onUnsolicited?.(event),
      onFree: () => use.onFree(channel),
    });
    const committed = commit && committing(channel.handlers, commit, timer);
    void dialSocket(this.#options, committed?.handlers ?? channel.handlers, this.#closing.signal).then((result) => {
      if (result.kind === 'failed') {
        use.onFailure(result);
        return;
      }
      channel.attach(committed?.lineOf(result.connection) ?? result.connection);
      this.#channels.add(channel);
      void result.connection.closed.then(() => this.#channels.delete(channel));
      use.onChannel(channel);
    });
  }
}

function notConnected({ reason, message }: DialFailure): ReplyResult {
  return { kind: 'not-connected', reason, message };
}
