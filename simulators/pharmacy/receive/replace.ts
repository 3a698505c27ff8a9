import type { MedicationOrder } from '../../../src/messages/facts.js';
import { info } from '../../exchange/note.js';
import { readMedicationOrder } from '../../read/medication.js';
import { isOrder } from '../../read/numbers.js';
import { readControl } from '../../read/order.js';
import type { OrderGroup } from '../../read/order-groups.js';
import { medicationMayBecome } from '../../status/medication-status.js';
import { inState, standing, withReason } from '../prescription.js';
import { answerOk, answerUa, begin, objectionTo } from './accept.js';
import type { Asked, Decided } from './asked.js';
import { asOrdered, knownBy, notKnown, swap } from './grant.js';

/** RP with the RO after it: both or neither. RQ closes the old prescription and OK opens the new one; else UM and UA. */
export function replaceOrRefuse(asked: Asked, next: OrderGroup | undefined): Decided {
  const { tools, prescriptions } = asked;
  const known = knownBy(asked);
  const isFollowed = next !== undefined && readControl(next) === 'RO';
  const wanted = isFollowed ? readMedicationOrder(next, 'RO', tools.now) : undefined;
  if (known === undefined) return refuse(asked, asOrdered(asked), wanted, notKnown(asked));
  const old = standing(known, tools.now);
  if (!medicationMayBecome(known.state, 'replaced'))
    return refuse(asked, old, wanted, `the prescription is ${known.state}`);
  if (wanted === undefined) return refuse(asked, old, wanted, 'no replacement (RO) follows');
  const isTaken = prescriptions.some(({ order }) => isOrder(order.numbers, wanted.numbers));
  const beside = prescriptions.filter((one) => one !== known);
  const reason = isTaken ? 'the replacement needs an order number of its own' : objectionTo(asked, wanted, beside);
  if (reason !== undefined) return refuse(asked, old, wanted, reason);
  const begun = begin(asked, wanted);
  const closed = inState(known, 'replaced', 'RQ', tools.now);
  const [before, after] = [closed.order.numbers.placer, wanted.numbers.placer];
  const links = {
    replaced: { ...closed, ...(after && { replacedBy: after }) },
    new: { ...begun.prescription, ...(before && { replaces: before }) },
  };
  return {
    prescriptions: [...swap(asked, known, links.replaced), links.new],
    answers: [{ ...standing(closed, tools.now), control: 'RQ' }, answerOk(begun.accepted, tools.now)],
    effects: begun.effects,
  };
}

function refuse(
  { prescriptions }: Asked,
  old: MedicationOrder,
  wanted: MedicationOrder | undefined,
  reason: string,
): Decided {
  const unable = withReason({ ...old, control: 'UM' as const }, reason);
  const answers = [unable, ...(wanted ? [answerUa(wanted, reason)] : [])];
  return { prescriptions, answers, effects: [info(`RP refused: ${reason}`)] };
}
