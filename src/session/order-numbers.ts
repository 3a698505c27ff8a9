import { AssertionError } from 'node:assert';
import type { Role } from '../endpoint/simulator.js';
import type { Message } from '../hl7/message.js';
import type { EntityIdentifier, OrderNumbers } from '../messages/facts.js';
import { type Arrival, arrivals } from './arrival.js';
import type { KnownOrder } from './cast.js';
import type { FieldDifference } from './field-expectation.js';
import { markDifferences } from './missed-expectation.js';
import { fillerOf, orderAtEhr, orderAtFiller } from './order-state.js';
import { ROLE_NAMES, type Session } from './session.js';
import { HarnessError } from './trouble.js';

/** One ORC with the OBR of the same place: the nth of each, 1-based. */
interface Group {
  readonly arrival: Arrival;
  readonly at: Role;
  readonly nth: number;
}

/**
 * Every message about the order that reached the EHR or the department carries the numbers under which the EHR placed it
 * and the department accepted it: ORC-2 and OBR-2, ORC-3 and OBR-3 alike, and ORC-4.
 */
export function expectNumbers(session: Session, order: KnownOrder): void {
  expectNumbersAt(session, order, fillerOf(order), numbersOf(session, order));
}

/** The same for whatever fills the order, with the numbers under which it is known on both sides. */
export function expectNumbersAt(session: Session, { name }: KnownOrder, filledBy: Role, numbers: OrderNumbers): void {
  const roles: readonly Role[] = ['ehr', filledBy];
  const groups = roles.flatMap((at) => groupsAbout(session, at, numbers));
  if (!groups.some(({ at }) => at === 'ehr'))
    throw new AssertionError({ message: `no message with a number of the order "${name}" reached the EHR` });
  const problems = groups.flatMap((group) => describe(session, group, problemsOf(group, numbers)));
  if (problems.length === 0) return;
  throw new AssertionError({
    message: [`the order "${name}" does not keep its numbers`, ...problems].join('\n'),
  });
}

/** In words, each with its place; the evidence marks the fields. */
function describe(session: Session, { arrival, at }: Group, different: readonly FieldDifference[]): readonly string[] {
  const { message, exchange } = arrival;
  markDifferences(session, exchange, different);
  const where = `${message.type.code}, ${exchange.id}, at the ${ROLE_NAMES[at]}`;
  return different.map(({ path, expected, actual }) => `  ${path}: expected ${expected}, actual ${actual} (${where})`);
}

function numbersOf(session: Session, order: KnownOrder): OrderNumbers {
  const { placer, group, filler: told } = orderAtEhr(session, order).order.numbers;
  // Where the department is the system under test, only the number that it gave first is known.
  const isOurs = session.stage.players[fillerOf(order)] !== undefined;
  const filler = isOurs ? orderAtFiller(session, order)?.order.numbers.filler : told;
  if (placer === undefined) throw new HarnessError(`the EHR holds no placer number for "${order.name}"`);
  return { placer, ...(filler && { filler }), ...(group && { group }) };
}

/** A message that has lost one of the two numbers is still found by the other. */
function groupsAbout(session: Session, at: Role, { placer, filler }: OrderNumbers): readonly Group[] {
  return arrivals(session, { at, replies: at === 'ehr', description: 'messages about the order' }).flatMap((arrival) =>
    arrival.message.all('ORC').flatMap((orc) => {
      const isMeant = orc.get('2.1') === placer?.id || (filler !== undefined && orc.get('3.1') === filler.id);
      return isMeant ? [{ arrival, at, nth: orc.instance }] : [];
    }),
  );
}

function problemsOf({ arrival, at, nth }: Group, numbers: OrderNumbers): readonly FieldDifference[] {
  const { message } = arrival;
  // The answer to an order may leave OBR out; a result may not.
  const segments = message.all('OBR')[nth - 1] ? ['ORC', 'OBR'] : ['ORC'];
  const isAnswered = at === 'ehr' && message.get(`ORC[${nth}]-1`) !== 'UA';
  return [
    ...segments.flatMap((segment) => [
      ...compare(message, `${segment}[${nth}]-2`, numbers.placer, true),
      ...compare(message, `${segment}[${nth}]-3`, numbers.filler, isAnswered),
    ]),
    ...compare(message, `ORC[${nth}]-4`, numbers.group, true),
  ];
}

function compare(
  message: Message,
  path: string,
  number: EntityIdentifier | undefined,
  isRequired: boolean,
): readonly FieldDifference[] {
  const actual = ['1', '2', '3', '4'].map((component) => message.get(`${path}.${component}`) ?? '');
  const { id = '', namespace = '', universalId = '', universalIdType = '' } = number ?? {};
  const expected = [id, namespace, universalId, universalIdType];
  if (actual.join('^') === expected.join('^') || (!isRequired && actual.join('') === '')) return [];
  return [{ path, expected: words(expected), actual: words(actual) }];
}

function words(components: readonly string[]): string {
  return components.join('^').replace(/\^+$/, '') || 'nothing';
}
