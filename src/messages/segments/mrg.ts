import { type SegmentDraft, segment } from '../../hl7/build.js';
import { cx, xpn } from '../datatypes.js';
import type { MergedNumbers } from '../facts.js';

export function mrg(merged: MergedNumbers): SegmentDraft {
  return segment('MRG', {
    1: cx(merged.patient),
    3: cx(merged.account),
    5: cx(merged.visit),
    7: xpn(merged.name),
  });
}
