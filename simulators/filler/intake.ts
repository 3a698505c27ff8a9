import type { Handler, Intake } from '../exchange/receive.js';
import { isOver } from '../status/order-status.js';
import type { Department, FillerOptions } from './department.js';
import type { FillerOrder, FillerState } from './filler-state.js';
import { receivePlacerAnswer } from './hear.js';
import { adtHandlers } from './receive-adt.js';
import { receiveOrders } from './receive-orders.js';
import { numberOf } from './tell.js';

const PLACER_ANSWERS = ['ORR^O02', 'ORL^O22', 'ORG^O20', 'ORI^O24'];

/** All that a department accepts: ADT, orders of the given types, and the placer's answers to its own messages. */
export function fillerIntake<S extends FillerState<O>, O extends FillerOrder>(
  department: Department<O>,
  orderTypes: readonly string[],
  options: FillerOptions,
): Intake<S> {
  const orders: Handler<S> = (state, message, tools) => receiveOrders<S, O>(state, message, tools, department, options);
  const answers: Handler<S> = (state, message, tools) => receivePlacerAnswer<S, O>(state, message, tools);
  return {
    mergedNumbers: options.mergedNumbers,
    withoutPatient: new Set(PLACER_ANSWERS),
    handlers: {
      ...adtHandlers<S>(options, unfinishedOrders),
      ...Object.fromEntries(orderTypes.map((type) => [type, orders])),
      ...Object.fromEntries(PLACER_ANSWERS.map((type) => [type, answers])),
    },
  };
}

function unfinishedOrders(state: FillerState<FillerOrder>, visitNumber: string): readonly string[] {
  return state.orders
    .filter((order) => order.visit?.number.id === visitNumber && !isOver(order.state))
    .map((order) => `order ${numberOf(order)} is ${order.state}`);
}
