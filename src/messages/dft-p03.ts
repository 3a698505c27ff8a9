import type { Message } from '../hl7/message.js';
import { compose, type Extra } from './compose.js';
import type { Charge, Envelope } from './facts.js';
import { type PatientFacts, patientAndVisit } from './patient-group.js';
import { dg1 } from './segments/dg1.js';
import { type EventFacts, evn } from './segments/evn.js';
import { ft1 } from './segments/ft1.js';
import { in1 } from './segments/in1.js';

export interface ChargeFacts extends PatientFacts, EventFacts, Extra {
  readonly charges: readonly Charge[];
}

/** Charges, one FT1 each. From 2.3.1. */
export function dftP03(envelope: Envelope, facts: ChargeFacts): Message {
  const body = [
    evn(envelope, 'P03', facts),
    ...patientAndVisit(facts),
    ...facts.charges.map(ft1),
    ...dg1(facts.visit?.diagnoses, 'W'),
    ...facts.patient.insurance.map(in1),
  ];
  return compose(envelope, 'DFT', 'P03', body, facts);
}
