import { comp, type FieldValue, repeat, type SegmentDraft, segment } from '../../hl7/build.js';
import { ce, ei, pl, ts, xcn } from '../datatypes.js';
import type { Charge } from '../facts.js';

export function ft1(charge: Charge, index: number): SegmentDraft {
  return segment('FT1', {
    1: String(index + 1),
    2: charge.transactionId,
    4: ts(charge.at),
    6: charge.type,
    7: ce(charge.code),
    10: String(charge.quantity),
    12: price(charge.unitPrice),
    13: ce(charge.department),
    16: pl(charge.location),
    19: repeat(...(charge.diagnoses ?? []).map(ce)),
    20: xcn(charge.performedBy),
    21: xcn(charge.orderedBy),
    23: ei(charge.filler),
    25: ce(charge.procedure),
  });
}

/** CP: the money in the subcomponents of CP.1. */
function price(money: Charge['unitPrice']): FieldValue {
  return money && comp([money.amount, money.currency]);
}
