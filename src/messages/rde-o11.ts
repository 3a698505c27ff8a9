import type { Message } from '../hl7/message.js';
import { compose } from './compose.js';
import type { Envelope } from './facts.js';
import type { MedicationFacts } from './omp-o09.js';
import { orderNotes } from './order-notes.js';
import { patientOfOrder } from './patient-group.js';
import { orc } from './segments/orc.js';
import { rxc } from './segments/rxc.js';
import { rxe } from './segments/rxe.js';
import { rxr } from './segments/rxr.js';
import { timingStyle, tq1 } from './timing.js';

/**
 * Encoded order: what the pharmacy made of it (RDE^O01 before 2.4). From 2.5 the notes follow RXE and TQ1 is required
 * there; before, RXE-1 holds the timing and notes have a place in the header only.
 */
export function rdeO11(envelope: Envelope, facts: MedicationFacts): Message {
  const timing = timingStyle(envelope.version);
  const isWide = timing === 'tq1';
  const groups = facts.orders.flatMap((order) => [
    orc(order, envelope, timing),
    rxe(order, timing),
    ...(isWide ? [...orderNotes(order), ...tq1(order)] : []),
    rxr(order),
    ...rxc(order),
  ]);
  const notes = isWide ? [] : orderNotes(...facts.orders);
  return compose(envelope, 'RDE', 'O11', [...notes, ...patientOfOrder(facts), ...groups], facts);
}
