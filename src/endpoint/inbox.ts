import type { Timer } from '../base/timer.js';
import type { Finding } from '../evidence/finding.js';
import { isBatch, splitBatch } from '../hl7/batch.js';
import type { Message } from '../hl7/message.js';
import { parseMessage } from '../hl7/parse.js';
import { type BadServer, badServer } from '../mllp/bad-tls.js';
import { committing } from '../mllp/committed-connection.js';
import type { CloseReason, Connection } from '../mllp/connection.js';
import type { FrameEvent } from '../mllp/frame-event.js';
import { type ListenResult, listen, type MllpServer } from '../mllp/server.js';
import { BatchAnswers } from './batch-answers.js';
import type { ExchangeBook } from './exchange-book.js';
import type { FaultBox } from './fault-box.js';
import { type InboundLink, linkNames } from './link.js';
import type { LiveExchange } from './live-exchange.js';
import type { OpenResult } from './port-gate.js';
import type { Scenes } from './scene.js';
import type { Role } from './simulator.js';

export interface InboxOptions {
  readonly role: Role;
  readonly link: InboundLink;
  readonly book: ExchangeBook;
  readonly scenes: Scenes;
  readonly timer: Timer;
  /** A message came in; the receiver answers on the connection. */
  readonly onMessage: (message: Message, exchange: LiveExchange, connection: Connection) => void;
  /** What new connections and the reading of messages suffer. */
  readonly faults: () => Pick<FaultBox, 'onConnection' | 'onBegin' | 'wereReading'>;
}

/**
 * Takes messages past the simulator: gives the frame that answers a message, or undefined for one that it leaves alone. What it
 * takes is in no book and no journal. The payload is good until the function returns.
 */
export type Diversion = (payload: Buffer) => Buffer | undefined;

/** A message that comes after its scenario has ended, as from an engine that re-sends late. */
const LATE: Finding = {
  section: 'workflow',
  classification: 'Informational',
  category: 'Late',
  code: 'late-message',
  message:
    'the message arrived after its scenario had ended: the system under test may have sent it again, or held it back',
};

