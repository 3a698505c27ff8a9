import { repeat, type SegmentDraft, segment } from '../../hl7/build.js';
import { ce, ceText, pl, ts, unitOf, xcn } from '../datatypes.js';
import type { Administration } from '../facts.js';

/** RXA. RXA-2 and the filler order number are what a correction (RXA-21 U) or deletion (D) is matched by. */
export function rxa(administration: Administration): SegmentDraft {
  const { order } = administration;
  return segment('RXA', {
    1: String(administration.giveSubId ?? 0),
    2: String(administration.subId),
    3: ts(administration.startAt),
    4: ts(administration.endAt),
    5: ce(order.drug),
    6: String(administration.amount),
    7: unitOf(administration.unit),
    8: ceText(order.drug.form),
    9: repeat(...(administration.notes ?? []).map((note) => ceText(note))),
    10: xcn(administration.by),
    11: pl(administration.where),
    15: administration.lot,
    18: ce(administration.refusalReason),
    20: administration.completion,
    21: administration.action,
  });
}
