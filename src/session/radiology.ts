import { findOrder } from '../../simulators/filler/filler-state.js';
import type { RisCommand } from '../../simulators/ris/commands.js';
import type { ImagingOrder } from '../../simulators/ris/ris-state.js';
import type { LiveExchange } from '../endpoint/live-exchange.js';
import type { ObservationValue } from '../messages/facts.js';
import { findImaging } from '../population/catalogue/imaging.js';
import type { KnownOrder } from './cast.js';
import { expectHeld } from './order-state.js';
import { fromNow } from './ordering.js';
import { recordAt } from './record-at.js';
import type { Session } from './session.js';
import { HarnessError } from './trouble.js';

/** What radiology does with an order, the order itself apart. */
type Work = RisCommand extends infer Command
  ? Command extends RisCommand
    ? Omit<Command, 'patient' | 'order'>
    : never
  : never;

/** Radiology works on an order, once the order has reached it. */
async function work(session: Session, order: KnownOrder, task: Work): Promise<LiveExchange> {
  await expectHeld(session, order);
  // After a merge of which radiology knows, the patient goes by the survivor's number.
  const patient = recordAt(session, 'ris', order.guest).care.patient ?? order.guest.patient;
  const sent = await session.act('ris', { ...task, patient, order: order.placer } as RisCommand);
  const last = sent.at(-1);
  if (last === undefined) throw new HarnessError('an action of radiology without a message');
  return last;
}

/** The order as radiology holds it. */
export function examinationOf(session: Session, order: KnownOrder): ImagingOrder {
  const found = findOrder<ImagingOrder>(recordAt(session, 'ris', order.guest).orders, order.placer);
  if (found === undefined) throw new HarnessError(`radiology does not hold the order "${order.name}"`);
  return found;
}

/** SC with the time of the examination, `inMs` nominal milliseconds from now; with an appointment also SIU^S12. */
export function schedule(session: Session, order: KnownOrder, inMs: number, appointment = false) {
  return work(session, order, { kind: 'schedule', at: fromNow(session, inMs), appointment });
}

/** SC with the new time and SIU^S13: so many nominal milliseconds later than it was. */
export function postpone(session: Session, order: KnownOrder, byMs: number): Promise<LiveExchange> {
  const { appointment } = examinationOf(session, order);
  if (appointment === undefined) throw new HarnessError(`nothing is booked for "${order.name}"`);
  return work(session, order, { kind: 'reschedule', at: new Date(appointment.startAt.getTime() + byMs) });
}

/** SIU^S15: the order itself stays. */
export function cancelAppointment(session: Session, order: KnownOrder, reason: string): Promise<LiveExchange> {
  return work(session, order, { kind: 'cancel-appointment', reason });
}

/** SC with ORC-5 IP. */
export function receivePatient(session: Session, order: KnownOrder): Promise<LiveExchange> {
  return work(session, order, { kind: 'arrive' });
}

/** SC with ORC-5 CM; with a charge also DFT^P03. */
export function complete(session: Session, order: KnownOrder, charge = false): Promise<LiveExchange> {
  return work(session, order, { kind: 'complete', charge });
}

/** ORU^R01 with OBR-25 P or F. Without a text, what a radiologist might write about such an examination. */
export function report(session: Session, order: KnownOrder, as: 'preliminary' | 'final', text?: string) {
  return work(session, order, { kind: 'report', as, ...(text !== undefined && { text: text.split('\n') }) });
}

/** A signed report as formatted text (FT): line breaks become `\.br\`. */
export function reportFormatted(session: Session, order: KnownOrder, text: string): Promise<LiveExchange> {
  const content: ObservationValue = { type: 'FT', text };
  return work(session, order, { kind: 'report', as: 'final', content });
}

/** The signed report once as a result and once as a document (MDM^T02). */
export function reportAsDocument(session: Session, order: KnownOrder, text: string): Promise<LiveExchange> {
  return work(session, order, { kind: 'report', as: 'final', text: text.split('\n'), document: true });
}

/** OBR-25 C: the addendum follows the signed text. */
export function addAddendum(session: Session, order: KnownOrder, text: string): Promise<LiveExchange> {
  return work(session, order, { kind: 'add-addendum', text });
}

/** OBR-25 C and OBX-11 C: another text in the place of the report's last part. */
export function correctReport(session: Session, order: KnownOrder, text: string): Promise<LiveExchange> {
  return work(session, order, { kind: 'correct-report', text });
}

/** OC; SIU^S26 where there is an appointment. */
export function noShow(session: Session, order: KnownOrder): Promise<LiveExchange> {
  return work(session, order, { kind: 'no-show' });
}

/** OC; SIU^S15 where there is an appointment. */
export function cancelExamination(session: Session, order: KnownOrder, reason: string): Promise<LiveExchange> {
  return work(session, order, { kind: 'cancel-by-radiology', reason });
}

/** XO: another examination than the one that was ordered. */
export function examineInstead(session: Session, order: KnownOrder, name: string, reason: string) {
  return work(session, order, { kind: 'change-examination', procedure: findImaging(name), reason });
}
