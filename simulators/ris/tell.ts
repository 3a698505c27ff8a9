import type { Effect, SimulatorTools, Step } from '../../src/endpoint/simulator.js';
import { alert } from '../exchange/note.js';
import { inState, withOrder } from '../filler/filler-state.js';
import { numberOf } from '../filler/tell.js';
import { inWords, mayBecome, type OrderState } from '../status/order-status.js';
import type { ImagingOrder, RisState } from './ris-state.js';

/** Moves the order to a state and sends what says so. By force the message goes out although nothing changes here. */
export function move(
  state: RisState,
  order: ImagingOrder,
  to: OrderState,
  command: { readonly kind: string; readonly force?: boolean },
  tools: SimulatorTools,
  change: (moved: ImagingOrder) => { readonly order: ImagingOrder; readonly effects: readonly Effect[] },
): Step<RisState> {
  const isLegal = mayBecome(order.state, to);
  if (!isLegal && !command.force) return refuse(state, command.kind, order, `is ${inWords(order.state)}`);
  const changed = change(inState(order, to, tools.now));
  const kept = isLegal ? changed.order : order;
  return { state: withOrder(state, order, { ...kept, sent: order.sent + 1 }), effects: changed.effects };
}

export function refuse(state: RisState, what: string, order: ImagingOrder, why: string): Step<RisState> {
  return { state, effects: [alert(`${what} refused: order ${numberOf(order)} ${why}`)] };
}
