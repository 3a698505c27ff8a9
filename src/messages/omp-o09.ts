import type { Message } from '../hl7/message.js';
import { compose, type Extra } from './compose.js';
import type { Envelope, MedicationOrder } from './facts.js';
import { medicationRequest } from './order-group.js';
import { type PatientFacts, patientOfOrder } from './patient-group.js';

export interface MedicationFacts extends PatientFacts, Extra {
  readonly orders: readonly MedicationOrder[];
}

/** Pharmacy order: what the prescriber asks for. From 2.4. */
export function ompO09(envelope: Envelope, facts: MedicationFacts): Message {
  const groups = facts.orders.flatMap((order) => medicationRequest(order, envelope));
  return compose(envelope, 'OMP', 'O09', [...patientOfOrder(facts), ...groups], facts);
}
