import type { Cancel, Timer } from '../base/timer.js';
import type { CloseReason, Connection, ConnectionHandlers } from './connection.js';
import type { FrameEvent } from './frame-event.js';
import { type WirePlan, wholeFrame } from './wire-plan.js';

/** MLLP Release 2: each frame of content is committed by the receiver before the next one is written. */
export interface CommitPolicy {
  /** How often a frame is written in all before the connection is given up. */
  readonly attempts: number;
  /** Nominal milliseconds to wait for the commit of one attempt. */
  readonly timeoutMs: number;
}

interface Content {
  readonly plan: WirePlan;
  readonly done: (result: 'written' | 'lost') => void;
  attempts: number;
}

const ACK = wholeFrame(Buffer.of(0x06));

/**
 * A connection on which content is written only when the one before was committed. A frame that is refused (NAK), or not committed in
 * time, is written again; when that does not help the connection is reset and the content is lost. What comes in is committed at once.
 */
export class CommittedConnection implements Connection {
  readonly #inner: Connection;
  readonly #policy: CommitPolicy;
  readonly #timer: Timer;
  readonly #waiting: Content[] = [];
  #current: Content | undefined;
  #cancel: Cancel = () => {};

  constructor(inner: Connection, policy: CommitPolicy, timer: Timer) {
    this.#inner = inner;
    this.#policy = policy;
    this.#timer = timer;
    void inner.closed.then(() => this.#giveUp());
  }

  get id(): number {
    return this.#inner.id;
  }

  get remote(): string {
    return this.#inner.remote;
  }

  get local(): string {
    return this.#inner.local;
  }

  get secure(): boolean {
    return this.#inner.secure;
  }

  get isOpen(): boolean {
    return this.#inner.isOpen;
  }

  get closed(): Promise<CloseReason> {
    return this.#inner.closed;
  }

  write(plan: WirePlan): Promise<'written' | 'lost'> {
    return new Promise((resolve) => this.post(plan, resolve));
  }

  /** `written`: committed by the peer. */
  post(plan: WirePlan, done: (result: 'written' | 'lost') => void): void {
    this.#waiting.push({ plan, done, attempts: 0 });
    this.#next();
  }

  end(): void {
    this.#inner.end();
  }

  reset(): void {
    this.#inner.reset();
  }

  stopReading(afterBytes?: number): void {
    this.#inner.stopReading(afterBytes);
  }

  goOnReading(): void {
    this.#inner.goOnReading();
  }

  /** Takes an event of the connection; true where it was a commit, which nobody else needs to see. */
  take(event: FrameEvent): boolean {
    if (event.kind === 'frame') this.#inner.post(ACK, () => {});
    if (event.kind !== 'commit') return false;
    if (event.code === 'ack') this.#committed();
    else this.#again();
    return true;
  }

  #next(): void {
    if (this.#current !== undefined) return;
    this.#current = this.#waiting.shift();
    if (this.#current !== undefined) this.#attempt(this.#current);
  }

  #attempt(content: Content): void {
    content.attempts++;
    this.#inner.post(content.plan, (result) => {
      if (result === 'lost') this.#giveUp();
      else if (content === this.#current) this.#cancel = this.#timer.after(this.#policy.timeoutMs, () => this.#again());
    });
  }

  #committed(): void {
    this.#settle('written');
    this.#next();
  }

  #again(): void {
    this.#cancel();
    const content = this.#current;
    if (content === undefined) return;
    if (content.attempts < this.#policy.attempts) this.#attempt(content);
    else this.#giveUp();
  }

  #giveUp(): void {
    this.#inner.reset();
    this.#settle('lost');
    for (const { done } of this.#waiting.splice(0)) done('lost');
  }

  #settle(result: 'written' | 'lost'): void {
    this.#cancel();
    const content = this.#current;
    this.#current = undefined;
    content?.done(result);
  }
}

export interface Committing {
  /** They see committed connections, and no commits. */
  readonly handlers: ConnectionHandlers;
  /** The committed connection over one of the socket's. */
  lineOf(inner: Connection): CommittedConnection;
}

/** Handlers for connections of Release 2 in the place of those for Release 1. */
export function committing(handlers: ConnectionHandlers, policy: CommitPolicy, timer: Timer): Committing {
  const lines = new WeakMap<Connection, CommittedConnection>();
  const lineOf = (inner: Connection): CommittedConnection => {
    const line = lines.get(inner) ?? new CommittedConnection(inner, policy, timer);
    lines.set(inner, line);
    return line;
  };
  const over: ConnectionHandlers = {
    onOpen: (inner) => handlers.onOpen?.(lineOf(inner)),
    onClose: (reason, inner) => handlers.onClose?.(reason, lineOf(inner)),
    onBegin: (chunk, inner) => handlers.onBegin?.(chunk, lineOf(inner)),
    onEvent: (event, inner) => {
      const line = lineOf(inner);
      if (!line.take(event)) handlers.onEvent(event, line);
    },
  };
  return { handlers: over, lineOf };
}
