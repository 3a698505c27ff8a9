import type { SimulatorTools } from '../../../src/endpoint/simulator.js';
import type { Message } from '../../../src/hl7/message.js';
import { alert } from '../../exchange/note.js';
import type { Received } from '../../exchange/receive.js';
import { illegalTransition, unknownKey } from '../../exchange/refusal.js';
import { isOrder, mainNumber, readNumbers } from '../../read/numbers.js';
import { readControl } from '../../read/order.js';
import { type OrderGroup, readOrderGroups } from '../../read/order-groups.js';
import type { EhrState } from '../ehr-state.js';
import type { EhrOptions } from '../options.js';
import { applyNews } from '../orders/news.js';
import { answerChange } from './filler-change.js';
import { acceptFillerOrder } from './filler-order.js';

/** ORM, OML, OMG and OMI from a filler: statuses (SC), cancellations (OC), orders of its own (SN), changes (XO). */
export function receiveOrderNews(
  state: EhrState,
  message: Message,
  tools: SimulatorTools,
  options: EhrOptions,
): Received<EhrState> {
  const groups = readOrderGroups(message);
  const asksFor = (control: string): boolean => groups.some((group) => readControl(group) === control);
  if (asksFor('SN')) return acceptFillerOrder(state, message, groups, tools);
  if (asksFor('XO')) return answerChange(state, message, groups, tools);
  const outcome = applyGroups(state, groups, tools);
  if (outcome.unknown !== undefined) {
    return { state, refusal: unknownKey(outcome.unknown, 'ORC', 2), effects: [alert(outcome.unknown)] };
  }
  const [illegal] = outcome.illegal;
  const effects = outcome.illegal.map(alert);
  if (illegal !== undefined && options.illegalTransitions === 'refuse') {
    return { state, refusal: illegalTransition(illegal), effects };
  }
  return { state: outcome.state, effects };
}

/** ORR, ORL, ORG and ORI as messages of their own. What they say is noted even where it is illegal; an answer is not answered back. */
export function receiveAnswer(state: EhrState, message: Message, tools: SimulatorTools): Received<EhrState> {
  const outcome = applyGroups(state, readOrderGroups(message), tools);
  const effects = [...outcome.illegal, ...(outcome.unknown === undefined ? [] : [outcome.unknown])].map(alert);
  return { state: outcome.state, effects };
}

interface Outcome {
  readonly state: EhrState;
  readonly illegal: readonly string[];
  /** A group that names no order of this patient. */
  readonly unknown?: string;
}

function applyGroups(state: EhrState, groups: readonly OrderGroup[], tools: SimulatorTools): Outcome {
  let outcome: Outcome = { state, illegal: [] };
  for (const group of groups) outcome = applyGroup(outcome, group, tools);
  return outcome;
}

function applyGroup(before: Outcome, group: OrderGroup, tools: SimulatorTools): Outcome {
  const numbers = readNumbers(group);
  const placed = before.state.orders.find(({ order }) => isOrder(order.numbers, numbers));
  if (placed === undefined) {
    const unknown = `${readControl(group)} for order ${mainNumber(numbers)?.id ?? 'without a number'}, which was never placed`;
    return { ...before, unknown };
  }
  const news = applyNews(placed, group, tools.now);
  if (news.kind === 'illegal') return { ...before, illegal: [...before.illegal, news.reason] };
  const orders = before.state.orders.map((order) => (order === placed ? news.order : order));
  return { ...before, state: { ...before.state, orders } };
}
