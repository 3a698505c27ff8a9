import type { Message } from '../../src/hl7/message.js';
import { answerOpening } from '../../src/messages/answer.js';
import { compose } from '../../src/messages/compose.js';
import type { AnswerTo, Envelope, MedicationOrder } from '../../src/messages/facts.js';
import { versionsOf } from '../../src/messages/message-type.js';
import { orderNotes } from '../../src/messages/order-notes.js';
import { type MedicationAnswer, orpO10 } from '../../src/messages/orp-o10.js';
import { rreO12 } from '../../src/messages/rre-o12.js';
import { orc } from '../../src/messages/segments/orc.js';
import { rxo } from '../../src/messages/segments/rxo.js';
import type { Patient } from '../../src/population/facts.js';

/** The order-level answer to a prescription (OMP, ORM, RDE): `orders` carry the answers in ORC-1. */
export function medicationAnswer(
  trigger: Message,
  envelope: Envelope,
  answers: AnswerTo,
  patient: Patient,
  orders: readonly MedicationOrder[],
): Message {
  const facts = { answers, patient, orders };
  switch (trigger.type.code) {
    case 'ORM':
      return orrO02(envelope, facts);
    case 'RDE':
      return rreO12(envelope, facts);
    default:
      return orpO10(sinceOrp(envelope), facts);
  }
}

/** ORP came with 2.4, as did the OMP that it answers: the link's own version may be older. */
function sinceOrp(envelope: Envelope): Envelope {
  return versionsOf('ORP').includes(envelope.version) ? envelope : { ...envelope, version: '2.5.1' };
}

/** ORR^O02 with RXO: the answer to a prescription that came as ORM^O01. Neither has a place for TQ1 or RXR. */
function orrO02(envelope: Envelope, facts: MedicationAnswer): Message {
  const groups = facts.orders.flatMap((order) => [orc(order, envelope, 'tq'), rxo(order), ...orderNotes(order)]);
  return compose(envelope, 'ORR', 'O02', [...answerOpening(envelope, facts), ...groups], facts);
}
