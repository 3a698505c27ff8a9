import type { SimulatorTools, Step } from '../../src/endpoint/simulator.js';
import type { Message } from '../../src/hl7/message.js';
import { alert, info } from '../exchange/note.js';
import type { Received } from '../exchange/receive.js';
import { readNumbers, sameNumber } from '../read/numbers.js';
import { readControl, readReason } from '../read/order.js';
import { type OrderGroup, readOrderGroups } from '../read/order-groups.js';
import { type FillerOrder, type FillerState, inState } from './filler-state.js';

/** The placer's answer to what this department asked: NA with a placer number for an order of its own, XR or UX to a change. */
export function receivePlacerAnswer<S extends FillerState<O>, O extends FillerOrder>(
  state: S,
  message: Message,
  tools: SimulatorTools,
): Received<S> {
  let heard: Received<S> = { state, effects: [] };
  for (const group of readOrderGroups(message)) {
    const next = applyGroup<S, O>(heard.state, group, tools);
    heard = { state: next.state, effects: [...(heard.effects ?? []), ...next.effects] };
  }
  return heard;
}

/** The reply to a message of our own. */
export function hearReply<S extends FillerState<O>, O extends FillerOrder>(
  state: S,
  sent: Message,
  reply: Message,
  tools: SimulatorTools,
): Step<S> {
  const code = reply.get('MSA-1') ?? '';
  if (code !== 'AA' && code !== 'CA') return { state, effects: [info(`${sent.controlId} was answered ${code}`)] };
  if (reply.type.code === 'ACK') return { state, effects: [] };
  const { state: after, effects = [] } = receivePlacerAnswer<S, O>(state, reply, tools);
  return { state: after, effects };
}

function applyGroup<S extends FillerState<O>, O extends FillerOrder>(
  state: S,
  group: OrderGroup,
  tools: SimulatorTools,
): Step<S> {
  const numbers = readNumbers(group);
  const control = readControl(group);
  const order = state.orders.find((one) => sameNumber(one.order.numbers.filler, numbers.filler));
  if (order === undefined) {
    return {
      state,
      effects: [alert(`${control} for order ${numbers.filler?.id ?? 'without a filler number'}, which is not known`)],
    };
  }
  if (control === 'NA' && numbers.placer !== undefined) {
    const numbered = {
      ...order,
      order: { ...order.order, numbers: { ...order.order.numbers, placer: numbers.placer } },
    };
    return { state: replaced<S, O>(state, order, numbered), effects: [] };
  }
  if (control !== 'UA' && control !== 'UX') return { state, effects: [] };
  const reason = readReason(group) ?? 'no reason given';
  const closed = control === 'UA' ? inState({ ...order, reason }, 'refused', tools.now) : order;
  return { state: replaced<S, O>(state, order, closed), effects: [alert(`the placer answered ${control}: ${reason}`)] };
}

function replaced<S extends FillerState<O>, O extends FillerOrder>(state: S, before: O, after: O): S {
  return { ...state, orders: state.orders.map((order) => (order === before ? after : order)) };
}
