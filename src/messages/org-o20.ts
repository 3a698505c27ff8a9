import type { Message } from '../hl7/message.js';
import { answerOpening } from './answer.js';
import { compose } from './compose.js';
import type { Envelope } from './facts.js';
import { orcAndObr, specimens } from './observation-request.js';
import { orderNotes } from './order-notes.js';
import type { OrderAnswer } from './orr-o02.js';

/** Answer to OMG^O19. From 2.4. */
export function orgO20(envelope: Envelope, facts: OrderAnswer): Message {
  const groups = facts.orders.flatMap((order, index) => [
    ...orcAndObr(envelope, order, index + 1),
    ...orderNotes(order),
    ...specimens(envelope, order),
  ]);
  return compose(envelope, 'ORG', 'O20', [...answerOpening(envelope, facts), ...groups], facts);
}
