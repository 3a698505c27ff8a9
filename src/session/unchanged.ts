import { AssertionError } from 'node:assert';
import type { LiveExchange } from '../endpoint/live-exchange.js';
import type { Role } from '../endpoint/simulator.js';
import type { Message } from '../hl7/message.js';
import type { Segment } from '../hl7/segment.js';
import { type Arrival, expectArrival } from './arrival.js';
import { typeOf } from './message-name.js';
import { markChange } from './missed-expectation.js';
import { ROLE_NAMES, type Session } from './session.js';
import { HarnessError } from './trouble.js';

/** As many places as a message is said to have changed in. */
const MOST_CHANGES = 5;

/**
 * The message must reach a simulator as it was sent, segment for segment, byte for byte behind MSH. In MSH an engine may
 * write its own names, time and id; the message is found by its type and its first differing place is named.
 */
export async function expectUnchanged(session: Session, sent: LiveExchange, at: Role): Promise<Arrival> {
  const message = sent.message;
  if (message === undefined) throw new HarnessError('the bytes that were sent are no message: they cannot be compared');
  const type = typeOf(message);
  const arrival = await expectArrival(session, {
    at,
    types: [type],
    where: (candidate) => isSame(candidate, message),
    description: `the ${type} ${message.controlId}`,
  });
  const changes = compare(message, arrival.message).slice(0, MOST_CHANGES);
  if (changes.length === 0) return arrival;
  for (const { path, what } of changes) markChange(session, arrival.exchange, path, what);
  const where = `${message.controlId} (${sent.id}) reached the ${ROLE_NAMES[at]} changed (${arrival.exchange.id})`;
  throw new AssertionError({ message: [where, ...changes.map(({ path, what }) => `  ${path}: ${what}`)].join('\n') });
}

/** The same message by its control id; where the engine gives its own, by the time that it was made. */
function isSame(candidate: Message, sent: Message): boolean {
  const time = sent.get('MSH-7');
  return candidate.controlId === sent.controlId || (time !== undefined && candidate.get('MSH-7') === time);
}

interface Change {
  /** `PID[1]-5[1]`, or the segment alone. */
  readonly path: string;
  readonly what: string;
}

/** Where the segments behind MSH differ as bytes; behind a segment that is missing nothing can be compared. */
function compare(sent: Message, received: Message): readonly Change[] {
  const [before, after] = [sent.segments.slice(1), received.segments.slice(1)];
  const changes: Change[] = [];
  for (let n = 0; n < Math.max(before.length, after.length); n++) {
    const [expected, actual] = [before[n], after[n]];
    if (expected?.name !== actual?.name) return [...changes, misplaced(expected, actual)];
    if (!expected || !actual) continue;
    const [bytes, arrived] = [bytesOf(sent, expected), bytesOf(received, actual)];
    if (!bytes.equals(arrived)) changes.push(changed(expected, sent.delimiters.field, bytes, arrived));
  }
  return changes;
}

function bytesOf(message: Message, { start, end }: Segment): Buffer {
  return message.raw.subarray(start, end);
}

function misplaced(expected: Segment | undefined, actual: Segment | undefined): Change {
  const path = expected ? `${expected.name}[${expected.instance}]` : `${actual?.name}[${actual?.instance}]`;
  const [wanted, found] = [expected?.name ?? 'the end of the message', actual?.name ?? 'the end of the message'];
  return { path, what: `expected ${wanted}, actual ${found}` };
}

function changed({ name, instance }: Segment, delimiter: string, sent: Buffer, received: Buffer): Change {
  const [before, after] = [sent.toString('latin1').split(delimiter), received.toString('latin1').split(delimiter)];
  const field = before.findIndex((text, n) => text !== after[n]);
  const path = `${name}[${instance}]-${field < 0 ? before.length : field}[1]`;
  return { path, what: `differs (segment of ${sent.length} bytes sent, ${received.length} received)` };
}
