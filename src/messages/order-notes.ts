import type { SegmentDraft } from '../hl7/build.js';
import type { OrderCommon } from './facts.js';
import { nte } from './segments/nte.js';

/**
 * NTE of an order: why it was refused, cancelled or changed, for receivers that do not read ORC-16, then its notes.
 * Given several orders, the NTE of the header, in messages that have none beside the order.
 */
export function orderNotes(...orders: readonly OrderCommon[]): readonly SegmentDraft[] {
  return nte(orders.flatMap(({ reason, notes = [] }) => [...(reason?.text ? [reason.text] : []), ...notes]));
}
