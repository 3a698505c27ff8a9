import type { Timer } from '../base/timer.js';
import type { Finding } from '../evidence/finding.js';
import type { Message } from '../hl7/message.js';
import { parseMessage } from '../hl7/parse.js';
import { committing } from '../mllp/committed-connection.js';
import type { Connection } from '../mllp/connection.js';
import type { FrameEvent } from '../mllp/frame-event.js';
import { listen, type MllpServer } from '../mllp/server.js';
import type { ExchangeBook } from './exchange-book.js';
import type { InboundLink } from './link.js';
import type { LiveExchange } from './live-exchange.js';
import type { Scenes } from './scene.js';
import type { Role } from './simulator.js';

export interface InboxOptions {
  readonly role: Role;
  readonly link: InboundLink;
  readonly linkName: string;
  readonly book: ExchangeBook;
  readonly scenes: Scenes;
  readonly timer: Timer;
  /** A message came in; the receiver answers on the connection. */
  readonly onMessage: (message: Message, exchange: LiveExchange, connection: Connection) => void;
  /** A connection was accepted; a fault may close it at once. */
  readonly onOpen: (connection: Connection) => void;
}

/**
 * Takes messages past the simulator: gives the frame that answers a message, or undefined for one that it leaves alone. What it
 * takes is in no book and no journal. The payload is good until the function returns.
 */
export type Diversion = (payload: Buffer) => Buffer | undefined;

export type OpenResult = { readonly kind: 'open' } | { readonly kind: 'failed'; readonly message: string };

/** A message that comes after its scenario has ended, as from an engine that re-sends late. */
const LATE: Finding = {
  section: 'workflow',
  classification: 'Informational',
  category: 'Late',
  code: 'late-message',
  message:
    'the message arrived after its scenario had ended: the system under test may have sent it again, or held it back',
};

const UNCLAIMED: Finding = {
  section: 'workflow',
  classification: 'Alert',
  category: 'Unclaimed',
  code: 'unclaimed-message',
  message:
    'no scenario of this run has made any identifier of the message: look for other traffic on the system under test',
};

/** A simulator's listener: every frame becomes an exchange, everything else on the wire becomes evidence. */
export class Inbox {
  readonly #options: InboxOptions;
  #server: MllpServer | undefined;
  #port: number;
  #diversion: Diversion | undefined;
  /** The last opening or shutting: the next one waits for it. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: InboxOptions) {
    this.#options = options;
    this.#port = options.link.port;
  }

  /** The port that is bound, also while the listener is shut. */
  get port(): number {
    return this.#port;
  }

  /** Asks somebody else about every message first; nobody where undefined. */
  divert(diversion: Diversion | undefined): void {
    this.#diversion = diversion;
  }

  /** Listens; does nothing where it listens already. */
  open(): Promise<OpenResult> {
    return this.#inTurn(() => this.#listen());
  }

  /** Stops listening and drops the connections at once, as a system that goes down does. */
  shut(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#server?.abort();
      this.#server = undefined;
    });
  }

  #inTurn<T>(action: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(action);
    this.#turn = done;
    return done;
  }

  async #listen(): Promise<OpenResult> {
    if (this.#server) return { kind: 'open' };
    const { link, timer, onOpen } = this.#options;
    const handlers = { onEvent: (event: FrameEvent, to: Connection) => this.#onEvent(event, to), onOpen };
    const result = await listen(
      {
        host: link.host,
        port: this.#port,
        ...(link.tls && { tls: link.tls }),
        idleInFrameMs: link.idleInFrameMs,
        timer,
      },
      link.commit ? committing(handlers, link.commit, timer).handlers : handlers,
    );
    if (result.kind === 'failed') return { kind: 'failed', message: result.message };
    this.#server = result.server;
    this.#port = result.server.port;
    return { kind: 'open' };
  }

  #onEvent(event: FrameEvent, connection: Connection): void {
    const answer = event.kind === 'frame' ? this.#diversion?.(event.payload) : undefined;
    if (answer !== undefined) connection.post([{ kind: 'write', bytes: answer }], () => {});
    else if (event.kind === 'frame') this.#onFrame(event.payload, connection);
    else this.#onWire(describe(event), 'bytes' in event ? event.bytes : Buffer.alloc(0));
  }

  #onWire(event: string, bytes: Buffer): void {
    this.#options.book.wire(this.#options.linkName, this.#options.scenes.current().id, event, bytes);
  }

  #onFrame(payload: Buffer, connection: Connection): void {
    const { book, role, linkName, scenes } = this.#options;
    const parsed = parseMessage(payload);
    if (parsed.kind === 'malformed') {
      this.#onWire(`unparsable message: ${parsed.defects[0]?.reason ?? 'unreadable'}`, payload);
      return;
    }
    const { message } = parsed;
    const scene = scenes.ofMessage(message);
    const exchange = book.begin({
      scenario: scene.id,
      role,
      direction: 'received',
      link: linkName,
      raw: payload,
      message,
    });
    if (scene.id === undefined) book.finding(UNCLAIMED, undefined, exchange);
    else if (scene.closed) book.finding(LATE, scene.id, exchange);
    this.#options.onMessage(message, exchange, connection);
  }
}

function describe(event: FrameEvent): string {
  return event.kind === 'junk' ? `junk ${event.where}` : event.kind;
}
