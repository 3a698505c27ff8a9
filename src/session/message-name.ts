import type { LiveExchange } from '../endpoint/live-exchange.js';
import type { Message } from '../hl7/message.js';

/** `ORU^R01`: code and trigger event of MSH-9. */
export function typeOf({ type }: Message): string {
  return `${type.code}^${type.trigger}`;
}

/** `ORU^R01 LC12345 (x7)`: a message as failures speak of it, with its anchor in the evidence. */
export function nameOf(message: Message, { id }: Pick<LiveExchange, 'id'>): string {
  return `${typeOf(message)} ${message.controlId} (${id})`;
}

/** The same for a message that a fault may have made unreadable. */
export function nameOfSent(exchange: Pick<LiveExchange, 'id' | 'message'>): string {
  return exchange.message ? nameOf(exchange.message, exchange) : `the bytes of ${exchange.id}`;
}
