import { type SegmentDraft, segment } from '../../hl7/build.js';
import { ei, ppn, ts, xcn } from '../datatypes.js';
import type { ClinicalDocument } from '../facts.js';

export function txa(document: ClinicalDocument): SegmentDraft {
  return segment('TXA', {
    1: '1',
    2: document.type,
    3: document.presentation,
    4: ts(document.activityAt),
    5: xcn(document.performedBy),
    6: ts(document.originatedAt),
    7: ts(document.transcribedAt),
    9: xcn(document.originator),
    10: xcn(document.authenticator),
    12: ei(document.number),
    13: ei(document.parent),
    14: ei(document.placer),
    15: ei(document.filler),
    17: document.completion,
    19: document.availability,
    22: ppn(document.authentication),
  });
}
