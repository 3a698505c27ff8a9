import type { Timer } from '../base/timer.js';
import { Alarm } from './alarm.js';
import { LOCAL } from './close-reason.js';
import type { CloseReason, ConnectionHandlers } from './connection.js';
import { type Correlation, WaitingRequests } from './correlation.js';
import type { FrameEvent } from './frame-event.js';
import type { ReplyResult } from './reply-result.js';
import type { SocketConnection } from './socket-connection.js';
import type { WirePlan } from './wire-plan.js';

export interface Request {
  readonly payload: Buffer;
  readonly plan: WirePlan;
  readonly expectReply: boolean;
  /** Nominal milliseconds from the last byte written. */
  readonly replyTimeoutMs: number;
  settle(result: ReplyResult): void;
}

interface Kept {
  readonly event: FrameEvent;
  readonly atMs: number;
}

const NONE: readonly Kept[] = [];

interface InFlight {
  readonly request: Request;
  readonly key: string | undefined;
  /** What came while it waited and answers nothing; made when the first comes. */
  other: readonly Kept[];
  sentAtMs: number;
  sent: boolean;
  /** Real time of the timer's clock. */
  deadline: number;
}

/** What a channel needs of its connection. */
type Line = Pick<SocketConnection, 'isOpen' | 'post' | 'end' | 'reset' | 'closed'>;

interface ChannelOwner {
  readonly timer: Timer;
  readonly correlate: Correlation | undefined;
  onUnsolicited(event: FrameEvent): void;
  /** A request was settled, or the connection is gone. */
  onFree(): void;
}

/** So many events are kept for one request; a peer that floods the line fills no memory. */
const KEPT_EVENTS = 64;

/** Requests and replies on one connection. */
export class Channel {
  readonly #owner: ChannelOwner;
  readonly #waiting: WaitingRequests<InFlight>;
  readonly #alarm: Alarm;
  #connection: Line | undefined;
  #spent = false;

  constructor(owner: ChannelOwner) {
    this.#owner = owner;
    this.#waiting = new WaitingRequests(owner.correlate);
    this.#alarm = new Alarm(owner.timer, () => this.#expire());
  }

  /** For the connection that this channel is about to get. */
  readonly handlers: ConnectionHandlers = {
    onEvent: (event) => this.#onEvent(event),
    onClose: (reason) => this.#onClose(reason),
  };

  attach(connection: Line): void {
    this.#connection = connection;
  }

  /** Requests that wait for a reply. */
  get load(): number {
    return this.#waiting.count;
  }

  /** Whether a new request can be written: both sides are open and no plan has silenced this one. */
  get isUsable(): boolean {
    return !this.#spent && this.#connection?.isOpen === true;
  }

  send(request: Request): void {
    const { timer, correlate } = this.#owner;
    const now = timer.now();
    const inFlight: InFlight = {
      request,
      key: correlate?.request(request.payload),
      other: NONE,
      sentAtMs: now,
      sent: false,
      deadline: now + (request.replyTimeoutMs + pausesOf(request.plan)) * timer.scale,
    };
    this.#waiting.add(inFlight);
    this.#alarm.ringBy(inFlight.deadline);
    if (isLast(request.plan)) this.#spent = true;
    this.#connection?.post(request.plan, (result) => this.#onWritten(inFlight, result));
  }

  end(): Promise<CloseReason> {
    this.#spent = true;
    this.#connection?.end();
    return this.#connection?.closed ?? Promise.resolve(LOCAL);
  }

  /** The same without waiting for a plan that takes its time. */
  giveUp(): Promise<CloseReason> {
    if (this.#waiting.all.some(({ sent, request }) => !sent && takesTime(request.plan))) this.#connection?.reset();
    return this.end();
  }

  #onWritten(inFlight: InFlight, result: 'written' | 'lost'): void {
    if (result === 'lost') {
      this.#onLost(inFlight);
      return;
    }
    const { timer } = this.#owner;
    inFlight.sent = true;
    inFlight.sentAtMs = timer.now();
    inFlight.deadline = inFlight.sentAtMs + inFlight.request.replyTimeoutMs * timer.scale;
    this.#alarm.ringBy(inFlight.deadline);
    if (!inFlight.request.expectReply) {
      this.#settle(inFlight, { kind: 'none-expected', sentAtMs: inFlight.sentAtMs });
    }
  }

