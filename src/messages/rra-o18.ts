import type { Message } from '../hl7/message.js';
import { type Answer, answerOpening } from './answer.js';
import { compose } from './compose.js';
import type { Administration, Envelope } from './facts.js';
import { orcAndTiming } from './order-group.js';
import { rxa } from './segments/rxa.js';
import { rxr } from './segments/rxr.js';

export interface AdministrationAnswer extends Answer {
  readonly administrations: readonly Administration[];
}

/** Answer to RAS^O17 (RRA^O02 before 2.4). */
export function rraO18(envelope: Envelope, facts: AdministrationAnswer): Message {
  const groups = facts.administrations.flatMap((administration) => [
    ...orcAndTiming(administration.order, envelope),
    rxa(administration),
    rxr(administration.order),
  ]);
  const orders = facts.administrations.map(({ order }) => order);
  return compose(envelope, 'RRA', 'O18', [...answerOpening(envelope, facts, orders), ...groups], facts);
}
