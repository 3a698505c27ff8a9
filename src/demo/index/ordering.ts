import type { Message } from '../../hl7/message.js';
import { fillerOf, numbersOf, type OrderGroup, orderGroups } from './groups.js';
import type { Numbers, Order } from './orders.js';
import { isSamePatient, type Patient } from './patients.js';
import { accepted, type Plan, place, refused, together } from './plan.js';
import type { RecordIndex } from './record-index.js';
import { isPlan, knownPatient, planSubjects } from './subject.js';
import type { VisitState } from './visits.js';

/** One order of a message, looked up. */
export interface Ordered {
  readonly group: OrderGroup;
  readonly numbers: Numbers;
  readonly patient: Patient | undefined;
  readonly order: Order | undefined;
}

/**
 * Looks up patient, visit and order of each group of a message and lets `plan` decide about it. The patient must be known
 * and be the one of the order; a visit must be known and in one of `visitStates`.
 */
export function planGroups(
  message: Message,
  index: RecordIndex,
  visitStates: readonly VisitState[],
  plan: (ordered: Ordered) => Plan,
): Plan {
  const groups = orderGroups(message).map((group) => planGroup(message, index, group, plan));
  return together([planSubjects(message, index, visitStates), ...groups]);
}

function planGroup(message: Message, index: RecordIndex, group: OrderGroup, plan: (ordered: Ordered) => Plan): Plan {
  const numbers = numbersOf(message, group);
  const order = index.orders.find(numbers);
  const found = group.pid ? knownPatient(message, index, group.pid) : undefined;
  if (isPlan(found)) return found;
  if (!found && !order) return refused('204', place('PID', 3), 'neither a known patient nor a known order');
  if (found && isOfAnother(found, numbers, index)) {
    return refused('204', place('PID', 3, group.pid?.instance), 'the order belongs to another patient');
  }
  return plan({ group, numbers, patient: found, order });
}

/** Whether one of the numbers is that of an order for another patient. */
function isOfAnother(patient: Patient, { placer, filler }: Numbers, index: RecordIndex): boolean {
  const owners = [index.orders.byPlacer(placer)?.patient, index.orders.byFiller(filler)?.patient];
  return owners.some((owner) => owner !== undefined && !isSamePatient(owner, patient));
}

/** AE 204 at the order number that is there. */
export function unknownOrder({ group, numbers }: Ordered): Plan {
  const segment = group.orc ?? group.obr;
  const field = numbers.placer || !numbers.filler ? 2 : 3;
  return refused('204', place(segment?.name ?? 'ORC', field, segment?.instance), 'unknown order');
}

/** Files the order under its numbers, with the department that carries it out. */
export function fileOrder({ group, numbers, patient }: Ordered, index: RecordIndex): Order {
  const order = index.orders.register(numbers, patient);
  order.filledBy = fillerOf(group) ?? order.filledBy;
  return order;
}

/** Order control codes with which an order begins: new, replacement, child; SN asks for a placer number. */
const BEGINS = new Set(['NW', 'RO', 'CH', 'PA', 'SN']);

/** ORM, OML, OMG, OMI, OMP: orders, changes and status. */
export function planOrders(message: Message, index: RecordIndex): Plan {
  return planGroups(message, index, ['planned', 'open', 'closed'], (ordered) => {
    const control = ordered.group.orc?.get('1') ?? '';
    const refusal = BEGINS.has(control) ? beginRefusal(message, ordered, control) : changeRefusal(ordered, control);
    return refusal ?? accepted(() => void fileOrder(ordered, index));
  });
}

function beginRefusal(message: Message, { group, numbers, order }: Ordered, control: string): Plan | undefined {
  const at = group.orc?.instance;
  if (control === 'SN')
    return numbers.filler ? undefined : refused('101', place('ORC', 3, at), 'ORC-3 is required with SN');
  if (!numbers.placer) return refused('101', place('ORC', 2, at), `ORC-2 is required with ${control}`);
  // Scheduling messages (OMI) carry the order on under the numbers that it has.
  if (control !== 'NW' || message.type.code === 'OMI' || !order?.hasPlacerNumber) return undefined;
  return refused('205', place('ORC', 2, at), 'an order with this number has been placed already');
}

function changeRefusal(ordered: Ordered, control: string): Plan | undefined {
  // The answer to SN brings the placer number that was asked for.
  if (ordered.order) return undefined;
  return control === 'NA' ? undefined : unknownOrder(ordered);
}

/** ORR, ORL, ORG, ORI, ORP, RRE, RRD, RRG, RRA: each order named must be known; its filler number is kept. */
export function planAnswer(message: Message, index: RecordIndex): Plan {
  const plans = orderGroups(message).map((group): Plan => {
    const numbers = numbersOf(message, group);
    const ordered: Ordered = { group, numbers, patient: undefined, order: index.orders.find(numbers) };
    const isNamed = numbers.placer !== undefined || numbers.filler !== undefined;
    if (isNamed && !ordered.order) return unknownOrder(ordered);
    return accepted(() => void (isNamed && fileOrder(ordered, index)));
  });
  return together(plans);
}
