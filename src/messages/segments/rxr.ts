import { type SegmentDraft, segment } from '../../hl7/build.js';
import { ceTable } from '../datatypes.js';
import type { MedicationOrder } from '../facts.js';

export function rxr(order: MedicationOrder): SegmentDraft {
  return segment('RXR', { 1: ceTable(order.drug.route, '0162') });
}
