import type { Message } from '../../src/hl7/message.js';
import type { AnswerTo, Envelope, ObservationOrder } from '../../src/messages/facts.js';
import type { ImagingOrder } from '../../src/messages/omi-o23.js';
import { orgO20 } from '../../src/messages/org-o20.js';
import { oriO24 } from '../../src/messages/ori-o24.js';
import { orlO22 } from '../../src/messages/orl-o22.js';
import { orrO02 } from '../../src/messages/orr-o02.js';
import type { Patient } from '../../src/population/facts.js';

/** The order-level answer to a request for services (ORM, OML, OMG, OMI): `orders` carry the answers in ORC-1. */
export function serviceAnswer(
  trigger: Message,
  envelope: Envelope,
  answers: AnswerTo,
  patient: Patient,
  orders: readonly ObservationOrder[],
): Message {
  const facts = { answers, patient, orders };
  switch (trigger.type.code) {
    case 'OML':
      return orlO22(envelope, facts);
    case 'OMG':
      return orgO20(envelope, facts);
    case 'OMI':
      return oriO24(envelope, { ...facts, orders: orders.map(withImaging) });
    default:
      return orrO02(envelope, facts);
  }
}

/** ORI requires IPC; an order that was refused has no numbers of its own. */
function withImaging(order: ObservationOrder): ImagingOrder {
  const none = order.numbers.filler ?? order.numbers.placer ?? { id: '', namespace: '' };
  const imaging = {
    accession: none,
    requestedProcedure: none,
    studyInstanceUid: '',
    scheduledStep: none,
    modality: '',
  };
  return { imaging, ...order };
}
