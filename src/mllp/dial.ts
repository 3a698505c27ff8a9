import net, { isIP, type OnReadOpts, type Socket } from 'node:net';
import tls, { type ConnectionOptions } from 'node:tls';
import type { Timer } from '../base/timer.js';
import type { Connection, ConnectionHandlers } from './connection.js';
import { connectTimedOut, type DialFailure, dialFailure, givenUp, handshakeTimedOut } from './dial-failure.js';
import { asError } from './error-text.js';
import { SocketConnection } from './socket-connection.js';
import { type ClientTls, clientTlsOptions, unusableTls } from './tls.js';

const DEFAULT_CONNECT_TIMEOUT_MS = 10_000;
/** Real milliseconds that a connection may take whatever the timer's scale: the network knows nothing of it. */
const LEAST_CONNECT_MS = 1_000;
const READ_BYTES = 65_536;
const SOCKET_OPTIONS = { allowHalfOpen: true, noDelay: true, keepAliveInitialDelay: 60_000 };

/** Times are nominal milliseconds. */
export interface DialOptions {
  readonly host: string;
  readonly port: number;
  readonly tls?: ClientTls;
  /** For name, TCP and TLS together; 10 s where absent, and never less than a second of real time. */
  readonly connectTimeoutMs?: number;
  /** Largest payload in bytes that is taken from the peer; 64 MiB where absent. */
  readonly maxFrameBytes?: number;
  /** Silence inside a frame after which the connection is closed. */
  readonly idleInFrameMs?: number;
  /** Address of this machine from which to connect; any where absent. */
  readonly localAddress?: string;
  /** TCP keep-alive; on where absent. */
  readonly keepAlive?: boolean;
  readonly timer: Timer;
}

export type DialResult = { readonly kind: 'connected'; readonly connection: Connection } | DialFailure;

type Dialled = { readonly kind: 'connected'; readonly connection: SocketConnection } | DialFailure;

/** Makes a connection for frames. Never rejects: what can go wrong is a value with what, where and the remedy. */
export function dial(options: DialOptions, handlers: ConnectionHandlers): Promise<DialResult> {
  return dialSocket(options, handlers);
}

/** The same, for callers inside the room that use the socket's callbacks and may give up. */
export function dialSocket(options: DialOptions, handlers: ConnectionHandlers, signal?: AbortSignal): Promise<Dialled> {
  const { host, port, timer, connectTimeoutMs = DEFAULT_CONNECT_TIMEOUT_MS } = options;
  let secured: ConnectionOptions | undefined;
  try {
    secured = options.tls && { ...clientTlsOptions(options.tls), ...names(host, options.tls.serverName) };
  } catch (error) {
    const message = unusableTls(`Cannot connect to ${host}:${port}`, error);
    return Promise.resolve({ kind: 'failed', reason: 'tls', message });
  }
  return new Promise((resolve) => {
    const attempt = new Attempt(host, port, (result) => {
      cancel();
      signal?.removeEventListener('abort', abort);
      resolve(result);
    });
    const abort = (): void => attempt.fail(givenUp(host, port));
    signal?.addEventListener('abort', abort);
    const limitMs = Math.max(connectTimeoutMs, LEAST_CONNECT_MS / timer.scale);
    const cancel = timer.after(limitMs, () => attempt.expire(connectTimeoutMs));
    attempt.start(options, secured, handlers);
  });
}

/** One attempt to connect, which settles once. */
class Attempt {
  readonly #host: string;
  readonly #port: number;
  #settle: (result: Dialled) => void;
  #socket: Socket | undefined;
  #settled = false;

  constructor(host: string, port: number, settle: (result: Dialled) => void) {
    this.#host = host;
    this.#port = port;
    this.#settle = settle;
  }

  start(options: DialOptions, secured: ConnectionOptions | undefined, handlers: ConnectionHandlers): void {
    const { host, port, localAddress, keepAlive = true } = options;
    let connection: SocketConnection | undefined;
    const onread = readInto((chunk) => connection?.receive(chunk));
    try {
      const raw = net.connect({
        host,
        port,
        ...(localAddress !== undefined && { localAddress }),
        ...SOCKET_OPTIONS,
        keepAlive,
        ...(secured === undefined && { onread }),
      });
      this.#socket = raw;
      raw.on('error', (error) => this.fail(dialFailure(error, host, port, this.#socket !== raw)));
      raw.once('connect', () => {
        if (secured) {
          this.#secure(raw, secured, options, handlers);
        } else {
          connection = new SocketConnection(raw, options, handlers);
          this.#connected(connection, raw, 'receive');
        }
      });
    } catch (error) {
      this.fail(dialFailure(asError(error), host, port, false));
    }
  }

  expire(ms: number): void {
    const late = this.#socket instanceof tls.TLSSocket ? handshakeTimedOut : connectTimedOut;
    this.fail(late(this.#host, this.#port, ms));
  }

  fail(failure: DialFailure): void {
    if (this.#settled) return;
    this.#settled = true;
    this.#socket?.destroy();
    this.#finish(failure);
  }

  #secure(raw: Socket, secured: ConnectionOptions, options: DialOptions, handlers: ConnectionHandlers): void {
    const socket = tls.connect({ ...secured, socket: raw, ...SOCKET_OPTIONS });
    const lost = (error: Error): void => this.fail(dialFailure(error, this.#host, this.#port, true));
    this.#socket = socket;
    socket.on('error', lost);
    socket.once('close', () => lost(new Error('the peer closed the connection during the handshake')));
    socket.once('secureConnect', () => {
      this.#connected(new SocketConnection(raw, options, handlers), socket, 'data');
    });
  }

  #connected(connection: SocketConnection, socket: Socket, from: 'data' | 'receive'): void {
    if (this.#settled) return;
    this.#settled = true;
    connection.open(socket, from);
    this.#finish({ kind: 'connected', connection });
  }

  /** What the attempt held is let go: the socket's listeners keep the attempt for as long as the connection lives. */
  #finish(result: Dialled): void {
    this.#socket = undefined;
    this.#settle(result);
    this.#settle = () => {};
  }
}

let readBuffer: Buffer | undefined;

/**
 * Has the socket read into one buffer, the same for all connections of the thread: that costs less than a new one for each
 * chunk, and 64 kB less for each connection. The runtime asks for it when bytes are there and calls back before it asks
 * again; what came is copied out of it, since frames are slices of their chunk.
 */
function readInto(receive: (chunk: Buffer) => void): OnReadOpts {
  readBuffer ??= Buffer.allocUnsafeSlow(READ_BYTES);
  const callback = (length: number, bytes: Uint8Array): boolean => {
    receive(Buffer.from(bytes.subarray(0, length)));
    return true;
  };
  return { buffer: readBuffer, callback };
}

/** The certificate is checked against the name; SNI is sent for names only, never for addresses (RFC 6066 §3). */
function names(host: string, serverName: string | undefined): ConnectionOptions {
  const name = serverName ?? host;
  return isIP(name) === 0 ? { host: name, servername: name } : { host: name };
}
