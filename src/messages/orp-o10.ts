import type { Message } from '../hl7/message.js';
import { type Answer, answerOpening } from './answer.js';
import { compose } from './compose.js';
import type { Envelope, MedicationOrder } from './facts.js';
import { medicationRequest } from './order-group.js';

export interface MedicationAnswer extends Answer {
  readonly orders: readonly MedicationOrder[];
}

/** Answer to OMP^O09. From 2.4. */
export function orpO10(envelope: Envelope, facts: MedicationAnswer): Message {
  const groups = facts.orders.flatMap((order) => medicationRequest(order, envelope));
  return compose(envelope, 'ORP', 'O10', [...answerOpening(envelope, facts), ...groups], facts);
}
