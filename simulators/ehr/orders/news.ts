import { readNumbers } from '../../read/numbers.js';
import { readControl, readReason } from '../../read/order.js';
import { firstOf, type OrderGroup } from '../../read/order-groups.js';
import { valued } from '../../read/values.js';
import type { OrderState } from '../../status/order-status.js';
import { answerTo, ruleOf } from '../../status/request.js';
import { stateOf } from '../../status/status-codes.js';
import type { PlacedOrder } from '../ehr-state.js';
import { type Progress, progress, withFiller } from './progress.js';

/** Notifications of the filler that name the state by themselves (table 0119). */
const BY_CONTROL: Readonly<Record<string, OrderState>> = {
  OK: 'accepted',
  UA: 'refused',
  OC: 'cancelled-by-filler',
  OD: 'discontinued',
  OH: 'held',
  RU: 'replaced',
};

/** What one order group of an answer (ORR, ORL, ORG, ORI) or of the filler's own news (SC, OC ...) does to the order. */
export function applyNews(placed: PlacedOrder, group: OrderGroup, at: Date): Progress {
  const numbered = withFiller(placed, readNumbers(group).filler);
  if (numbered.kind === 'illegal') return numbered;
  const control = readControl(group);
  const answer = answerTo(control);
  if (answer !== undefined) return applyAnswer(numbered.order, group, control, at);
  const order = withReason(numbered.order, group, control);
  const to = BY_CONTROL[control];
  // An acknowledgment that is read late does not take back what the filler has done since.
  if (control === 'OK' && order.state !== 'placed') return { kind: 'moved', order };
  return to === undefined ? applyStatus(order, group, control, at) : progress(order, to, control, at);
}

/** CR or UC, DR or UD ...: only a granted request changes the order. */
function applyAnswer(placed: PlacedOrder, group: OrderGroup, control: string, at: Date): Progress {
  const answer = answerTo(control);
  if (answer === undefined) return { kind: 'moved', order: placed };
  const { pending: _pending, proposed, ...settled } = placed;
  const order: PlacedOrder = { ...withReason(settled, group, control), lastAnswer: control };
  const { to } = ruleOf(answer.request);
  if (!answer.granted) return { kind: 'moved', order };
  if (to !== undefined) return progress(order, to, control, at);
  const { control: was, numbers, enteredAt } = placed.order;
  return {
    kind: 'moved',
    order: proposed ? { ...order, order: { ...proposed, control: was, numbers, enteredAt } } : order,
  };
}

/** SC and whatever else tells a status. ORC-5 CM without OBR-25: the work is done, the report is not there yet. */
function applyStatus(placed: PlacedOrder, group: OrderGroup, control: string, at: Date): Progress {
  const orderStatus = valued(firstOf(group, 'ORC'), '5');
  const resultStatus = valued(firstOf(group, 'OBR'), '25');
  if (orderStatus === 'CM' && resultStatus === undefined) {
    const begun = progress(placed, 'in-process', control, at);
    return begun.kind === 'moved' ? { kind: 'moved', order: { ...begun.order, performed: true } } : begun;
  }
  const to = stateOf(orderStatus, resultStatus);
  if (to === undefined) return { kind: 'moved', order: placed };
  if (placed.performed && (to === 'in-process' || to === 'scheduled')) {
    return {
      kind: 'illegal',
      reason: `order ${placed.number.id} was complete (CM) and now goes back to ${orderStatus}`,
    };
  }
  return progress(placed, to, control, at);
}

function withReason(placed: PlacedOrder, group: OrderGroup, control: string): PlacedOrder {
  const reason = readReason(group);
  const tellsWhy = ['UA', 'OC', 'OD', 'OH', 'UC', 'UD', 'UH', 'UR', 'UM', 'UX'].includes(control);
  return reason !== undefined && tellsWhy ? { ...placed, reason } : placed;
}
