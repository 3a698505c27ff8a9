import type { Socket } from 'node:net';
import type { Timer } from '../base/timer.js';
import { addressOf } from './address.js';
import { CUT_SHORT, ENDED, LOCAL, NO_HANDSHAKE, reasonOf } from './close-reason.js';
import type { CloseReason, Connection, ConnectionHandlers } from './connection.js';
import { FrameDecoder } from './frame-decoder.js';
import type { FrameEvent } from './frame-event.js';
import { IdleWatch, type Silence } from './idle-watch.js';
import { PlanWriter } from './plan-writer.js';
import { ReadGate } from './read-gate.js';
import type { WirePlan } from './wire-plan.js';

/** Above this many bytes that the peer has not taken, nothing more is read from it; below the second, again. */
const HIGH_WATER_BYTES = 1_048_576;
const LOW_WATER_BYTES = 262_144;
/** Nominal milliseconds that a peer has to close after our FIN, and the least in real ones. */
const CLOSE_GRACE_MS = 2_000;
const LEAST_CLOSE_GRACE_MS = 250;

export interface ConnectionSettings {
  readonly timer: Timer;
  readonly maxFrameBytes?: number;
  /** Nominal milliseconds of silence inside a frame, and at all; absent for no limit. */
  readonly idleInFrameMs?: number;
  readonly idleMs?: number;
}

let connections = 0;

/**
 * A connection on a socket. It is made when the TCP connection stands and opens when it can carry data; between the two
 * lies the TLS handshake. `raw` is the TCP socket, also below TLS.
 */
export class SocketConnection implements Connection {
  readonly id = ++connections;
  readonly remote: string;
  readonly local: string;
  readonly #raw: Socket;
  readonly #settings: ConnectionSettings;
  readonly #handlers: ConnectionHandlers;
  readonly #decoder: FrameDecoder;
  #socket: Socket;
  #writer: PlanWriter | undefined;
  #watch: IdleWatch | undefined;
  #reason: CloseReason | undefined;
  #ending = false;
  #resetting = false;
  #peerEnded = false;
  #gate: ReadGate | undefined;
  /** Made when somebody asks: of thousands of connections hardly one is waited for. */
  #closed: Promise<CloseReason> | undefined;
  #resolveClosed: ((reason: CloseReason) => void) | undefined;
  #isFinished = false;

