import { standing } from '../prescription.js';
import { answerUa } from './accept.js';
import type { Asked, Decided } from './asked.js';
import { asOrdered, knownBy, notKnown } from './grant.js';

/** SS: SR with the prescription as it stands. RO that follows no RP is a replacement of nothing. */
export function tellStatus(asked: Asked): Decided {
  const known = knownBy(asked);
  const { prescriptions, tools } = asked;
  const answer =
    known === undefined
      ? answerUa(asOrdered(asked), notKnown(asked))
      : { ...standing(known, tools.now), control: 'SR' as const };
  return { prescriptions, answers: [answer], effects: [] };
}
