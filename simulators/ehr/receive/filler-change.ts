import type { SimulatorTools } from '../../../src/endpoint/simulator.js';
import type { Message } from '../../../src/hl7/message.js';
import type { ObservationOrder } from '../../../src/messages/facts.js';
import { answering } from '../../exchange/answer-order.js';
import { alert } from '../../exchange/note.js';
import type { Received } from '../../exchange/receive.js';
import { unknownKey } from '../../exchange/refusal.js';
import { serviceAnswer } from '../../exchange/service-answer.js';
import { isOrder } from '../../read/numbers.js';
import { readControl, readObservationOrder } from '../../read/order.js';
import type { OrderGroup } from '../../read/order-groups.js';
import { inWords } from '../../status/order-status.js';
import { canGrant } from '../../status/request.js';
import type { EhrState, PlacedOrder } from '../ehr-state.js';

/** XO from the filler: another service than was ordered. XR while the order has no result, else UX with the reason. */
export function answerChange(
  state: EhrState,
  message: Message,
  groups: readonly OrderGroup[],
  tools: SimulatorTools,
): Received<EhrState> {
  const { patient } = state.care;
  if (patient === undefined) return { state, refusal: unknownKey('the patient is not known', 'PID', 3) };
  const decided = groups
    .filter((group) => readControl(group) === 'XO')
    .map((group) => decide(state.orders, readObservationOrder(group, 'XO', tools.now)));
  const orders = state.orders.map((order) => decided.find(({ before }) => before === order)?.after ?? order);
  const answers = decided.map(({ answer }) => answer);
  const effects = decided.flatMap(({ answer }) =>
    answer.control === 'UX' ? [alert(answer.reason?.text ?? 'UX')] : [],
  );
  const build: Parameters<typeof answering>[3] = (envelope, to) =>
    serviceAnswer(message, envelope, to, patient, answers);
  return answering({ ...state, orders }, message, tools, build, effects);
}

interface Decision {
  readonly before?: PlacedOrder;
  readonly after?: PlacedOrder;
  readonly answer: ObservationOrder;
}

function decide(orders: readonly PlacedOrder[], wanted: ObservationOrder): Decision {
  const before = orders.find(({ order }) => isOrder(order.numbers, wanted.numbers));
  if (before === undefined) return refused(wanted, 'the order is not known');
  const isBegun = before.state === 'in-process';
  if (!isBegun && !canGrant('XO', before.state)) return refused(wanted, `the order is ${inWords(before.state)}`);
  const { service } = wanted;
  return { before, after: { ...before, order: { ...before.order, service } }, answer: { ...wanted, control: 'XR' } };
}

function refused(wanted: ObservationOrder, text: string): Decision {
  return { answer: { ...wanted, control: 'UX', reason: { code: '', text, system: '' } } };
}
