import { NULL, type SegmentDraft, segment } from '../../hl7/build.js';
import type { NextOfKin } from '../../population/facts.js';
import { ceTable, homePhone, xpn } from '../datatypes.js';

export function nk1(kin: NextOfKin, index: number): SegmentDraft {
  return segment('NK1', {
    1: String(index + 1),
    2: xpn(kin.name, 'L'),
    3: ceTable(kin.relationship.code, '0063', kin.relationship.text),
    5: homePhone(kin.phone),
  });
}

/** "There are none any more": a set of segments is removed by one whose data is deleted (2.5.1 §2.10.4.1). */
export function noNextOfKin(): SegmentDraft {
  return segment('NK1', { 1: '1', 2: NULL, 3: NULL });
}
