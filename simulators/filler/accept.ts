import type { ObservationOrder } from '../../src/messages/facts.js';
import { findVisit } from '../care/care-record.js';
import { readEcho, VISIT_ECHO } from '../care/echo.js';
import { info } from '../exchange/note.js';
import { ownNumber } from '../exchange/number.js';
import type { OrderDialect } from '../exchange/send-order.js';
import { isOrder } from '../read/numbers.js';
import { readObservationOrder, readServices } from '../read/order.js';
import type { OrderGroup } from '../read/order-groups.js';
import { identifier } from '../read/values.js';
import { readVisit } from '../read/visit.js';
import { CODES } from '../status/status-codes.js';
import type { Asked, Decided } from './asked.js';
import type { Taken } from './department.js';
import type { FillerOrder } from './filler-state.js';

/** NW: OK with a filler number, or UA with the reason. The same order again is answered as before, without a second one. */
export function acceptOrRefuse<O extends FillerOrder>(asked: Asked<O>): Decided<O> {
  const wanted = readObservationOrder(asked.group, 'NW', asked.tools.now);
  const known = asked.orders.find(({ order }) => isOrder(order.numbers, { ...placerOf(wanted) }));
  if (known !== undefined) {
    const again = info(`order ${wanted.numbers.placer?.id} came again; no second order was made`);
    return { orders: asked.orders, answers: [answerOk(known, asked.tools.now)], effects: [again] };
  }
  const taken = take(asked, wanted, asked.group);
  if (taken.kind === 'refused')
    return { orders: asked.orders, answers: [answerUa(wanted, taken.reason)], effects: [info(taken.reason)] };
  const answers = [answerOk(taken.order, asked.tools.now)];
  return { orders: [...asked.orders, taken.order], answers, effects: asked.department.begin(taken.order) };
}

/** The new order with its filler number, or why the department does not take it. */
export function take<O extends FillerOrder>(asked: Asked<O>, wanted: ObservationOrder, group: OrderGroup): Taken<O> {
  const { message, state, tools } = asked;
  const { placer } = wanted.numbers;
  if (placer === undefined) return { kind: 'refused', reason: 'a new order needs a placer order number (ORC-2)' };
  const number = identifier(message.first('PV1'), '19');
  const visit = number && findVisit(state.care, number);
  if (visit?.status === 'void') return { kind: 'refused', reason: `visit ${number?.id} was cancelled` };
  const filler = ownNumber(tools, 'filler', placer.id, placer.namespace);
  const facts = visit?.visit ?? readVisit(message);
  const base: FillerOrder = {
    order: { ...wanted, numbers: { ...wanted.numbers, filler } },
    state: 'accepted',
    history: [{ state: 'accepted', at: tools.now }],
    ...(facts && { visit: facts }),
    visitEcho: readEcho(message, VISIT_ECHO),
    dialect: dialectOf(message.type.code),
    sent: 0,
  };
  return asked.department.take(base, readServices(group), tools);
}

export function answerOk(order: FillerOrder, at: Date): ObservationOrder {
  const { order: status, result } = CODES[order.state];
  return {
    ...order.order,
    control: 'OK',
    enteredAt: at,
    ...(status && { status }),
    ...(result && { resultStatus: result }),
  };
}

export function answerUa(wanted: ObservationOrder, reason: string): ObservationOrder {
  return { ...wanted, control: 'UA', reason: { code: '', text: reason, system: '' } };
}

function placerOf({ numbers }: ObservationOrder): Pick<ObservationOrder['numbers'], 'placer'> {
  return numbers.placer === undefined ? {} : { placer: numbers.placer };
}

function dialectOf(code: string): OrderDialect {
  return code === 'OML' || code === 'OMG' ? code : 'ORM';
}
