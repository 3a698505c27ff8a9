import type { ObservationOrder } from '../../src/messages/facts.js';
import { info } from '../exchange/note.js';
import { isOrder, readNumbers } from '../read/numbers.js';
import { readControl, readObservationOrder } from '../read/order.js';
import type { OrderGroup } from '../read/order-groups.js';
import { inWords } from '../status/order-status.js';
import { canGrant } from '../status/request.js';
import { answerOk, answerUa, take } from './accept.js';
import type { Asked, Decided } from './asked.js';
import { type FillerOrder, inState } from './filler-state.js';
import { standing } from './grant.js';

/** RP with the RO after it: both or neither. RQ closes the old order and OK opens the new one; else UM and UA. */
export function replaceOrRefuse<O extends FillerOrder>(asked: Asked<O>, next: OrderGroup | undefined): Decided<O> {
  const { group, orders, tools } = asked;
  const known = orders.find(({ order }) => isOrder(order.numbers, readNumbers(group)));
  const wanted =
    next !== undefined && readControl(next) === 'RO' ? readObservationOrder(next, 'RO', tools.now) : undefined;
  const old = known === undefined ? readObservationOrder(group, 'RP', tools.now) : standing(known, tools.now);
  if (known === undefined) return refuse(asked, old, wanted, 'the order to be replaced is not known');
  if (!canGrant('RP', known.state)) return refuse(asked, old, wanted, `the order is ${inWords(known.state)}`);
  if (next === undefined || wanted === undefined) {
    return refuse(asked, old, wanted, 'no replacement (RO) follows');
  }
  const taken = take(asked, wanted, next);
  if (taken.kind === 'refused') return refuse(asked, old, wanted, taken.reason);
  const replaced = inState(known, 'replaced', tools.now);
  return {
    orders: [...orders.map((order) => (order === known ? replaced : order)), taken.order],
    answers: [{ ...standing(replaced, tools.now), control: 'RQ' }, answerOk(taken.order, tools.now)],
    effects: asked.department.begin(taken.order),
  };
}

function refuse<O extends FillerOrder>(
  asked: Asked<O>,
  old: ObservationOrder,
  wanted: ObservationOrder | undefined,
  reason: string,
): Decided<O> {
  const unable: ObservationOrder = { ...old, control: 'UM', reason: { code: '', text: reason, system: '' } };
  const answers = [unable, ...(wanted ? [answerUa(wanted, reason)] : [])];
  return { orders: asked.orders, answers, effects: [info(`RP refused: ${reason}`)] };
}
