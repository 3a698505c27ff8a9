import type { Message } from '../../hl7/message.js';
import { fileOrder, type Ordered, planGroups } from './ordering.js';
import { accepted, type Plan } from './plan.js';
import type { RecordIndex } from './record-index.js';
import type { VisitState } from './visits.js';

/** Results are filed whatever became of the visit: a discharge or a cancelled admission does not undo them. */
const ANY_STATE: readonly VisitState[] = ['planned', 'open', 'closed', 'void'];

/** ORU and OUL. A result need not have an order here, but its patient must be known. */
export function planResults(message: Message, index: RecordIndex): Plan {
  return planGroups(message, index, ANY_STATE, (ordered) => accepted(() => fileResult(ordered, index)));
}

function fileResult(ordered: Ordered, index: RecordIndex): void {
  const { numbers, group } = ordered;
  if (!numbers.placer && !numbers.filler) return;
  index.results.file(fileOrder(ordered, index), group.obr?.get('25') ?? '');
}