/** A connection that came to nothing, as the evidence calls it. */
const NO_TLS = 'no TLS session';

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
  #standby: MllpServer | undefined;
  #port: number;
  #standbyPort: number | undefined;
  #diversion: Diversion | undefined;
  /** The last opening or shutting: the next one waits for it. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: InboxOptions) {
    this.#options = options;
    this.#port = options.link.port;
    this.#standbyPort = options.link.standbyPort;
  }

  get #linkName(): string {
    return linkNames(this.#options.role).inbound;
  }

  /** The port that is bound, also while the listener is shut. */
  get port(): number {
    return this.#port;
  }

  /** The same of the second address; undefined where there is none. */
  get standbyPort(): number | undefined {
    return this.#standbyPort;
  }

  /** Asks somebody else about every message first; nobody where undefined. */
  divert(diversion: Diversion | undefined): void {
    this.#diversion = diversion;
  }

  /** Listens; does nothing where it listens already. `bad`: with TLS that is wrong. */
  open(bad?: BadServer): Promise<OpenResult> {
    return this.#inTurn(() => this.#listen(bad));
  }

  /** Stops listening and drops the connections at once, as a system that goes down does; `first` leaves the standby alone. */
  shut(which: 'all' | 'first' = 'all'): Promise<void> {
    return this.#inTurn(async () => {
      await this.#server?.abort();
      this.#server = undefined;
      if (which === 'first') return;
      await this.#standby?.abort();
      this.#standby = undefined;
    });
  }

  #inTurn<T>(action: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(action);
    this.#turn = done;
    return done;
  }

  async #listen(bad?: BadServer): Promise<OpenResult> {
    if (this.#server === undefined) {
      const first = await this.#listenOn(this.#port, bad);
      if (first.kind === 'failed') return { kind: 'failed', message: first.message };
      this.#server = first.server;
      this.#port = first.server.port;
    }
    if (this.#standby === undefined && this.#standbyPort !== undefined) {
      const second = await this.#listenOn(this.#standbyPort, bad);
      if (second.kind === 'failed') return { kind: 'failed', message: second.message };
      this.#standby = second.server;
      this.#standbyPort = second.server.port;
    }
    return { kind: 'open' };
  }

  async #listenOn(port: number, bad: BadServer | undefined): Promise<ListenResult> {
    const { link, timer, faults } = this.#options;
    const handlers = {
      onEvent: (event: FrameEvent, from: Connection) => this.#onEvent(event, from),
      onOpen: (connection: Connection) => faults().onConnection(connection),
      onBegin: (chunk: Buffer, connection: Connection) => faults().onBegin(chunk, connection),
      // A peer that has finished the handshake before it looks at our certificate just goes away.
      onClose: ({ kind, detail }: CloseReason) => {
        if (bad !== undefined || kind === 'tls') this.#onWire(`${NO_TLS}: ${detail}`, Buffer.alloc(0));
      },
    };
    const { host, idleInFrameMs, commit, laboratory } = link;
    const tls = bad === undefined || link.tls === undefined ? link.tls : badServer(bad, link.tls, laboratory);
    return listen(
      { host, port, ...(tls && { tls }), idleInFrameMs, timer },
      commit ? committing(handlers, commit, timer).handlers : handlers,
    );
  }

  #onEvent(event: FrameEvent, connection: Connection): void {
    const answer = event.kind === 'frame' ? this.#diversion?.(event.payload) : undefined;
    if (answer !== undefined) connection.post([{ kind: 'write', bytes: answer }], () => {});
    else if (event.kind === 'frame') this.#onFrame(event.payload, connection);
    else this.#onWire(describe(event), 'bytes' in event ? event.bytes : Buffer.alloc(0));
  }

  #onWire(event: string, bytes: Buffer): void {
    this.#options.book.wire(this.#linkName, this.#options.scenes.current().id, event, bytes);
  }

  #onFrame(payload: Buffer, connection: Connection): void {
    if (isBatch(payload)) this.#onBatch(payload, connection);
    else this.#onMessage(payload, connection);
  }

  /** Each message of a batch by itself, and one batch with what is said about them; one that is wrong is no batch. */
  #onBatch(payload: Buffer, connection: Connection): void {
    const { header, batches, messages, defects } = splitBatch(payload);
    const [defect] = defects;
    if (defect) {
      this.#onWire(`unusable batch: ${defect.reason}`, payload);
      return;
    }
    const batchId = (batches[0]?.header ?? header)?.get('11') ?? '';
    const answers = new BatchAnswers(connection, messages.length, batchId);
    for (const [n, { bytes }] of messages.entries()) {
      const exchange = this.#onMessage(bytes, answers.lineFor(n));
      if (exchange) answers.watch(n, exchange);
      else answers.skip();
    }
  }

  #onMessage(payload: Buffer, connection: Connection): LiveExchange | undefined {
    const { book, role, scenes, faults } = this.#options;
    const parsed = parseMessage(payload);
    if (parsed.kind === 'malformed') {
      this.#onWire(`unparsable message: ${parsed.defects[0]?.reason ?? 'unreadable'}`, payload);
      return undefined;
    }
    const { message } = parsed;
    const scene = scenes.ofMessage(message);
    const exchange = book.begin({
      scenario: scene.id,
      role,
      direction: 'received',
      link: this.#linkName,
      raw: payload,
      faults: faults().wereReading(connection),
      message,
    });
    if (scene.id === undefined) book.finding(UNCLAIMED, undefined, exchange);
    else if (scene.closed) book.finding(LATE, scene.id, exchange);
    this.#options.onMessage(message, exchange, connection);
    return exchange;
  }
}

function describe(event: FrameEvent): string {
  return event.kind === 'junk' ? `junk ${event.where}` : event.kind;
}
