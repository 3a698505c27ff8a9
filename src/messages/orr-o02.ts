import type { Message } from '../hl7/message.js';
import { type Answer, answerOpening } from './answer.js';
import { compose } from './compose.js';
import type { Envelope, ObservationOrder } from './facts.js';
import { orderNotes } from './order-notes.js';
import { obr } from './segments/obr.js';
import { orc } from './segments/orc.js';

export interface OrderAnswer extends Answer {
  readonly orders: readonly ObservationOrder[];
}

/** Answer to ORM^O01. */
export function orrO02(envelope: Envelope, facts: OrderAnswer): Message {
  const groups = facts.orders.flatMap((order, index) => [
    orc(order, envelope, 'tq'),
    obr(order, { setId: index + 1, timing: 'tq', specimenIn: 'obr' }),
    ...orderNotes(order),
  ]);
  return compose(envelope, 'ORR', 'O02', [...answerOpening(envelope, facts), ...groups], facts);
}
