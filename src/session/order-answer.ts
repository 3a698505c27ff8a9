import { AssertionError } from 'node:assert';
import { type Arrival, arrivals } from './arrival.js';
import type { KnownOrder } from './cast.js';
import { fillerOf } from './order-state.js';
import { ROLE_NAMES, type Session } from './session.js';
import { waitFor } from './waiting.js';

/** Order-level answers: as a message of their own through an engine, or as the reply on the connection. */
const ANSWERS = ['ORR^O02', 'ORL^O22', 'ORG^O20', 'ORI^O24', 'ORP^O10'];

/** Waits until the EHR has the department's answer to the order: ORC-1 of the order's own group. */
export async function expectAnswer(
  session: Session,
  order: KnownOrder,
  control: string,
  types: readonly string[] = ANSWERS,
): Promise<Arrival> {
  const { book, timer, expectationMs } = session.stage;
  const found = await waitFor(book, timer, expectationMs, () =>
    answersAbout(session, order, types).find((arrival) => controlOf(arrival, order) === control),
  );
  if (found === undefined) throw otherwise(session, order, control, types);
  session.use(found.exchange);
  return found;
}

function answersAbout(session: Session, order: KnownOrder, types: readonly string[]): readonly Arrival[] {
  const description = `the answer to the order ${order.name}`;
  return arrivals(session, { at: 'ehr', types, replies: true, description }).filter(
    (arrival) => controlOf(arrival, order) !== undefined,
  );
}

/** ORC-1 of the group that names the order; undefined where none does. */
function controlOf({ message }: Arrival, { placer }: KnownOrder): string | undefined {
  const group = message.all('ORC').find((orc) => orc.get('2.1') === placer.id && orc.get('2.2') === placer.namespace);
  return group && (group.get('1') ?? '');
}

function otherwise(session: Session, order: KnownOrder, control: string, types: readonly string[]): AssertionError {
  const came = answersAbout(session, order, ANSWERS).map(
    (arrival) => `${controlOf(arrival, order)} in ${arrival.message.type.code} (${arrival.exchange.id})`,
  );
  const department = order.kind === 'medication' ? 'pharmacy' : fillerOf(order);
  const who = `the ${ROLE_NAMES[department]} did not answer the order "${order.name}" so`;
  const wanted = types === ANSWERS ? control : `${control} in ${types.join(' or ')}`;
  return new AssertionError({
    message: `${who}\n  ORC-1: expected ${wanted}, actual ${came.join(', ') || 'no answer'}`,
  });
}
