import { AssertionError } from 'node:assert';
import type { Message } from '../hl7/message.js';
import { arrivals } from './arrival.js';
import type { KnownOrder } from './cast.js';
import type { Session } from './session.js';

/** SPM-2 of the result is that of the message which told that the specimen had come. */
export function expectSameSpecimen(session: Session, order: KnownOrder): void {
  const isAbout = (message: Message) => message.get('ORC-2.1') === order.placer.id;
  expectEqualSpecimens(order, [
    specimens(session, ['OML^O21'], isAbout).find((number) => number !== undefined),
    specimens(session, ['ORU^R01'], isAbout).at(-1),
  ]);
}

/** A test that was added is done on the specimen of its parent. */
export function expectSharedSpecimen(session: Session, order: KnownOrder): void {
  const isChild = (message: Message) => message.get('OBR-29.1.1') === order.placer.id;
  expectEqualSpecimens(order, [
    specimens(session, ['ORU^R01'], (message) => message.get('ORC-2.1') === order.placer.id).at(-1),
    specimens(session, ['ORU^R01'], isChild).at(-1),
  ]);
}

/** SPM-2 of the messages that have reached the EHR. */
function specimens(session: Session, types: readonly string[], where: (message: Message) => boolean) {
  return arrivals(session, { at: 'ehr', types, where, description: 'messages with the specimen' }).map(({ message }) =>
    message.rawText('SPM-2'),
  );
}

function expectEqualSpecimens(order: KnownOrder, [expected, actual]: readonly (string | undefined)[]): void {
  if (expected !== undefined && expected === actual) return;
  const where = `the result for "${order.name}" names another specimen`;
  throw new AssertionError({
    message: `${where}\n  SPM-2: expected ${expected ?? 'one that was told before'}, actual ${actual ?? 'nothing'}`,
  });
}
