import { type SegmentDraft, segment } from '../../hl7/build.js';
import type { Coded } from '../../population/facts.js';
import { ce } from '../datatypes.js';

/** Table 0052: admitting, working, final. */
export type DiagnosisType = 'A' | 'W' | 'F';

export function dg1(diagnoses: readonly Coded[] | undefined, type: DiagnosisType): readonly SegmentDraft[] {
  return (diagnoses ?? []).map((diagnosis, index) =>
    segment('DG1', { 1: String(index + 1), 3: ce(diagnosis), 6: type }),
  );
}
