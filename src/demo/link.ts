import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { Timer } from '../base/timer.js';
import { deadline } from './deadline.js';
import type { Defects } from './defects.js';
import { Framer, framed } from './framer.js';
import { connecting, type EngineTls } from './tls.js';

export interface Address {
  readonly host: string;
  readonly port: number;
  /** The second address of the same system, where the first does not answer. */
  readonly standby?: { readonly host: string; readonly port: number };
}

/** How long to wait until a connection is made, in nominal milliseconds. */
const CONNECT_TIMEOUT_MS = 5_000;
/** A handshake costs real time, whatever the scale. */
const LEAST_HANDSHAKE_MS = 1_000;

/** An acknowledgment larger than this is not one. */
const MAX_REPLY_BYTES = 16_777_216;

interface Waiting {
  readonly frame: (bytes: Buffer) => void;
  readonly lost: () => void;
}

/** The one connection to a destination. It is made when it is first needed, kept open, and made again when it is gone. */
export class Link {
  readonly #address: Address;
  readonly #timer: Timer;
  readonly #defects: Defects;
  #socket: Socket | undefined;
  #waiting: Waiting | undefined;
  #isCutOff = false;
  #isPaused = false;
  #tls: EngineTls | undefined;
  /** Nothing was sent to the standby yet. */
  #isNew = false;

  constructor(address: Address, timer: Timer, defects: Defects, tls?: EngineTls) {
    this.#address = address;
    this.#timer = timer;
    this.#defects = defects;
    this.#tls = tls;
  }

  get isConnected(): boolean {
    return this.#socket !== undefined;
  }

  /** True when there is a connection, an old or a new one. */
  async connect(): Promise<boolean> {
    if (this.#isCutOff) return false;
    if (this.#socket) return true;
    const { standby, ...first } = this.#address;
    if (await this.#connectTo(first)) return true;
    if (standby === undefined || this.#isCutOff) return false;
    this.#isNew = await this.#connectTo(standby);
    return this.#isNew;
  }

  async #connectTo(address: { readonly host: string; readonly port: number }): Promise<boolean> {
    const options = { ...address, noDelay: true, keepAlive: true };
    const socket = this.#tls ? connectTls({ ...options, ...connecting(this.#tls, this.#defects) }) : connect(options);
    const isMade = await this.#made(socket);
    if (!isMade || this.#isCutOff) {
      socket.destroy();
      return false;
    }
    this.#adopt(socket);
    return true;
  }

  /**
   * Sends a message and gives every frame that comes to `read`, until that returns something, the connection is gone or
   * `timeoutMs` (nominal) have passed. What comes while nobody waits answers nothing and is dropped.
   */
  exchange<T>(
    message: Buffer,
    timeoutMs: number,
    read: (frame: Buffer) => T | undefined,
  ): Promise<T | 'silent' | 'lost'> {
    const socket = this.#socket;
    if (!socket || isGone(socket)) return Promise.resolve('lost');
    return new Promise((resolve) => {
      const finish = (result: T | 'silent' | 'lost'): void => {
        cancel();
        this.#waiting = undefined;
        resolve(result);
      };
      // While the engine is paused it cannot hear, so it does not judge.
      const expire = (): void => {
        if (this.#isPaused) cancel = deadline(this.#timer, timeoutMs, expire);
        else finish('silent');
      };
      let cancel = deadline(this.#timer, timeoutMs, expire);
      const frame = (bytes: Buffer): void => {
        const answer = read(bytes);
        if (answer !== undefined) finish(answer);
      };
      this.#waiting = { frame, lost: () => finish('lost') };
      if (this.#isNew && this.#defects.has('doubles-on-fail-over')) socket.write(framed(message));
      this.#isNew = false;
      socket.write(framed(message));
    });
  }

  /** Drops the connection; the next message makes a new one. */
  drop(): void {
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.destroy();
    this.#waiting?.lost();
  }

  /** The next connection speaks TLS, or plain MLLP where undefined; the present one is dropped. */
  secure(tls: EngineTls | undefined): void {
    this.#tls = tls;
    this.drop();
  }

  pause(): void {
    this.#isPaused = true;
    this.#socket?.pause();
  }

  resume(): void {
    this.#isPaused = false;
    this.#socket?.resume();
  }

  /** Drops the connection and makes none until `restore`. */
  cutOff(): void {
    this.#isCutOff = true;
    this.drop();
  }

  restore(): void {
    this.#isCutOff = false;
  }

  #made(socket: Socket): Promise<boolean> {
    return new Promise((resolve) => {
      const leastMs = this.#tls ? LEAST_HANDSHAKE_MS / this.#timer.scale : 0;
      const cancel = deadline(this.#timer, Math.max(CONNECT_TIMEOUT_MS, leastMs), () => resolve(false));
      const finish = (isMade: boolean): void => {
        cancel();
        resolve(isMade);
      };
      socket.once(this.#tls ? 'secureConnect' : 'connect', () => finish(true));
      socket.on('error', () => finish(false)).once('close', () => finish(false));
    });
  }

  #adopt(socket: Socket): void {
    const framer = new Framer(MAX_REPLY_BYTES);
    const gone = (): void => {
      const isNoticed = this.#waiting !== undefined || !this.#defects.has('writes-to-closed');
      if (this.#socket === socket && isNoticed) this.drop();
    };
    this.#socket = socket;
    socket.on('data', (chunk: Buffer) => {
      for (const found of framer.push(chunk)) if (found.kind === 'message') this.#waiting?.frame(found.bytes);
    });
    socket.on('end', gone).on('close', gone);
    if (this.#isPaused) socket.pause();
  }
}

/** Only a defect writes to such a connection: all others have dropped it. */
function isGone(socket: Socket): boolean {
  return socket.destroyed || socket.readableEnded;
}
