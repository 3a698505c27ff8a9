import type { Message } from '../hl7/message.js';
import { type Answer, answerOpening } from './answer.js';
import { compose } from './compose.js';
import type { Dispense, Envelope } from './facts.js';
import { orcAndTiming } from './order-group.js';
import { rxd } from './segments/rxd.js';
import { rxr } from './segments/rxr.js';

export interface DispenseAnswer extends Answer {
  readonly dispenses: readonly Dispense[];
}

/** Answer to RDS^O13 (RRD^O02 before 2.4). */
export function rrdO14(envelope: Envelope, facts: DispenseAnswer): Message {
  const groups = facts.dispenses.flatMap((dispense) => [
    ...orcAndTiming(dispense.order, envelope),
    rxd(dispense),
    rxr(dispense.order),
  ]);
  const orders = facts.dispenses.map(({ order }) => order);
  return compose(envelope, 'RRD', 'O14', [...answerOpening(envelope, facts, orders), ...groups], facts);
}
