import type { Message } from '../../hl7/message.js';
import type { Segment } from '../../hl7/segment.js';
import { fileOrder, planGroups, unknownOrder } from './ordering.js';
import type { Order } from './orders.js';
import { accepted, type Plan, place, refused, together } from './plan.js';
import type { RecordIndex } from './record-index.js';
import type { VisitState } from './visits.js';

const ALIVE: readonly VisitState[] = ['planned', 'open', 'closed'];

/** RDE: the pharmacy's own version of an order, or an order that was born in the pharmacy. */
export function planEncodedOrder(message: Message, index: RecordIndex): Plan {
  return planGroups(message, index, ALIVE, (ordered) => accepted(() => void fileOrder(ordered, index)));
}

/** RDS, RGV, RAS: only for a prescription that is known. */
export function planSupply(message: Message, index: RecordIndex): Plan {
  return planGroups(message, index, ALIVE, (ordered) => {
    const { order, group } = ordered;
    if (!order) return unknownOrder(ordered);
    return together(group.doses.map((rxa) => planDose(rxa, order, index)));
  });
}

/** RXA-21: A adds a dose, U changes and D deletes the one with the same sub-IDs. */
function planDose(rxa: Segment, order: Order, index: RecordIndex): Plan {
  const action = rxa.get('21') ?? 'A';
  const dose = `${rxa.get('1') ?? ''}\n${rxa.get('2') ?? ''}`;
  const isKnown = index.doses.has(order, dose);
  const at = place('RXA', 2, rxa.instance);
  if (action === 'A' && isKnown) return refused('205', at, 'this administration is recorded already');
  if (action !== 'A' && !isKnown) return refused('204', at, 'unknown administration');
  return accepted(() => (action === 'D' ? index.doses.remove(order, dose) : index.doses.record(order, dose)));
}
