import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { type ConnectionParts, InboundConnection } from './connection.js';
import { Framer } from './framer.js';
import { type EngineTls, listening } from './tls.js';

const MOST_CONNECTIONS = 1_024;
const SOCKETS = { allowHalfOpen: true, noDelay: true, keepAlive: true };

/** The operator's mistake: the message says what, where and what to do. */
export class ListenError extends Error {}

/** The one port to which all senders connect. */
export class Listener {
  readonly #host: string;
  readonly #parts: ConnectionParts;
  readonly #connections = new Set<InboundConnection>();
  /** What lies below TLS, also while the handshake is under way. */
  readonly #raw = new Set<Socket>();
  #tls: EngineTls | undefined;
  #port: number;
  #server: Server | undefined;
  #isPaused = false;

  constructor(host: string, port: number, parts: ConnectionParts, tls?: EngineTls) {
    this.#host = host;
    this.#port = port;
    this.#tls = tls;
    const { defects, maxFrameBytes } = parts;
    this.#parts = defects.has('shared-buffer') ? { ...parts, framer: new Framer(maxFrameBytes, defects) } : parts;
  }

  /** The port in use; the same after `close` and a new `open`. */
  get port(): number {
    return this.#port;
  }

  get connections(): number {
    return this.#connections.size;
  }

  /** Begins to listen; throws a ListenError where that is not possible. Harmless when it listens already. */
  async open(): Promise<void> {
    if (this.#server) return;
    const server = this.#tls ? this.#secureServer(this.#tls) : createServer(SOCKETS, (socket) => this.#accept(socket));
    server.maxConnections = MOST_CONNECTIONS;
    await new Promise<void>((resolve, reject) => {
      server.once('error', (error: NodeJS.ErrnoException) => reject(new ListenError(this.#explain(error))));
      server.listen({ host: this.#host, port: this.#port }, resolve);
    });
    const address = server.address();
    if (address && typeof address === 'object') this.#port = address.port;
    this.#server = server;
  }

  /** Ends the connections in order and speaks TLS on the same port from now on, or plain MLLP where undefined. */
  async secure(tls: EngineTls | undefined): Promise<void> {
    await this.close();
    this.#tls = tls;
    await this.open();
  }

  /** Takes no new connections and ends the others when they are answered. */
  async close(): Promise<void> {
    const server = this.#release();
    const closed = new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
    const open = [...this.#connections];
    for (const connection of open) connection.pause();
    await Promise.all(open.map((connection) => connection.finish()));
    for (const connection of [...open, ...this.#raw]) connection.destroy();
    await closed;
  }

  /** Takes no new connections and resets the others. */
  cutOff(): void {
    this.#release()?.close();
    for (const socket of this.#raw) socket.resetAndDestroy();
    for (const connection of this.#connections) connection.reset();
  }

  pause(): void {
    this.#isPaused = true;
    for (const connection of this.#connections) connection.pause();
  }

  resume(): void {
    this.#isPaused = false;
    for (const connection of this.#connections) connection.resume();
  }

  /** Never falls back to plain: what does not come to a handshake comes to nothing. */
  #secureServer(tls: EngineTls): Server {
    const { defects, log } = this.#parts;
    const server = createTlsServer({ ...SOCKETS, ...listening(tls, defects) }, (socket) => this.#accept(socket));
    server.on('connection', (raw: Socket) => {
      this.#raw.add(raw);
      raw.once('close', () => this.#raw.delete(raw));
    });
    server.on('tlsClientError', (error: NodeJS.ErrnoException, { authorizationError }) =>
      log(`refused a TLS client: ${authorizationError ?? error.code}`),
    );
    return server;
  }

  #release(): Server | undefined {
    const server = this.#server;
    this.#server = undefined;
    return server;
  }

  #accept(socket: Socket): void {
    const [other] = this.#connections;
    if (other && this.#parts.defects.has('one-connection-only')) {
      other.onceGone(() => this.#accept(socket));
      return;
    }
    const connection = new InboundConnection(socket, this.#parts);
    this.#connections.add(connection);
    socket.once('close', () => this.#connections.delete(connection));
    if (this.#isPaused) connection.pause();
  }

  #explain(error: NodeJS.ErrnoException): string {
    const where = `${this.#host}:${this.#port}`;
    if (error.code === 'EADDRINUSE') {
      return `cannot listen on ${where}: another program uses the port. Stop it, or choose another with --port.`;
    }
    if (error.code === 'EACCES')
      return `cannot listen on ${where}: not permitted. Choose a port above 1023 with --port.`;
    return `cannot listen on ${where}: ${error.message}. Check --host and --port.`;
  }
}
