import type { EntityIdentifier, ObservationOrder } from '../../src/messages/facts.js';
import type { Visit } from '../../src/population/facts.js';
import type { Echo } from '../care/echo.js';
import type { OrderDialect } from '../exchange/send-order.js';
import type { SystemState } from '../exchange/system-state.js';
import { isOrder } from '../read/numbers.js';
import type { OrderState } from '../status/order-status.js';

/** An order as the department that does the work holds it. */
export interface FillerOrder {
  /** As placed or last changed, with the filler number. */
  readonly order: ObservationOrder;
  readonly state: OrderState;
  readonly history: readonly { readonly state: OrderState; readonly at: Date }[];
  /** PV1 of the order: results go to this visit. */
  readonly visit?: Visit;
  readonly visitEcho: Echo;
  /** News about the order travels as the order came. */
  readonly dialect: OrderDialect;
  /** Why it was cancelled or refused. */
  readonly reason?: string;
  /** Messages sent about it: they make control ids unique. */
  readonly sent: number;
}

export interface FillerState<O extends FillerOrder> extends SystemState {
  readonly orders: readonly O[];
}

export function findOrder<O extends FillerOrder>(orders: readonly O[], number: EntityIdentifier): O | undefined {
  return orders.find(({ order }) => isOrder(order.numbers, { placer: number, filler: number }));
}

/** The order in another state. */
export function inState<O extends FillerOrder>(order: O, state: OrderState, at: Date): O {
  if (order.state === state) return order;
  return { ...order, state, history: [...order.history, { state, at }] };
}

export function withOrder<S extends FillerState<O>, O extends FillerOrder>(state: S, before: O, after: O): S {
  return { ...state, orders: state.orders.map((order) => (order === before ? after : order)) };
}
