import type { Message } from '../hl7/message.js';
import { answerOpening } from './answer.js';
import { compose } from './compose.js';
import type { Envelope } from './facts.js';
import { orcAndObr, specimens } from './observation-request.js';
import type { OrderAnswer } from './orr-o02.js';

/** Answer to OML^O21. The orders stand inside the patient's group, so PID is never left out. From 2.4. */
export function orlO22(envelope: Envelope, facts: OrderAnswer): Message {
  const groups = facts.orders.flatMap((order, index) => [
    ...orcAndObr(envelope, order, index + 1),
    ...specimens(envelope, order),
  ]);
  return compose(envelope, 'ORL', 'O22', [...answerOpening(envelope, facts, facts.orders), ...groups], facts);
}
