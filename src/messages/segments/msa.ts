import { type SegmentDraft, segment } from '../../hl7/build.js';
import type { AnswerTo } from '../facts.js';

export function msa(answers: AnswerTo): SegmentDraft {
  return segment('MSA', { 1: answers.code, 2: answers.controlId, 3: answers.text });
}
