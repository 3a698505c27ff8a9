import { repeat, type SegmentDraft, segment } from '../../hl7/build.js';
import { ce, ceText, ts, unitOf, xcn } from '../datatypes.js';
import type { Dispense } from '../facts.js';

/**
 * RXD. RXD-7 is required; where there is no prescription number it is the filler order number, to which the standard
 * calls it equivalent in uniqueness (2.5.1 §4.14.5.7).
 */
export function rxd(dispense: Dispense): SegmentDraft {
  const { order } = dispense;
  return segment('RXD', {
    1: String(dispense.subId),
    2: ce(order.drug),
    3: ts(dispense.dispensedAt),
    4: String(dispense.amount),
    5: unitOf(dispense.unit),
    6: ceText(order.drug.form),
    7: order.prescriptionNumber ?? order.numbers.filler?.id,
    9: repeat(...(dispense.notes ?? [])),
    10: xcn(dispense.pharmacist),
    11: order.substitution,
    18: dispense.lot,
    19: dispense.expiry,
  });
}
