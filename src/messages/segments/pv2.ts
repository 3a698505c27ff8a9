import { type SegmentDraft, segment } from '../../hl7/build.js';
import type { Visit } from '../../population/facts.js';
import { ts } from '../datatypes.js';

/** PV2 where the visit has something to say in it: PV2-8, the expected admission. */
export function pv2(visit: Visit): readonly SegmentDraft[] {
  return visit.expectedAdmit ? [segment('PV2', { 8: ts(visit.expectedAdmit) })] : [];
}