  /** An open connection that does not write was silenced by a plan; for a closed one its close gives the reason. */
  #onLost(inFlight: InFlight): void {
    const settle = (reason: CloseReason): void => this.#settle(inFlight, { kind: 'lost', reason, sent: false });
    if (this.#connection === undefined || this.#connection.isOpen) settle(LOCAL);
    else void this.#connection.closed.then(settle);
  }

  #onEvent(event: FrameEvent): void {
    if (event.kind === 'frame') {
      this.#onFrame(event);
      return;
    }
    const oldest = this.#waiting.oldest;
    this.#keep(event, oldest);
    if (oldest !== undefined && isUnreadableAnswer(event)) this.#settle(oldest, badFrame(oldest));
  }

  #onFrame(event: FrameEvent & { readonly kind: 'frame' }): void {
    const parts = this.#owner.correlate?.parts?.(event.payload) ?? [event.payload];
    if (parts.length < 2) this.#onReply(parts[0] === undefined ? event : { ...event, payload: parts[0] });
    else for (const payload of parts) this.#onReply({ ...event, payload });
  }

  #onReply(event: FrameEvent & { readonly kind: 'frame' }): void {
    const answered = this.#waiting.answer(event.payload);
    if (answered === 'late') this.#owner.onUnsolicited(event);
    else if (answered === 'unknown') this.#keep(event, this.#waiting.oldest);
    else this.#reply(answered, event.payload);
  }

  #reply(answered: InFlight, payload: Buffer): void {
    for (const { event } of answered.other) this.#owner.onUnsolicited(event);
    const { sentAtMs, request } = answered;
    request.settle({ kind: 'reply', payload, sentAtMs, repliedAtMs: this.#owner.timer.now() });
    this.#owner.onFree();
  }

  #keep(event: FrameEvent, inFlight: InFlight | undefined): void {
    if (inFlight === undefined || inFlight.other.length >= KEPT_EVENTS) this.#owner.onUnsolicited(event);
    else inFlight.other = [...inFlight.other, { event, atMs: this.#owner.timer.now() }];
  }

  #expire(): void {
    const now = this.#owner.timer.now();
    for (const inFlight of this.#waiting.all) {
      if (inFlight.deadline <= now) this.#settle(inFlight, withoutReply(inFlight));
      else this.#alarm.ringBy(inFlight.deadline);
    }
  }

  #onClose(reason: CloseReason): void {
    this.#alarm.stop();
    for (const inFlight of this.#waiting.all) {
      const { sent } = inFlight;
      this.#settle(inFlight, isBroken(inFlight) ? badFrame(inFlight) : { kind: 'lost', reason, sent });
    }
    this.#owner.onFree();
  }

  #settle(inFlight: InFlight, result: ReplyResult): void {
    if (!this.#waiting.remove(inFlight)) return;
    inFlight.request.settle(result);
    this.#owner.onFree();
  }
}

function withoutReply(inFlight: InFlight): ReplyResult {
  const { sentAtMs } = inFlight;
  const other = inFlight.other.map((kept) => kept.event);
  for (const { event, atMs } of inFlight.other) {
    if (event.kind !== 'frame') continue;
    return { kind: 'uncorrelated', payload: event.payload, sentAtMs, repliedAtMs: atMs, other };
  }
  return isBroken(inFlight) ? badFrame(inFlight) : { kind: 'timed-out', sentAtMs, other };
}

function badFrame({ sentAtMs, other }: InFlight): ReplyResult {
  return { kind: 'bad-frame', sentAtMs, events: other.map((kept) => kept.event) };
}

/** After one of these no better answer is to be expected. */
function isUnreadableAnswer(event: FrameEvent): boolean {
  return event.kind === 'empty' || event.kind === 'overflow' || event.kind === 'idle-in-frame';
}

/** Whether something came that looks like an answer outside a good frame. Leftovers behind a frame are not. */
function isBroken(inFlight: InFlight): boolean {
  return inFlight.other.some(({ event }) => {
    return event.kind === 'junk' && event.where !== 'after-end' && event.where !== 'missing-cr';
  });
}

/** Whether nothing can be written behind it. */
function isLast(plan: WirePlan): boolean {
  for (const { kind } of plan) if (kind === 'end' || kind === 'reset' || kind === 'withhold') return true;
  return false;
}

function takesTime(plan: WirePlan): boolean {
  return plan.some(({ kind }) => kind === 'pause' || kind === 'await');
}

function pausesOf(plan: WirePlan): number {
  let sum = 0;
  for (const action of plan) if (action.kind === 'pause') sum += action.ms;
  return sum;
}
