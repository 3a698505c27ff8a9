import type { Message } from '../hl7/message.js';
import { answerOpening } from './answer.js';
import { compose } from './compose.js';
import type { Envelope } from './facts.js';
import { orcAndTiming } from './order-group.js';
import type { MedicationAnswer } from './orp-o10.js';

/** Answer to RDE^O11 (RRE^O02 before 2.4). */
export function rreO12(envelope: Envelope, facts: MedicationAnswer): Message {
  const groups = facts.orders.flatMap((order) => orcAndTiming(order, envelope));
  return compose(envelope, 'RRE', 'O12', [...answerOpening(envelope, facts, facts.orders), ...groups], facts);
}
