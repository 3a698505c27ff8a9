import type { EntityIdentifier } from '../../../src/messages/facts.js';
import { sameNumber } from '../../read/numbers.js';
import { inWords, mayReach, type OrderState } from '../../status/order-status.js';
import type { PlacedOrder } from '../ehr-state.js';

/** What news about an order comes to: the order after it, or why the EHR does not believe it. */
export type Progress =
  | { readonly kind: 'moved'; readonly order: PlacedOrder }
  | { readonly kind: 'illegal'; readonly reason: string };

/** The order in the state `to`; a state that is told twice changes nothing. */
export function progress(placed: PlacedOrder, to: OrderState, control: string, at: Date): Progress {
  if (placed.state === to) return { kind: 'moved', order: placed };
  if (!mayReach(placed.state, to)) {
    return {
      kind: 'illegal',
      reason: `order ${placed.number.id} is ${inWords(placed.state)} and cannot become ${inWords(to)}`,
    };
  }
  const history = [...placed.history, { state: to, at, control }];
  return { kind: 'moved', order: { ...placed, state: to, history } };
}

/** The order with the filler's number; a second number for the same order is illegal. */
export function withFiller(placed: PlacedOrder, filler: EntityIdentifier | undefined): Progress {
  const known = placed.order.numbers.filler;
  if (filler === undefined) return { kind: 'moved', order: placed };
  if (known !== undefined && !sameNumber(known, filler)) {
    const reason = `order ${placed.number.id} has the filler number ${known.id} and now gets ${filler.id}`;
    return { kind: 'illegal', reason };
  }
  const numbers = { ...placed.order.numbers, filler: known ?? filler };
  return { kind: 'moved', order: { ...placed, order: { ...placed.order, numbers } } };
}
