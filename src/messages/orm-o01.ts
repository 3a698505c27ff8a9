import type { Message } from '../hl7/message.js';
import { compose, type Extra } from './compose.js';
import type { Envelope, ObservationOrder } from './facts.js';
import { observationGroups } from './observations.js';
import { orderNotes } from './order-notes.js';
import { type PatientFacts, patientOfOrder } from './patient-group.js';
import { dg1 } from './segments/dg1.js';
import { obr } from './segments/obr.js';
import { orc } from './segments/orc.js';
import { zds } from './segments/zds.js';

export interface OrderFacts extends PatientFacts, Extra {
  readonly orders: readonly ObservationOrder[];
}

/** General order: requests of a placer (NW, CA ...) and news from a filler (SC, OC, SN ...). Timing stays in ORC-7. */
export function ormO01(envelope: Envelope, facts: OrderFacts): Message {
  const { version } = envelope;
  const groups = facts.orders.flatMap((order, index) => [
    orc(order, envelope, 'tq'),
    obr(order, { setId: index + 1, timing: 'tq', specimenIn: 'obr' }),
    ...orderNotes(order),
    ...dg1(order.diagnoses, 'W'),
    ...observationGroups(order.questions, { version }),
    ...zds(order.imaging),
  ]);
  return compose(envelope, 'ORM', 'O01', [...patientOfOrder(facts), ...groups], facts);
}
