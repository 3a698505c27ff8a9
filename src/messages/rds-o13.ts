import type { Message } from '../hl7/message.js';
import { compose, type Extra } from './compose.js';
import type { Dispense, Envelope } from './facts.js';
import { orcAndTiming } from './order-group.js';
import { type PatientFacts, patientOfDose } from './patient-group.js';
import { rxc } from './segments/rxc.js';
import { rxd } from './segments/rxd.js';
import { rxr } from './segments/rxr.js';

export interface DispenseFacts extends PatientFacts, Extra {
  readonly dispenses: readonly Dispense[];
}

/** Dispense (RDS^O01 before 2.4). ORC-2 and ORC-3 are those of the order; RXD-1 makes the dispense unique. */
export function rdsO13(envelope: Envelope, facts: DispenseFacts): Message {
  const groups = facts.dispenses.flatMap((dispense) => [
    ...orcAndTiming(dispense.order, envelope),
    rxd(dispense),
    rxr(dispense.order),
    ...rxc(dispense.order),
  ]);
  return compose(envelope, 'RDS', 'O13', [...patientOfDose(facts), ...groups], facts);
}
