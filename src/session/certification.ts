import { AssertionError } from 'node:assert';
import type { Role } from '../endpoint/simulator.js';
import { type Arrival, type Awaited, arrivals, expectArrival } from './arrival.js';
import type { ByEye } from './by-eye.js';
import { describeDifferences, differences, fieldRows } from './field-expectation.js';
import { nameOf } from './message-name.js';
import { markDifferences } from './missed-expectation.js';
import { keyOf } from './people.js';
import { ROLE_NAMES, type Session } from './session.js';
import { HarnessError, Untestable } from './trouble.js';

/** The message that the system under test has sent last, among those that a step waited for. */
const lastHeard = new WeakMap<Session, Arrival>();

/** A scenario that certifies a system in one role says nothing about a system in another. */
export function certifies(session: Session, role: Role): void {
  const { sutRole } = session.stage;
  if (sutRole === role) return;
  const actual = sutRole === 'engine' ? 'an engine between the actors' : `the ${ROLE_NAMES[sutRole]}`;
  throw new Untestable(`the scenario certifies the ${ROLE_NAMES[role]}, but the system under test is ${actual}`);
}

/**
 * Waits for a message that the system under test sends of its own accord, or because a person there does what
 * `instruction` says. Who operates it is asked first, unless the message is there already; pending where nobody is.
 */
export async function awaitSut(session: Session, instruction: string, awaited: Awaited): Promise<Arrival | 'pending'> {
  const { operatedBy, operatorMs } = session.stage;
  if (operatedBy === 'person' && !hasCome(session, awaited) && !(await isDone(session, instruction))) return 'pending';
  const arrival = await expectArrival(session, awaited, operatorMs);
  lastHeard.set(session, arrival);
  return arrival;
}

/** The same for a step that only has to know whether somebody was there. */
export async function awaitDeed(session: Session, instruction: string, awaited: Awaited): Promise<ByEye> {
  return (await awaitSut(session, instruction, awaited)) === 'pending' ? 'pending' : undefined;
}

function hasCome(session: Session, awaited: Awaited): boolean {
  return arrivals(session, awaited).some(({ exchange }) => !session.isUsed(exchange));
}

async function isDone(session: Session, instruction: string): Promise<boolean> {
  const confirmation = await session.stage.ask(instruction, 'action');
  session.stage.append({ kind: 'confirmation', scenario: session.scene.id, confirmation });
  return confirmation.verdict === 'confirmed';
}

/** The message that the last such step has waited for. */
export function heard(session: Session): Arrival {
  const arrival = lastHeard.get(session);
  if (arrival === undefined)
    throw new HarnessError('the scenario speaks of the message from the system under test before one was awaited');
  return arrival;
}

/** The rows of a Then table, path and expected text, hold for that very message and not for another that came too. */
export function expectHeard(session: Session, rows: readonly (readonly string[])[]): void {
  const { exchange, message } = heard(session);
  const different = differences(message, fieldRows(rows));
  if (different.length === 0) return;
  markDifferences(session, exchange, different);
  const name = nameOf(message, exchange);
  throw new AssertionError({
    message: `the system under test has sent something else in ${name}\n${describeDifferences(different)}`,
  });
}

/** That very message names the person by a number that the scenario knows, with its authority (PID-3). */
export function expectHeardAbout(session: Session, who: string): void {
  const { message, exchange } = heard(session);
  const expected = keyOf(session.cast.guest(who).patient);
  const actual = Array.from({ length: message.repetitions('PID-3') }, (_, n) => {
    const number = `PID-3[${n + 1}]`;
    return `${message.get(`${number}.1`) ?? ''}^${message.get(`${number}.4.1`) ?? ''}`;
  });
  if (actual.includes(expected)) return;
  markDifferences(session, exchange, [{ path: 'PID-3', expected, actual: actual.join(', ') }]);
  throw new AssertionError({
    message: `the message (${exchange.id}) is not about the ${who}\n  PID-3: expected ${expected}, actual ${actual.join(', ') || 'nothing'}`,
  });
}
