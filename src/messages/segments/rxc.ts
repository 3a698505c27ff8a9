import { type SegmentDraft, segment } from '../../hl7/build.js';
import { ce, unitOf } from '../datatypes.js';
import type { MedicationOrder } from '../facts.js';

/** RXC, one for each part of a mixture. */
export function rxc(order: MedicationOrder): readonly SegmentDraft[] {
  return (order.components ?? []).map((part) =>
    segment('RXC', { 1: part.kind, 2: ce(part.drug), 3: String(part.amount), 4: unitOf(part.unit) }),
  );
}
