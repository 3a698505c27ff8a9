import { readAcknowledgment } from '../../src/hl7/acknowledgment.js';
import type { Message } from '../../src/hl7/message.js';
import { readNumbers, sameNumber } from '../read/numbers.js';
import { readOrderGroups } from '../read/order-groups.js';
import type { EhrState, PlacedOrder, Prescription, StatusChange } from './ehr-state.js';

const ORDERS = new Set(['ORM', 'OML', 'OMG', 'OMP']);

/**
 * An order message that was answered AE was understood by nobody: what it asked for is not accepted, and a request in it
 * is no longer pending. AR leaves the order as it is, because the same message may work later.
 */
export function withRejection(state: EhrState, sent: Message, reply: Message, at: Date): EhrState {
  const { code, text, errors = [] } = readAcknowledgment(reply) ?? { code: '' };
  if ((code !== 'AE' && code !== 'CE') || !ORDERS.has(sent.type.code)) return state;
  const reason = errors[0]?.userMessage ?? text ?? `answered ${code}`;
  const numbers = readOrderGroups(sent).flatMap((group) => readNumbers(group).placer ?? []);
  const isAbout = (order: PlacedOrder | Prescription): boolean =>
    numbers.some((number) => sameNumber(number, order.number));
  const step = { state: 'refused', at, control: code } as const;
  return {
    ...state,
    orders: state.orders.map((order) => (isAbout(order) ? rejectedOrder(order, reason, step) : order)),
    prescriptions: state.prescriptions.map((order) =>
      isAbout(order) ? rejectedPrescription(order, reason, step) : order,
    ),
  };
}

type RefusedStep = StatusChange<'refused'>;

function rejectedOrder(order: PlacedOrder, reason: string, step: RefusedStep): PlacedOrder {
  const { pending: _pending, proposed: _proposed, ...settled } = order;
  if (order.state !== 'placed') return { ...settled, reason };
  return { ...settled, reason, state: step.state, history: [...order.history, step] };
}

function rejectedPrescription(order: Prescription, reason: string, step: RefusedStep): Prescription {
  const { pending: _pending, proposed: _proposed, ...settled } = order;
  if (order.state !== 'placed') return { ...settled, reason };
  return { ...settled, reason, state: step.state, history: [...order.history, step] };
}
