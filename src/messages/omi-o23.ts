import type { Message } from '../hl7/message.js';
import { compose, type Extra } from './compose.js';
import type { Envelope, ImagingNumbers, ObservationOrder } from './facts.js';
import { observationRequest } from './observation-request.js';
import { type PatientFacts, patientOfOrder } from './patient-group.js';
import { ipc } from './segments/ipc.js';

/** OMI and ORI require IPC, so the numbers must be there. */
export type ImagingOrder = ObservationOrder & { readonly imaging: ImagingNumbers };

export interface ImagingFacts extends PatientFacts, Extra {
  readonly orders: readonly ImagingOrder[];
}

/** Imaging order. From 2.5. */
export function omiO23(envelope: Envelope, facts: ImagingFacts): Message {
  const groups = facts.orders.flatMap((order, index) => [
    ...observationRequest(envelope, order, index + 1, 'ipc'),
    ipc(order.imaging),
  ]);
  return compose(envelope, 'OMI', 'O23', [...patientOfOrder(facts), ...groups], facts);
}
