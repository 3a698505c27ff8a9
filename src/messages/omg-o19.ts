import type { Message } from '../hl7/message.js';
import { compose } from './compose.js';
import type { Envelope } from './facts.js';
import { observationRequest, specimens } from './observation-request.js';
import type { OrderFacts } from './orm-o01.js';
import { patientOfOrder } from './patient-group.js';

/** General clinical order. From 2.4. */
export function omgO19(envelope: Envelope, facts: OrderFacts): Message {
  const groups = facts.orders.flatMap((order, index) => [
    ...observationRequest(envelope, order, index + 1),
    ...specimens(envelope, order),
  ]);
  return compose(envelope, 'OMG', 'O19', [...patientOfOrder(facts), ...groups], facts);
}
