import type { Timer } from '../base/timer.js';
import { never } from '../base/never.js';
import type { Message } from '../hl7/message.js';
import { readAcknowledgment } from '../hl7/acknowledgment.js';
import { parseMessage } from '../hl7/parse.js';
import { MllpClient, type ReplyResult } from '../mllp/client.js';
import type { WirePlan } from '../mllp/wire-plan.js';
import type { ExchangeBook } from './exchange-book.js';
import type { OutboundLink } from './link.js';
import type { LiveExchange } from './live-exchange.js';
import type { Scene } from './scene.js';
import type { Role } from './simulator.js';

/** One message to write: as bytes and as the plan of how these bytes reach the wire. */
export interface Parcel {
  readonly raw: Buffer;
  readonly message: Message | undefined;
  readonly scene: Scene;
  readonly plan?: WirePlan;
  readonly faults: readonly string[];
}

interface Job {
  readonly parcel: Parcel;
  readonly begun: (exchange: LiveExchange) => void;
}

export interface OutboxOptions {
  readonly role: Role;
  readonly link: OutboundLink;
  readonly linkName: string;
  readonly book: ExchangeBook;
  readonly timer: Timer;
  readonly onSettled: (exchange: LiveExchange) => void;
}

/** A simulator's outbound link: messages leave in the order in which they were posted. */
export class Outbox {
  readonly #options: OutboxOptions;
  readonly #client: MllpClient;
  readonly #waiting: Job[] = [];
  #onTheWay = 0;

  constructor(options: OutboxOptions) {
    this.#options = options;
    const { link, timer } = options;
    this.#client = new MllpClient(
      {
        host: link.host,
        port: link.port,
        ...(link.tls && { tls: link.tls }),
        mode: link.connection,
        depth: link.depth,
        connectTimeoutMs: link.connectTimeoutMs,
        replyTimeoutMs: link.replyTimeoutMs,
        correlate: { request: controlIdOf, reply: acknowledgedIdOf },
        timer,
      },
      { onUnsolicited: (event) => this.#onUnsolicited('payload' in event ? event.payload : Buffer.alloc(0), event.kind) },
    );
  }

  /** Resolves when the message begins to be written; its `settled` promise tells what became of it. */
  post(parcel: Parcel): Promise<LiveExchange> {
    return new Promise((begun) => {
      this.#waiting.push({ parcel, begun });
      this.#pump();
    });
  }

  async close(): Promise<void> {
    await this.#client.close();
  }

  #pump(): void {
    while (this.#onTheWay < this.#options.link.depth) {
      const job = this.#waiting.shift();
      if (job === undefined) return;
      this.#onTheWay++;
      void this.#carryOut(job).finally(() => {
        this.#onTheWay--;
        this.#pump();
      });
    }
  }

  async #carryOut({ parcel, begun }: Job): Promise<void> {
    const { book, role, linkName } = this.#options;
    const exchange = book.begin({ ...parcel, scenario: parcel.scene.id, role, direction: 'sent', link: linkName });
    begun(exchange);
    const result = await this.#client.request(parcel.raw, parcel.plan ? { plan: parcel.plan } : {});
    this.#record(exchange, result);
    this.#options.onSettled(exchange);
  }

  #record(exchange: LiveExchange, result: ReplyResult): void {
    const { book } = this.#options;
    switch (result.kind) {
      case 'reply':
        book.reply(exchange, result.payload, result.repliedAtMs - result.sentAtMs);
        return book.settle(exchange, 'acknowledged');
      case 'uncorrelated':
        book.reply(exchange, result.payload, 0);
        return book.settle(exchange, 'uncorrelated', 'the reply names another message in MSA-2');
      case 'timed-out':
        return book.settle(exchange, 'timed-out', `no acknowledgment within ${this.#options.link.replyTimeoutMs} ms`);
      case 'lost':
        return book.settle(exchange, 'connection-lost', result.reason.detail);
      case 'not-connected':
        return book.settle(exchange, 'connection-lost', result.message);
      case 'bad-frame':
        return book.settle(exchange, 'bad-frame', 'the reply was no complete MLLP frame');
      default:
        return never(result);
    }
  }

  #onUnsolicited(payload: Buffer, event: string): void {
    this.#options.book.wire(this.#options.linkName, undefined, `unsolicited ${event}`, payload);
  }
}

function controlIdOf(payload: Buffer): string {
  const parsed = parseMessage(payload);
  return parsed.kind === 'message' ? parsed.message.controlId : '';
}

function acknowledgedIdOf(payload: Buffer): string | undefined {
  const parsed = parseMessage(payload);
  return parsed.kind === 'message' ? readAcknowledgment(parsed.message)?.controlId : undefined;
}
