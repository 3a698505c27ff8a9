import { comp, NULL, type SegmentDraft, segment } from '../../hl7/build.js';
import type { Insurance } from '../../population/facts.js';

export function in1(insurance: Insurance, index: number): SegmentDraft {
  return segment('IN1', {
    1: String(index + 1),
    2: comp(insurance.planId, insurance.planName),
    3: insurance.companyId,
    4: insurance.companyName,
    36: insurance.policyNumber,
  });
}

/** "No longer insured", as in `noNextOfKin`. */
export function noInsurance(): SegmentDraft {
  return segment('IN1', { 1: '1', 2: NULL, 3: NULL });
}
