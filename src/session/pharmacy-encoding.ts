import { AssertionError } from 'node:assert';
import type { Message } from '../hl7/message.js';
import { type Arrival, arrivals, expectArrival } from './arrival.js';
import type { KnownOrder } from './cast.js';
import type { Session } from './session.js';
import { HarnessError } from './trouble.js';

/** Where RXO says what was asked for, and RXE what the pharmacy made of it. */
const SAME: readonly (readonly [what: string, rxo: string, rxe: string])[] = [
  ['medicine', '1', '2'],
  ['dose', '2', '3'],
  ['highest dose', '3', '4'],
  ['unit', '4', '5'],
  ['form', '5', '6'],
  ['instructions', '7', '7'],
  ['rate', '21', '23'],
  ['unit of the rate', '22', '24'],
];

/** The encoded order (RDE^O11) reaches the EHR with the medicine, dose, route, parts and timing of the order. */
export async function expectEncodedAsOrdered(session: Session, order: KnownOrder): Promise<void> {
  const ordered = orderedIn(session, order);
  const encoded = await encodedAt(session, order);
  const parts = PARTS.flatMap((name) => wrongSegments(name, ordered, encoded.message));
  judge(order, encoded, [...wrongFields(ordered, encoded.message), ...parts]);
}

/** Route, parts of a mixture, and timing: one TQ1 for each part of a taper. */
const PARTS = ['RXR', 'RXC', 'TQ1'] as const;

function orderedIn(session: Session, order: KnownOrder): Message {
  const sent = session.exchanges.find(
    ({ direction, message }) => direction === 'sent' && message?.type.code === 'OMP' && isAbout(order)(message),
  );
  if (sent?.message === undefined) throw new HarnessError(`the EHR has not prescribed "${order.name}"`);
  return sent.message;
}

/** The latest version that has arrived; waits for the first. */
async function encodedAt(session: Session, order: KnownOrder): Promise<Arrival> {
  const awaited = {
    at: 'ehr',
    types: ['RDE^O11'],
    where: isAbout(order),
    description: `the encoded order "${order.name}"`,
  } as const;
  return arrivals(session, awaited).at(-1) ?? (await expectArrival(session, awaited));
}

function isAbout({ placer }: KnownOrder): (message: Message) => boolean {
  return (message) => message.get('ORC-2.1') === placer.id;
}

function wrongFields(ordered: Message, encoded: Message): readonly string[] {
  const [rxo, rxe] = [ordered.first('RXO'), encoded.first('RXE')];
  return SAME.flatMap(([what, from, to]) => differs(what, rxo?.rawText(from), rxe?.rawText(to)));
}

function wrongSegments(name: string, ordered: Message, encoded: Message): readonly string[] {
  const list = (message: Message) =>
    message
      .all(name)
      .map((segment) => segment.rawText())
      .join(', ');
  return differs(name, list(ordered), list(encoded));
}

function differs(what: string, expected: string | undefined, actual: string | undefined): readonly string[] {
  if ((expected ?? '') === (actual ?? '')) return [];
  return [`  ${what}: expected ${expected || 'nothing'}, actual ${actual || 'nothing'}`];
}

function judge(order: KnownOrder, { exchange }: Arrival, problems: readonly string[]): void {
  if (problems.length === 0) return;
  const what = `"${order.name}" was encoded otherwise than it was ordered (${exchange.id})`;
  throw new AssertionError({ message: [what, ...problems].join('\n') });
}
