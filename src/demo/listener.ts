import { createServer, type Server, type Socket } from 'node:net';
import { type ConnectionParts, InboundConnection } from './connection.js';
import { Framer } from './framer.js';

const MOST_CONNECTIONS = 1_024;

/** The operator's mistake: the message says what, where and what to do. */
export class ListenError extends Error {}

/** The one port to which all senders connect. */
export class Listener {
  readonly #host: string;
  readonly #parts: ConnectionParts;
  readonly #connections = new Set<InboundConnection>();
  #port: number;
  #server: Server | undefined;
  #isPaused = false;

  constructor(host: string, port: number, parts: ConnectionParts) {
    this.#host = host;
    this.#port = port;
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
    const server = createServer({ allowHalfOpen: true, noDelay: true, keepAlive: true }, (socket) =>
      this.#accept(socket),
    );
    server.maxConnections = MOST_CONNECTIONS;
    await new Promise<void>((resolve, reject) => {
      server.once('error', (error: NodeJS.ErrnoException) => reject(new ListenError(this.#explain(error))));
      server.listen({ host: this.#host, port: this.#port }, resolve);
    });
    const address = server.address();
    if (address && typeof address === 'object') this.#port = address.port;
    this.#server = server;
  }

  /** Takes no new connections and ends the others when they are answered. */
  async close(): Promise<void> {
    const server = this.#release();
    const closed = new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
    const open = [...this.#connections];
    for (const connection of open) connection.pause();
    await Promise.all(open.map((connection) => connection.finish()));
    for (const connection of open) connection.destroy();
    await closed;
  }

  /** Takes no new connections and resets the others. */
  cutOff(): void {
    this.#release()?.close();
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

  #release(): Server | undefined {
    const server = this.#server;
    this.#server = undefined;
    return server;
  }

  #accept(socket: Socket): void {
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
