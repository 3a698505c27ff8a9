import net, { type Server, type Socket } from 'node:net';
import tls from 'node:tls';
import type { Timer } from '../base/timer.js';
import { addressOf } from './address.js';
import { handshakeFailure } from './close-reason.js';
import type { Connection, ConnectionHandlers } from './connection.js';
import { asError } from './error-text.js';
import { type ListenFailure, listenFailure } from './listen-failure.js';
import { SocketConnection } from './socket-connection.js';
import { type ServerTls, serverTlsOptions, unusableTls } from './tls.js';
import { clientRefusal, type TlsReason, tlsReason } from './tls-reason.js';

const DEFAULT_HOST = '127.0.0.1';
const DEFAULT_MAX_CONNECTIONS = 1_024;
const SOCKET_OPTIONS = { allowHalfOpen: true, noDelay: true, keepAlive: true, keepAliveInitialDelay: 60_000 };

/** Times are nominal milliseconds; absent for no limit. */
export interface ListenOptions {
  /** 127.0.0.1 where absent. */
  readonly host?: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly tls?: ServerTls;
  /** Largest payload in bytes; 64 MiB where absent. */
  readonly maxFrameBytes?: number;
  /** Silence inside a frame after which the connection is closed without an answer. */
  readonly idleInFrameMs?: number;
  /** Silence after which a connection is closed. */
  readonly idleMs?: number;
  /** One more is reset and reported to `onClose`; 1,024 where absent. */
  readonly maxConnections?: number;
  readonly timer: Timer;
}

export type ListenResult = { readonly kind: 'listening'; readonly server: MllpServer } | ListenFailure;

export interface MllpServer {
  readonly port: number;
  readonly address: string;
  /** Those that carry data, in the order in which they opened. */
  readonly connections: readonly Connection[];
  /** Accepts no more, lets waiting writes finish, closes every connection and resolves when all are closed. */
  close(): Promise<void>;
  /** Accepts no more and resets every connection. */
  abort(): Promise<void>;
}

/** Opens a listener for frames. Never rejects: what can go wrong is a value with what, where and the remedy. */
export function listen(options: ListenOptions, handlers: ConnectionHandlers): Promise<ListenResult> {
  const host = options.host ?? DEFAULT_HOST;
  const { port } = options;
  return new Promise((resolve) => {
    const fail = (error: Error): void => resolve(listenFailure(error, host, port));
    let server: Server;
    try {
      server = options.tls
        ? tls.createServer({ ...SOCKET_OPTIONS, allowHalfOpen: false, ...serverTlsOptions(options.tls) })
        : net.createServer(SOCKET_OPTIONS);
    } catch (error) {
      resolve({ kind: 'failed', reason: 'error', message: unusableTls(`Cannot listen on ${host}:${port}`, error) });
      return;
    }
    const listener = new Listener(server, options, handlers);
    // Stays for the server's whole life: a failed accept concerns one connection, never the listener.
    server.on('error', fail);
    server.once('listening', () => resolve({ kind: 'listening', server: listener }));
    try {
      server.listen({ host, port });
    } catch (error) {
      fail(asError(error));
    }
  });
}

class Listener implements MllpServer {
  readonly #server: Server;
  readonly #options: ListenOptions;
  readonly #handlers: ConnectionHandlers;
  /** Also those whose TLS handshake is under way. By the peer's address, which is unique on one listener. */
  readonly #accepted = new Map<string, SocketConnection>();
  /** The same for all connections: with thousands of them closures of their own would show. */
  readonly #own: ConnectionHandlers = {
    onEvent: (event, connection) => this.#handlers.onEvent(event, connection),
    onOpen: (connection) => this.#handlers.onOpen?.(connection),
    onBegin: (chunk, connection) => this.#handlers.onBegin?.(chunk, connection),
    onClose: (reason, connection) => {
      if (this.#accepted.get(connection.remote) === connection) this.#accepted.delete(connection.remote);
      this.#handlers.onClose?.(reason, connection);
    },
  };

  constructor(server: Server, options: ListenOptions, handlers: ConnectionHandlers) {
    this.#server = server;
    this.#options = options;
    this.#handlers = handlers;
    server.on('connection', (raw) => this.#accept(raw));
    server.on('secureConnection', (socket: tls.TLSSocket) => this.#secured(socket));
    server.on('tlsClientError', (error: Error, socket: tls.TLSSocket) => {
      this.#accepted.get(peerOf(socket))?.handshakeFailed(handshakeFailure(tlsReason(error)));
    });
  }

  get port(): number {
    return this.#bound()?.port ?? this.#options.port;
  }

  get address(): string {
    return this.#bound()?.address ?? this.#options.host ?? DEFAULT_HOST;
  }

  get connections(): readonly Connection[] {
    return [...this.#accepted.values()].filter((connection) => connection.isOpen);
  }

  close(): Promise<void> {
    return this.#shut((connection) => connection.end());
  }

  abort(): Promise<void> {
    return this.#shut((connection) => connection.reset());
  }

  #accept(raw: Socket): void {
    const { maxConnections = DEFAULT_MAX_CONNECTIONS, tls: secured } = this.#options;
    const connection = new SocketConnection(raw, this.#options, this.#own);
    if (this.#accepted.size >= maxConnections) {
      connection.refuse({ kind: 'local', detail: `refused: the limit of ${maxConnections} connections is reached` });
    } else {
      this.#accepted.set(connection.remote, connection);
      if (secured === undefined) connection.open();
    }
  }

  /** A peer that has reset the connection by now has no address any more, and nobody waits for what it sent. */
  #secured(socket: tls.TLSSocket): void {
    const connection = this.#accepted.get(peerOf(socket));
    const refusal = this.#refusal(socket);
    if (refusal) connection?.handshakeFailed(handshakeFailure(refusal));
    if (connection === undefined || refusal) socket.destroy();
    else connection.open(whole(socket));
  }

  #refusal(socket: tls.TLSSocket): TlsReason | undefined {
    const { tls: secured } = this.#options;
    return secured?.requireClientCertificate ? clientRefusal(socket, secured.clientNames) : undefined;
  }

  async #shut(close: (connection: SocketConnection) => void): Promise<void> {
    const connections = [...this.#accepted.values()];
    const stopped = new Promise((resolve) => {
      this.#server.close(resolve);
    });
    for (const connection of connections) close(connection);
    await Promise.all([stopped, ...connections.map((connection) => connection.closed)]);
  }

  #bound(): net.AddressInfo | undefined {
    const address = this.#server.address();
    return address !== null && typeof address === 'object' ? address : undefined;
  }
}

/** Until the handshake is done a client that ends has given up; from then on it may wait for an answer. */
function whole(socket: tls.TLSSocket): tls.TLSSocket {
  socket.allowHalfOpen = true;
  return socket;
}

function peerOf(socket: Socket): string {
  return addressOf(socket.remoteAddress, socket.remotePort);
}
