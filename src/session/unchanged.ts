import { AssertionError } from 'node:assert';
import type { LiveExchange } from '../endpoint/live-exchange.js';
import type { Role } from '../endpoint/simulator.js';
import type { Message } from '../hl7/message.js';
import { type Arrival, expectArrival } from './arrival.js';
import { ROLE_NAMES, type Session } from './session.js';
import { HarnessError } from './trouble.js';

/**
 * The message must reach a simulator as it was sent, segment for segment, byte for byte behind MSH. In MSH an engine may
 * write its own names, time and id; the message is found by its type and its first differing place is named.
 */
export async function expectUnchanged(session: Session, sent: LiveExchange, at: Role): Promise<Arrival> {
  const message = sent.message;
  if (message === undefined) throw new HarnessError('the bytes that were sent are no message: they cannot be compared');
  const type = `${message.type.code}^${message.type.trigger}`;
  const arrival = await expectArrival(session, {
    at,
    types: [type],
    where: (candidate) => isSame(candidate, message),
    description: `the ${type} ${message.controlId}`,
  });
  const changes = compare(message, arrival.message);
  if (changes.length === 0) return arrival;
  const where = `${message.controlId} (${sent.id}) reached the ${ROLE_NAMES[at]} changed (${arrival.exchange.id})`;
  throw new AssertionError({ message: `${where}\n${changes.slice(0, 5).join('\n')}` });
}

/** The same message by its control id; where the engine gives its own, by the time that it was made. */
function isSame(candidate: Message, sent: Message): boolean {
  return candidate.controlId === sent.controlId || candidate.get('MSH-7') === sent.get('MSH-7');
}

function compare(sent: Message, received: Message): readonly string[] {
  const [before, after] = [bodyOf(sent), bodyOf(received)];
  const changes: string[] = [];
  for (let n = 0; n < Math.max(before.length, after.length); n++) {
    const [expected, actual] = [before[n], after[n]];
    if (expected !== undefined && actual !== undefined && expected.equals(actual)) continue;
    changes.push(describe(n + 2, expected, actual));
    if (expected === undefined || actual === undefined || name(expected) !== name(actual)) break;
  }
  return changes;
}

/** The segments behind MSH, as bytes. */
function bodyOf(message: Message): readonly Buffer[] {
  const lines = message.raw.toString('latin1').split(/\r\n|\r|\n/);
  return lines
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => Buffer.from(line, 'latin1'));
}

function name(segment: Buffer): string {
  return segment.toString('latin1', 0, 3);
}

function describe(line: number, expected: Buffer | undefined, actual: Buffer | undefined): string {
  if (expected === undefined)
    return `  segment ${line}: expected the end of the message, actual ${actual ? name(actual) : 'nothing'}`;
  if (actual === undefined) return `  segment ${line}: expected ${name(expected)}, actual the end of the message`;
  if (name(expected) !== name(actual)) return `  segment ${line}: expected ${name(expected)}, actual ${name(actual)}`;
  const field = firstDifference(expected.toString('latin1').split('|'), actual.toString('latin1').split('|'));
  return `  segment ${line}: ${name(expected)}-${field} differs (${expected.length} bytes sent, ${actual.length} received)`;
}

function firstDifference(before: readonly string[], after: readonly string[]): number {
  let field = 0;
  while (field < before.length && before[field] === after[field]) field++;
  return field;
}
