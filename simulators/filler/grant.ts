import type { ObservationOrder, OrderControl } from '../../src/messages/facts.js';
import { info } from '../exchange/note.js';
import { isOrder, mainNumber, readNumbers } from '../read/numbers.js';
import { readObservationOrder, readReason } from '../read/order.js';
import { hasResult, inWords } from '../status/order-status.js';
import { canGrant, type Request, ruleOf } from '../status/request.js';
import { CODES } from '../status/status-codes.js';
import type { Asked, Decided } from './asked.js';
import { type FillerOrder, inState } from './filler-state.js';

/** CA, DC, HD, RL, XO: granted when the order still allows it, else refused with the reason; the order then lives on. */
export function grantOrRefuse<O extends FillerOrder>(asked: Asked<O>, request: Request): Decided<O> {
  const { group, orders, tools } = asked;
  const numbers = readNumbers(group);
  const known = orders.find(({ order }) => isOrder(order.numbers, numbers));
  const wanted = readObservationOrder(group, request, tools.now);
  if (known === undefined)
    return refuse(asked, wanted, request, `order ${mainNumber(numbers)?.id ?? 'without a number'} is not known`);
  if (!canGrant(request, known.state)) return refuse(asked, standing(known, tools.now), request, why(known));
  const after =
    request === 'XO' ? asked.department.change(known, wanted) : granted(known, request, readReason(group), tools.now);
  if ('refused' in after) return refuse(asked, standing(known, tools.now), request, after.refused);
  const answer: ObservationOrder = { ...standing(after, tools.now), control: ruleOf(request).accept };
  return { orders: orders.map((order) => (order === known ? after : order)), answers: [answer], effects: [] };
}

/** SS: SR with the order as it stands. */
export function tellStatus<O extends FillerOrder>(asked: Asked<O>): Decided<O> {
  const numbers = readNumbers(asked.group);
  const known = asked.orders.find(({ order }) => isOrder(order.numbers, numbers));
  const answer: ObservationOrder =
    known === undefined
      ? {
          ...readObservationOrder(asked.group, 'UA', asked.tools.now),
          reason: { code: '', text: `order ${mainNumber(numbers)?.id ?? ''} is not known`, system: '' },
        }
      : { ...standing(known, asked.tools.now), control: 'SR' };
  return { orders: asked.orders, answers: [answer], effects: [] };
}

function granted<O extends FillerOrder>(known: O, request: Request, reason: string | undefined, at: Date): O {
  const { to } = ruleOf(request);
  const moved = to === undefined ? known : inState(known, to, at);
  return reason === undefined ? moved : { ...moved, reason };
}

/** The order with the codes of its state, as an answer tells it. */
export function standing(known: FillerOrder, at: Date): ObservationOrder {
  const { order: status, result } = CODES[known.state];
  return {
    ...known.order,
    enteredAt: at,
    ...(status && { status }),
    ...(result && { resultStatus: result }),
  };
}

function refuse<O extends FillerOrder>(
  asked: Asked<O>,
  order: ObservationOrder,
  request: Request,
  reason: string,
): Decided<O> {
  const control: OrderControl = ruleOf(request).refuse;
  const answer: ObservationOrder = { ...order, control, reason: { code: '', text: reason, system: '' } };
  return { orders: asked.orders, answers: [answer], effects: [info(`${request} refused: ${reason}`)] };
}

function why({ state }: FillerOrder): string {
  if (hasResult(state)) return `the order has a ${inWords(state)} result`;
  return state === 'in-process' ? 'the order is in process' : `the order is ${inWords(state)}`;
}
