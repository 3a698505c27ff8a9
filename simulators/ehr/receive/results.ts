import type { Effect, SimulatorTools } from '../../../src/endpoint/simulator.js';
import type { Message } from '../../../src/hl7/message.js';
import { findVisit } from '../../care/care-record.js';
import { alert, info } from '../../exchange/note.js';
import { isOwnNumber } from '../../exchange/number.js';
import type { Received } from '../../exchange/receive.js';
import { illegalTransition, type Refusal, refusal, unknownKey } from '../../exchange/refusal.js';
import { isOrder, readNumbers } from '../../read/numbers.js';
import { readService } from '../../read/order.js';
import { firstOf, type OrderGroup, readOrderGroups } from '../../read/order-groups.js';
import { identifier } from '../../read/values.js';
import type { EhrState, PlacedOrder } from '../ehr-state.js';
import type { EhrOptions } from '../options.js';
import { fileReport } from '../results/file-report.js';

/** ORU^R01: every OBR is filed under the patient of PID-3 and the visit of PV1-19, or the message is refused as a whole. */
export function receiveResults(
  state: EhrState,
  message: Message,
  tools: SimulatorTools,
  options: EhrOptions,
): Received<EhrState> {
  if (state.care.patient === undefined)
    return { state, refusal: unknownKey(`patient ${state.key} is not known`, 'PID', 3) };
  const groups = readOrderGroups(message);
  const refused =
    groups.length === 0 ? NO_REPORT : groups.map((group) => objection(state, group, tools, options)).find(Boolean);
  if (refused !== undefined) return { state, refusal: refused, effects: [alert(refused.error.userMessage ?? '')] };
  const visit = visitOf(state, message);
  let filed: { state: EhrState; effects: readonly Effect[] } = { state, effects: visit.effects };
  for (const group of groups) {
    const order = orderOf(filed.state, group);
    const outcome = fileReport(filed.state, group, order, order?.visit ?? visit.number, tools);
    if (outcome.illegal !== undefined && options.illegalTransitions === 'refuse') {
      return { state, refusal: illegalTransition(outcome.illegal), effects: outcome.effects };
    }
    filed = { state: outcome.state, effects: [...filed.effects, ...outcome.effects] };
  }
  return filed;
}

const NO_REPORT: Refusal = refusal('100', 'OBR is required', { segment: 'OBR', sequence: 1 });

/** The order behind a report; a reflex or an isolate is found by the number of its parent. */
function orderOf(state: EhrState, group: OrderGroup): PlacedOrder | undefined {
  const numbers = readNumbers(group);
  return state.orders.find(({ order }) => isOrder(order.numbers, numbers));
}

function objection(
  state: EhrState,
  group: OrderGroup,
  tools: SimulatorTools,
  options: EhrOptions,
): Refusal | undefined {
  if (readService(group).code === '')
    return refusal('101', 'OBR-4 is required', { segment: 'OBR', sequence: 1, field: 4 });
  const numbers = readNumbers(group);
  if (orderOf(state, group) !== undefined || isChildOfKnown(state, group)) return undefined;
  const { placer } = numbers;
  const place = firstOf(group, 'ORC') === undefined ? 'OBR' : 'ORC';
  if (placer !== undefined && isOwnNumber(tools, placer)) {
    return unknownKey(`order ${placer.id} was never placed for patient ${state.key}`, place, 2);
  }
  if (options.unsolicitedResults === 'file') return undefined;
  return unknownKey('a result without an order is not accepted here', place, 2);
}

function isChildOfKnown(state: EhrState, group: OrderGroup): boolean {
  const { parent } = readNumbers(group);
  return parent !== undefined && state.orders.some(({ order }) => isOrder(order.numbers, parent));
}

/** Late results go to the closed visit; a visit that was cancelled or is not known does not take them. */
function visitOf(
  state: EhrState,
  message: Message,
): { readonly number?: VisitNumber; readonly effects: readonly Effect[] } {
  const number = identifier(message.first('PV1'), '19');
  if (number === undefined) return { effects: [] };
  const visit = findVisit(state.care, number);
  if (visit === undefined)
    return { effects: [alert(`a result names visit ${number.id}, which is not known; filed without a visit`)] };
  const effects =
    visit.status === 'void'
      ? [alert(`a result came for visit ${number.id}, which was cancelled`)]
      : visit.status === 'closed'
        ? [info(`a late result came for visit ${number.id}, which is closed`)]
        : [];
  return { number: visit.visit.number, effects };
}

type VisitNumber = NonNullable<ReturnType<typeof identifier>>;
