import { type SegmentDraft, segment } from '../../hl7/build.js';
import type { Coded } from '../../population/facts.js';
import { ce, ts } from '../datatypes.js';

export interface Procedure {
  readonly code: Coded;
  readonly at: Date;
  /** PR1-6, table 0230: anesthesia, diagnostic, invasive, procedure for treatment. */
  readonly functionalType: 'A' | 'D' | 'I' | 'P';
}

export function pr1(procedure: Procedure, index: number): SegmentDraft {
  return segment('PR1', {
    1: String(index + 1),
    3: ce(procedure.code),
    5: ts(procedure.at),
    6: procedure.functionalType,
  });
}
