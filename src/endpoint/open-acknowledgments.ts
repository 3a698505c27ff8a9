import { readAcknowledgment } from '../hl7/acknowledgment.js';
import type { Message } from '../hl7/message.js';
import type { LiveExchange } from './live-exchange.js';

/** So many messages may wait for an application acknowledgment; the oldest are given up first. */
const MOST_OPEN = 10_000;

/**
 * Messages in enhanced mode that may still be acknowledged although nobody waits on their connection: the application
 * acknowledgment is a message of its own, and where MSH-15 says ER or SU silence is an answer too.
 */
export class OpenAcknowledgments {
  readonly #open = new Map<string, LiveExchange>();

  /** To be called before the message is written. */
  expect(exchange: LiveExchange): void {
    if (exchange.message === undefined || exchange.request === undefined) return;
    this.#open.set(exchange.message.controlId, exchange);
    const [oldest] = this.#open.keys();
    if (this.#open.size > MOST_OPEN && oldest !== undefined) this.#open.delete(oldest);
  }

  /** The message that an acknowledgment names and that has none of its stage yet; undefined where there is none. */
  find(acknowledgment: Message): LiveExchange | undefined {
    const read = readAcknowledgment(acknowledgment);
    const exchange = read && this.#open.get(read.controlId);
    return exchange?.[read?.code.startsWith('C') ? 'accept' : 'application'] === undefined ? exchange : undefined;
  }
}
