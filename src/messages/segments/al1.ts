import { type SegmentDraft, segment } from '../../hl7/build.js';
import type { Allergy } from '../../population/facts.js';
import { ce } from '../datatypes.js';

export function al1(allergy: Allergy, index: number): SegmentDraft {
  return segment('AL1', {
    1: String(index + 1),
    2: allergy.type,
    3: ce(allergy),
    4: allergy.severity,
    5: allergy.reaction,
  });
}
