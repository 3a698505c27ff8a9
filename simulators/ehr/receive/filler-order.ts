import type { SimulatorTools } from '../../../src/endpoint/simulator.js';
import type { Message } from '../../../src/hl7/message.js';
import type { Patient } from '../../../src/population/facts.js';
import { findVisit } from '../../care/care-record.js';
import { answering } from '../../exchange/answer-order.js';
import { ownNumber } from '../../exchange/number.js';
import type { Received } from '../../exchange/receive.js';
import { illegalTransition, unknownKey } from '../../exchange/refusal.js';
import type { OrderDialect } from '../../exchange/send-order.js';
import { serviceAnswer } from '../../exchange/service-answer.js';
import { sameNumber } from '../../read/numbers.js';
import { readControl, readObservationOrder } from '../../read/order.js';
import type { OrderGroup } from '../../read/order-groups.js';
import { readVisitNumber } from '../../read/visit.js';
import type { EhrState, PlacedOrder } from '../ehr-state.js';
import { newlyPlaced } from '../orders/place.js';

/** SN: the filler ordered by itself and asks for a placer number, which the answer NA brings. */
export function acceptFillerOrder(
  state: EhrState,
  message: Message,
  groups: readonly OrderGroup[],
  tools: SimulatorTools,
): Received<EhrState> {
  const { patient } = state.care;
  if (patient === undefined) return { state, refusal: unknownKey('the patient is not known', 'PID', 3) };
  const asked = groups.filter((group) => readControl(group) === 'SN');
  const orders = asked.map((group) => numbered(state, group, message, tools));
  if (orders.some(({ order }) => order.numbers.filler === undefined)) {
    return { state, refusal: illegalTransition('SN without a filler order number (ORC-3)') };
  }
  const fresh = orders.filter((order) => !state.orders.includes(order));
  const after = { ...state, orders: [...state.orders, ...fresh] };
  return answerNa(after, message, patient, orders, tools);
}

/** The order as it stands, when the same SN came before; else a new one. */
function numbered(state: EhrState, group: OrderGroup, message: Message, tools: SimulatorTools): PlacedOrder {
  const order = readObservationOrder(group, 'SN', tools.now);
  const { filler } = order.numbers;
  const known = state.orders.find((placed) => sameNumber(placed.order.numbers.filler, filler));
  if (known !== undefined) return known;
  const placer = ownNumber(tools, 'placer', filler?.id ?? '');
  const { code } = message.type;
  const dialect: OrderDialect = code === 'OML' || code === 'OMG' ? code : 'ORM';
  const visit = findVisit(state.care, readVisitNumber(message))?.visit;
  const placed = newlyPlaced({ ...order, numbers: { ...order.numbers, placer } }, dialect, visit, tools.now);
  return { ...placed, state: 'accepted', history: [{ state: 'accepted', at: tools.now, control: 'NA' }] };
}

function answerNa(
  state: EhrState,
  message: Message,
  patient: Patient,
  orders: readonly PlacedOrder[],
  tools: SimulatorTools,
): Received<EhrState> {
  const answers = orders.map(({ order }) => ({ ...order, control: 'NA' as const, enteredAt: tools.now }));
  return answering(state, message, tools, (envelope, to) => serviceAnswer(message, envelope, to, patient, answers));
}
