import { AssertionError } from 'node:assert';
import type { ImagingNumbers } from '../messages/facts.js';
import { type Arrival, arrivals } from './arrival.js';
import type { KnownOrder } from './cast.js';
import { examinationOf } from './radiology.js';
import type { Session } from './session.js';

/** Every message about the order that reached the EHR names the accession that radiology gave (OBR-18 or IPC-1). */
export function expectAccession(session: Session, order: KnownOrder): void {
  const told = messagesAbout(session, order);
  const id = given(session, order)?.accession.id ?? told.map(accessionOf).find(Boolean) ?? 'a number';
  const problems = told.flatMap((arrival) => differs(arrival, 'accession', accessionOf(arrival), id));
  judge(order, told.length > 0 ? problems : ['  no message about the order has reached the EHR']);
}

/** The same, and those messages that have a place for the study (ZDS-1 of ORM, IPC-3) name the one that radiology gave. */
export function expectAccessionAndStudy(session: Session, order: KnownOrder): void {
  expectAccession(session, order);
  const told = messagesAbout(session, order).filter(namesStudy);
  const studyInstanceUid = given(session, order)?.studyInstanceUid ?? told.map(studyOf).find(Boolean) ?? 'a study';
  const problems = told.flatMap((arrival) => differs(arrival, 'study', studyOf(arrival), studyInstanceUid));
  judge(order, told.length > 0 ? problems : ['  no message that names the study has reached the EHR']);
}

/** The numbers as radiology holds them; where it is the system under test, the first that it told count. */
function given(session: Session, order: KnownOrder): ImagingNumbers | undefined {
  return session.stage.players.ris && examinationOf(session, order).imaging;
}

function messagesAbout(session: Session, order: KnownOrder): readonly Arrival[] {
  const where: Parameters<typeof arrivals>[1]['where'] = (message) => message.get('ORC-2.1') === order.placer.id;
  return arrivals(session, { at: 'ehr', replies: true, where, description: 'messages about the order' });
}

function accessionOf({ message }: Arrival): string | undefined {
  return message.get('IPC-1.1') ?? message.get('OBR-18');
}

/** News of an order (ORM) carry ZDS; answers and reports have no place for it unless they have IPC. */
function namesStudy({ message }: Arrival): boolean {
  return message.type.code === 'ORM' || message.first('IPC') !== undefined;
}

function studyOf({ message }: Arrival): string | undefined {
  return message.get('IPC-3') ?? message.get('ZDS-1.1');
}

function differs(
  { message, exchange }: Arrival,
  what: string,
  actual: string | undefined,
  expected: string,
): readonly string[] {
  if (actual === expected) return [];
  return [`  ${what}: expected ${expected}, actual ${actual ?? 'nothing'} (${message.type.code}, ${exchange.id})`];
}

function judge(order: KnownOrder, problems: readonly string[]): void {
  if (problems.length === 0) return;
  const what = `the order "${order.name}" does not keep its numbers`;
  throw new AssertionError({ message: [what, ...problems].join('\n') });
}
