import type { SimulatorTools, Step } from '../../../src/endpoint/simulator.js';
import type { EntityIdentifier, ObservationOrder } from '../../../src/messages/facts.js';
import type { Provider, Visit } from '../../../src/population/facts.js';
import { findVisit } from '../../care/care-record.js';
import { ownEnvelope, write } from '../../exchange/envelope.js';
import { alert } from '../../exchange/note.js';
import { ownNumber } from '../../exchange/number.js';
import { routeTo } from '../../exchange/route.js';
import { orderMessage } from '../../exchange/send-order.js';
import { UNKNOWN_PROVIDER } from '../../read/values.js';
import type { NewOrder, OrderCommand } from '../commands.js';
import type { EhrState, PlacedOrder } from '../ehr-state.js';

type PlaceOrder = Extract<OrderCommand, { readonly kind: 'place-order' }>;

/** NW: one ORC group a service, all under one ORC-4 when there are several. */
export function placeOrders(state: EhrState, command: PlaceOrder, tools: SimulatorTools): Step<EhrState> {
  const { patient } = state.care;
  if (patient === undefined) return { state, effects: [alert('place-order refused: the patient is not known')] };
  const visit = findVisit(state.care, command.visit)?.visit;
  const orders = newOrders(state, command, tools, visit);
  const dialect = command.dialect ?? 'ORM';
  const placed = orders.map((order): PlacedOrder => newlyPlaced(order, dialect, visit, tools.now));
  const numbers = placed.map(({ number }) => number);
  const envelope = ownEnvelope(tools, state, ['NW', ...numbers.map(({ id }) => id)], command.by);
  const facts = { patient, orders, ...(visit && { visit }) };
  const message = write(envelope, state, (header) => orderMessage(dialect, header, facts));
  return {
    state: { ...state, orders: [...state.orders, ...placed], numbered: state.numbered + orders.length },
    effects: [{ kind: 'send', message }, ...numbers.map((number) => routeTo(state.key, number))],
  };
}

function newOrders(
  state: EhrState,
  command: PlaceOrder,
  tools: SimulatorTools,
  visit: Visit | undefined,
): readonly ObservationOrder[] {
  const orderedBy = command.orderedBy ?? visit?.attending ?? UNKNOWN_PROVIDER;
  const group = command.orders.length > 1 ? ownNumber(tools, 'group', state.key, state.numbered) : undefined;
  return command.orders.map((wanted, index) => {
    const number = wanted.number ?? ownNumber(tools, 'placer', state.key, state.numbered + index);
    return describeOrder(wanted, number, group, orderedBy, tools.now);
  });
}

/** The facts of a new order. */
export function describeOrder(
  wanted: NewOrder,
  placer: EntityIdentifier,
  group: EntityIdentifier | undefined,
  orderedBy: Provider,
  enteredAt: Date,
): ObservationOrder {
  const { number: _number, priority = 'R', section = sectionOf(wanted), ...facts } = wanted;
  const numbers = { placer, ...(group && { group }) };
  return { ...facts, control: 'NW', numbers, priority, section, enteredAt, orderedBy };
}

function sectionOf({ service }: NewOrder): string {
  return 'modality' in service ? 'RAD' : 'LAB';
}

export function newlyPlaced(
  order: ObservationOrder,
  dialect: PlacedOrder['dialect'],
  visit: Visit | undefined,
  at: Date,
): PlacedOrder {
  const number = order.numbers.placer ?? { id: '', namespace: '' };
  return {
    order,
    number,
    dialect,
    ...(visit && { visit: visit.number }),
    state: 'placed',
    history: [{ state: 'placed', at, control: order.control }],
    performed: false,
    sent: 0,
  };
}
