import { AssertionError } from 'node:assert';
import type { LiveExchange } from '../endpoint/live-exchange.js';
import type { Role } from '../endpoint/simulator.js';
import type { Message } from '../hl7/message.js';
import { describeDifferences, differences, type FieldExpectation, fieldRows } from './field-expectation.js';
import { nameOf, typeOf } from './message-name.js';
import { markDifferences } from './missed-expectation.js';
import { ROLE_NAMES, type Session } from './session.js';
import { waitFor } from './waiting.js';

/** A message that a simulator should receive from the system under test. */
export interface Awaited {
  readonly at: Role;
  /** `ORU^R01`; several where the sender may choose. Any type when absent. */
  readonly types?: readonly string[];
  /** What makes it the right one, besides its type and its fields. */
  readonly where?: (message: Message) => boolean;
  readonly fields?: readonly FieldExpectation[];
  /** In the words of the scenario: "a final result for the order Potassium". */
  readonly description: string;
  /** Also counts order-level answers that came back as the reply on our own connection. */
  readonly replies?: boolean;
}

/** Something that arrived at a simulator: a message of its own, or the reply to a message that the simulator sent. */
export interface Arrival {
  readonly exchange: LiveExchange;
  readonly message: Message;
}

/**
 * Waits for the message; a missed one says what did arrive instead. The arrival is used up: the next wait finds another.
 * Untestable where nobody plays that role: silence there says nothing about the system under test.
 */
export async function expectArrival(session: Session, awaited: Awaited, withinMs?: number): Promise<Arrival> {
  const { stage } = session;
  session.player(awaited.at);
  const limit = withinMs ?? stage.expectationMs;
  const found = await waitFor(stage.book, stage.timer, limit, () => firstMatch(session, awaited));
  if (found === undefined) throw missed(session, awaited, limit);
  session.use(found.exchange);
  return found;
}

/** Everything that arrived at a simulator so far and meets the description, used or not. */
export function arrivals(session: Session, awaited: Awaited): readonly Arrival[] {
  return candidates(session, awaited).filter(({ message }) => matches(message, awaited));
}

function firstMatch(session: Session, awaited: Awaited): Arrival | undefined {
  return arrivals(session, awaited).find(({ exchange }) => !session.isUsed(exchange));
}

function candidates(session: Session, awaited: Awaited): readonly Arrival[] {
  return session.exchanges.flatMap((exchange) => {
    if (exchange.role !== awaited.at) return [];
    const message =
      exchange.direction === 'received' ? exchange.message : awaited.replies ? exchange.reply?.message : undefined;
    return message ? [{ exchange, message }] : [];
  });
}

function matches(message: Message, awaited: Awaited): boolean {
  return (
    isType(message, awaited.types) &&
    (awaited.where?.(message) ?? true) &&
    differences(message, awaited.fields ?? []).length === 0
  );
}

function isType(message: Message, types: readonly string[] | undefined): boolean {
  return types === undefined || types.includes(typeOf(message));
}

function missed(session: Session, awaited: Awaited, limit: number): AssertionError {
  const what = `${awaited.description} did not reach the ${ROLE_NAMES[awaited.at]} within ${limit / 1000} s`;
  return new AssertionError({ message: `${what}\n${whatCameInstead(session, awaited)}` });
}

function whatCameInstead(session: Session, awaited: Awaited): string {
  const arrived = candidates(session, awaited);
  const nearest = arrived
    .filter(({ message }) => isType(message, awaited.types))
    .map((arrival) => ({ arrival, different: differences(arrival.message, awaited.fields ?? []) }))
    .sort((a, b) => a.different.length - b.different.length)[0];
  if (nearest === undefined) return nothingOfThatType(session, awaited, arrived);
  const { exchange, message } = nearest.arrival;
  const used = session.isUsed(exchange) ? ', which an earlier step already accounted for' : '';
  const name = `nearest message: ${nameOf(message, exchange)}${used}`;
  markDifferences(session, exchange, nearest.different);
  if (nearest.different.length > 0) return `${name}\n${describeDifferences(nearest.different)}`;
  return `${name}\n  its fields agree, but it is about something else`;
}

function nothingOfThatType(session: Session, awaited: Awaited, arrived: readonly Arrival[]): string {
  const wanted = awaited.types?.join(' or ') ?? 'any message';
  const list = arrived.map(({ message, exchange }) => `${typeOf(message)} (${exchange.id})`).join(', ');
  const unanswered = session.exchanges.filter(
    ({ direction, outcome }) => direction === 'sent' && outcome !== 'acknowledged',
  );
  const hint = unanswered
    .map(({ id, outcome, outcomeDetail }) => `\n  ${id} was ${outcome ?? 'not answered yet'} ${outcomeDetail}`)
    .join('');
  return `expected ${wanted}; what did arrive: ${list || 'nothing'}${hint}`;
}

/** The same from the rows of a Then table: path and expected text. */
export function expectFields(
  session: Session,
  at: Role,
  type: string,
  rows: readonly (readonly string[])[],
): Promise<Arrival> {
  const fields = fieldRows(rows);
  return expectArrival(session, { at, types: [type], fields, description: `the ${type} with the fields of the table` });
}
