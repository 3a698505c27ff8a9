import type { SegmentDraft } from '../hl7/build.js';
import type { Patient } from '../population/facts.js';
import type { Extra } from './compose.js';
import type { AnswerTo, Envelope, OrderCommon } from './facts.js';
import { orderNotes } from './order-notes.js';
import { err } from './segments/err.js';
import { msa } from './segments/msa.js';
import { pid } from './segments/pid.js';

/** What every order-level answer holds besides its orders, whose ORC-1 is the answer itself (OK, UA, CR ...). */
export interface Answer extends Extra {
  readonly answers: AnswerTo;
  readonly patient: Patient;
}

/** MSA, ERR and PID; before PID the notes of the orders, where the message has no NTE beside the order. */
export function answerOpening(
  { version }: Envelope,
  { answers, patient }: Answer,
  notesOf: readonly OrderCommon[] = [],
): readonly SegmentDraft[] {
  return [msa(answers), ...err(answers.errors, version), ...orderNotes(...notesOf), pid(patient)];
}