  constructor(raw: Socket, settings: ConnectionSettings, handlers: ConnectionHandlers) {
    this.#raw = raw;
    this.#socket = raw;
    this.#settings = settings;
    this.#handlers = handlers;
    this.#decoder = new FrameDecoder(settings);
    this.remote = addressOf(raw.remoteAddress, raw.remotePort);
    this.local = addressOf(raw.localAddress, raw.localPort);
    raw.on('error', (error) => this.#because(reasonOf(error)));
    raw.on('close', () => {
      if (this.#socket === raw) this.#finish();
    });
  }

  get closed(): Promise<CloseReason> {
    if (this.#isFinished) return Promise.resolve(this.#reason ?? ENDED);
    this.#closed ??= new Promise((resolve) => {
      this.#resolveClosed = resolve;
    });
    return this.#closed;
  }

  get secure(): boolean {
    return this.#socket !== this.#raw;
  }

  get isOpen(): boolean {
    return this.#writer !== undefined && !this.#ending && !this.#peerEnded && !this.#socket.destroyed;
  }

  /** Begins to carry data, on the TLS socket where there is one. `from`: chunks come as events, or through `receive`. */
  open(socket: Socket = this.#raw, from: 'data' | 'receive' = 'data'): void {
    const { timer, idleInFrameMs = Number.POSITIVE_INFINITY, idleMs = Number.POSITIVE_INFINITY } = this.#settings;
    this.#socket = socket;
    this.#gate = new ReadGate(socket, (bytes) => this.receive(bytes));
    this.#writer = new PlanWriter(socket, timer, this, this.#gate);
    if (Math.min(idleInFrameMs, idleMs) < Number.POSITIVE_INFINITY) {
      this.#watch = new IdleWatch(
        timer,
        { inFrameMs: idleInFrameMs, idleMs },
        {
          inFrame: () => this.#decoder.inFrame && this.#gate?.isOpen === true,
          onSilence: (silence) => this.#silent(silence),
        },
      );
    }
    if (socket !== this.#raw) {
      socket.on('error', (error) => this.#because(reasonOf(error)));
      socket.on('close', () => this.#finish());
    }
    socket.on('end', () => this.#ended());
    if (from === 'data') socket.on('data', (chunk: Buffer) => this.receive(chunk));
    this.#handlers.onOpen?.(this);
  }

  /** Closes at once for a reason of the caller's. */
  refuse(reason: CloseReason): void {
    this.#because(reason);
    this.reset();
  }

  /** The TLS handshake failed; the runtime closes the socket. */
  handshakeFailed(reason: CloseReason): void {
    this.#because(reason);
  }

  write(plan: WirePlan): Promise<'written' | 'lost'> {
    return new Promise((resolve) => {
      this.post(plan, resolve);
    });
  }

  post(plan: WirePlan, done: (result: 'written' | 'lost') => void): void {
    if (this.#writer === undefined || this.#ending) {
      done('lost');
      return;
    }
    this.#writer.add(plan, done);
    if (this.#writer.backlog > HIGH_WATER_BYTES) this.#gate?.stop('backlog');
  }

  stopReading(afterBytes = 0): void {
    this.#gate?.stop('fault', afterBytes);
  }

  goOnReading(): void {
    this.#watch?.touch();
    this.#gate?.goOn('fault');
  }

  end(): void {
    if (this.#writer === undefined) {
      this.reset();
    } else if (!this.#ending) {
      this.#because(LOCAL);
      this.#endAfterPlans();
    }
  }

  reset(): void {
    this.#because(LOCAL);
    this.#ending = true;
    this.#resetting = true;
    // A handler of the handshake runs inside OpenSSL's call, which does not survive that its socket goes away.
    if (this.secure) setImmediate(() => this.#resetNow());
    else this.#resetNow();
  }

  #resetNow(): void {
    if (this.#socket.destroyed) return;
    // While a FIN is under way the kernel takes no RST, and the runtime would leave the socket open for ever.
    if (this.#socket.writableEnded && !this.#socket.writableFinished) this.#socket.destroy();
    else this.#raw.resetAndDestroy();
  }

  /** Takes a chunk, which must stay as it is: frames are slices of it. */
  receive(chunk: Buffer): void {
    if (!this.#decoder.inFrame) this.#handlers.onBegin?.(chunk, this);
    const events = this.#decoder.push(this.#gate?.admit(chunk) ?? chunk);
    this.#watch?.touch();
    // The answers to several frames of one chunk leave together.
    if (events.length > 1) this.#socket.cork();
    this.#report(events);
    if (events.length > 1) this.#socket.uncork();
  }

  #report(events: readonly FrameEvent[]): void {
    for (const event of events) this.#handlers.onEvent(event, this);
  }

  #ended(): void {
    this.#peerEnded = true;
    this.#because(this.#decoder.inFrame ? CUT_SHORT : ENDED);
    this.#report(this.#decoder.end());
    this.#endAfterPlans();
  }

  #endAfterPlans(): void {
    this.#ending = true;
    if (this.#writer === undefined || this.#writer.isIdle) this.endNow();
    else this.#limitWait();
  }

  /** FIN at once, whatever waits; below TLS without its farewell. */
  endNow(where: 'in-order' | 'below-tls' = 'in-order'): void {
    this.#because(LOCAL);
    this.#ending = true;
    (where === 'in-order' ? this.#socket : this.#raw).end();
    this.#limitWait();
  }

  /** A peer that neither reads nor closes must not hold the connection for ever; a plan that pauses may. */
  #limitWait(): void {
    const expired = (): void => {
      if (this.#writer?.isIdle === false && this.#socket.writableLength === 0) this.#limitWait();
      else this.#socket.destroy();
    };
    const { timer } = this.#settings;
    const graceMs = Math.max(CLOSE_GRACE_MS, LEAST_CLOSE_GRACE_MS / timer.scale);
    const cancel = timer.after(graceMs, expired, { background: true });
    void this.closed.then(cancel);
  }

  /** The writer has less to do than before. */
  progressed(): void {
    if (this.#writer === undefined) return;
    if (this.#gate?.isOpen === false) {
      this.#watch?.touch(); // a peer that takes its bytes, however slowly, is not silent
      if (this.#writer.backlog < LOW_WATER_BYTES) this.#gate.goOn('backlog');
    }
    if (this.#ending && !this.#resetting && this.#writer.isIdle && !this.#socket.writableEnded) this.endNow();
  }

  #silent(silence: Silence): void {
    if (silence === 'in-frame') this.#report(this.#decoder.idle());
    const where = silence === 'in-frame' ? 'inside a frame' : 'on the connection';
    this.#because({ kind: 'idle', detail: `silence ${where} for longer than agreed` });
    this.#socket.destroy();
  }

  /** The first reason counts; what follows is its consequence. */
  #because(reason: CloseReason): void {
    this.#reason ??= reason;
  }

  #finish(): void {
    this.#ending = true;
    this.#watch?.stop();
    this.#report(this.#decoder.end());
    this.#writer?.close();
    this.#reason ??= this.#writer === undefined ? NO_HANDSHAKE : ENDED;
    this.#isFinished = true;
    this.#handlers.onClose?.(this.#reason, this);
    this.#resolveClosed?.(this.#reason);
  }
}
