import type { SegmentDraft } from '../hl7/build.js';
import type { Patient } from '../population/facts.js';
import type { Extra } from './compose.js';
import type { AnswerTo, OrderCommon } from './facts.js';
import { orderNotes } from './order-notes.js';
import { msa } from './segments/msa.js';
import { pid } from './segments/pid.js';

/** What every order-level answer holds besides its orders, whose ORC-1 is the answer itself (OK, UA, CR ...). */
export interface Answer extends Extra {
  readonly answers: AnswerTo;
  readonly patient: Patient;
}

/** MSA and PID; between them the notes of the orders, where the message has no NTE beside the order. */
export function answerOpening(answer: Answer, notesOf: readonly OrderCommon[] = []): readonly SegmentDraft[] {
  return [msa(answer.answers), ...orderNotes(...notesOf), pid(answer.patient)];
}
