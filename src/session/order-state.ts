import { AssertionError } from 'node:assert';
import type { PlacedOrder } from '../../simulators/ehr/ehr-state.js';
import { type FillerOrder, findOrder } from '../../simulators/filler/filler-state.js';
import { isOrder } from '../../simulators/read/numbers.js';
import { inWords, type OrderState } from '../../simulators/status/order-status.js';
import type { Priority } from '../messages/facts.js';
import type { Guest, KnownOrder } from './cast.js';
import { recordAt } from './record-at.js';
import { ROLE_NAMES, type Session } from './session.js';
import { HarnessError } from './trouble.js';
import { waitFor } from './waiting.js';

/** The role that fills the order. */
export function fillerOf({ kind, name }: KnownOrder): 'lis' | 'ris' {
  if (kind === 'medication') throw new HarnessError(`"${name}" is a medicine: the pharmacy knows it as a prescription`);
  return kind === 'laboratory' ? 'lis' : 'ris';
}

/** The order as the EHR holds it now, with what the filler has told of it. */
export function orderAtEhr(session: Session, order: KnownOrder): PlacedOrder {
  const placer = order.placer;
  const found = recordAt(session, 'ehr', order.guest).orders.find((held) => isOrder(held.order.numbers, { placer }));
  if (found === undefined) throw new HarnessError(`the EHR does not hold the order "${order.name}"`);
  return found;
}

/** The order as the department that fills it holds it; undefined where it has never accepted it. */
export function orderAtFiller(session: Session, order: KnownOrder): FillerOrder | undefined {
  return findOrder<FillerOrder>(ordersAtFiller(session, order), order.placer);
}

/** Every order that the department holds of a person. */
function ordersAtFiller(session: Session, order: KnownOrder): readonly FillerOrder[] {
  const guest: Guest = order.guest;
  return fillerOf(order) === 'lis' ? recordAt(session, 'lis', guest).orders : recordAt(session, 'ris', guest).orders;
}

/** Waits until the EHR shows the order in that state. */
export async function expectOrderState(session: Session, order: KnownOrder, expected: OrderState): Promise<void> {
  const { book, timer, expectationMs } = session.stage;
  const isThere = () => (orderAtEhr(session, order).state === expected ? true : undefined);
  if (await waitFor(book, timer, expectationMs, isThere)) return;
  const { state, history } = orderAtEhr(session, order);
  const story = history.map((change) => `${change.control} ${inWords(change.state)}`).join(', ');
  const what = `the EHR shows the order "${order.name}" otherwise`;
  throw new AssertionError({
    message: `${what}\n  expected ${inWords(expected)}, actual ${inWords(state)} (so far: ${story})`,
  });
}

/** Waits until the department holds the order, so that somebody there can work on it. */
export async function expectHeld(session: Session, order: KnownOrder, expected?: OrderState): Promise<FillerOrder> {
  const { book, timer, expectationMs } = session.stage;
  const found = await waitFor(book, timer, expectationMs, () => {
    const held = orderAtFiller(session, order);
    return held && (expected === undefined || held.state === expected) ? held : undefined;
  });
  if (found) return found;
  const actual = orderAtFiller(session, order)?.state;
  const where = `the ${ROLE_NAMES[fillerOf(order)]} holds the order "${order.name}" otherwise`;
  const wanted = expected === undefined ? 'that it has accepted it' : inWords(expected);
  throw new AssertionError({
    message: `${where}\n  expected ${wanted}, actual ${actual ? inWords(actual) : 'it never did'}`,
  });
}

/** The department has not made an order of it. To be asked once its answer is there. */
export function expectNotHeld(session: Session, order: KnownOrder): void {
  const held = orderAtFiller(session, order);
  if (held === undefined) return;
  const where = `the ${ROLE_NAMES[fillerOf(order)]} must not hold the order "${order.name}"`;
  throw new AssertionError({ message: `${where}\n  expected no such order, actual ${inWords(held.state)}` });
}

/** Why the order was refused or cancelled, as the EHR shows it; any reason at all where none is expected in particular. */
export function expectReason(session: Session, order: KnownOrder, expected?: string): void {
  const { reason } = orderAtEhr(session, order);
  if (reason !== undefined && reason !== '' && (expected ?? reason) === reason) return;
  const where = `the EHR shows another reason for the order "${order.name}"`;
  throw new AssertionError({
    message: `${where}\n  expected ${expected ?? 'a reason'}, actual ${reason ?? 'none'}`,
  });
}

/** The department works by the priority that the EHR asked for. */
export async function expectPriority(session: Session, order: KnownOrder, expected: Priority): Promise<void> {
  const { priority } = (await expectHeld(session, order)).order;
  if (priority === expected) return;
  const where = `the ${ROLE_NAMES[fillerOf(order)]} holds the order "${order.name}" under another priority`;
  throw new AssertionError({ message: `${where}\n  expected ${expected}, actual ${priority}` });
}
