import { type SegmentDraft, segment } from '../../hl7/build.js';
import { ce, ceText, unitOf } from '../datatypes.js';
import type { MedicationOrder } from '../facts.js';
import { type TimingStyle, tq } from '../timing.js';

/** RXE: the order as the pharmacy encoded it. RXE-1 is required until TQ1 takes over in 2.5. */
export function rxe(order: MedicationOrder, timing: TimingStyle): SegmentDraft {
  return segment('RXE', {
    1: timing === 'tq' ? tq(order) : undefined,
    2: ce(order.drug),
    3: String(order.amountMin),
    4: order.amountMax?.toString(),
    5: unitOf(order.unit),
    6: ceText(order.drug.form),
    7: ceText(order.instructions),
    9: order.substitution,
    10: order.dispenseAmount?.toString(),
    11: unitOf(order.dispenseUnit),
    12: order.refills?.toString(),
    15: order.prescriptionNumber,
    23: order.rate?.amount.toString(),
    24: unitOf(order.rate?.unit),
  });
}
