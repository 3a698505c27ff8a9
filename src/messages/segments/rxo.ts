import { type SegmentDraft, segment } from '../../hl7/build.js';
import { ce, ceText, unitOf } from '../datatypes.js';
import type { MedicationOrder } from '../facts.js';

/** RXO: what the prescriber asked for. */
export function rxo(order: MedicationOrder): SegmentDraft {
  return segment('RXO', {
    1: ce(order.drug),
    2: String(order.amountMin),
    3: order.amountMax?.toString(),
    4: unitOf(order.unit),
    5: ceText(order.drug.form),
    7: ceText(order.instructions),
    9: order.substitution,
    11: order.dispenseAmount?.toString(),
    12: unitOf(order.dispenseUnit),
    13: order.refills?.toString(),
    21: order.rate?.amount.toString(),
    22: unitOf(order.rate?.unit),
  });
}
