import type { Verdict } from './acknowledgment.js';
import { type Defects, NO_DEFECTS } from './defects.js';
import type { Header } from './header.js';

/** Which acknowledgments a message gets. */
export interface Answers {
  /** On its own connection: the one of original mode, or the accept acknowledgment. */
  readonly reply?: Verdict;
  /** As a message of its own. */
  readonly application?: Verdict;
}

/** Errors of MSH-9, MSH-11 and MSH-12. */
const NOT_FOR_US = new Set(['200', '201', '202', '203']);
/** What stands in the way of keeping a message safely: no header, an id that is taken, no room. */
const NOT_KEPT = new Set(['100', '205', '206', '207']);

/**
 * By MSH-15 and MSH-16 (chapter 2, 2.9.2 and 2.9.3). Both empty: original mode, the verdict is the reply. One empty: that one is
 * NE. A message that is not accepted (CE, CR) is not processed, so that there is no application acknowledgment.
 */
export function answersDue(header: Header, verdict: Verdict, defects: Defects = NO_DEFECTS): Answers {
  const [accept, application] = conditionsOf(header, defects);
  if (accept === '' && application === '') return { reply: verdict };
  const acceptance = acceptOf(verdict);
  const isAccepted = acceptance.code === 'CA';
  return {
    ...(isAsked(accept, isAccepted) && { reply: acceptance }),
    ...(isAccepted && isAsked(application, verdict.code === 'AA') && { application: verdict }),
  };
}

/** MSH-15 and MSH-16. */
function conditionsOf(header: Header, defects: Defects): readonly [accept: string, application: string] {
  const asked = [header.field(15), header.field(16)] as const;
  const isOverheard = defects.has('sends-despite-ne') && asked.includes('NE');
  return isOverheard ? [asked[0].replace('NE', 'AL'), asked[1].replace('NE', 'AL')] : asked;
}

function isAsked(condition: string, isGood: boolean): boolean {
  if (condition === 'AL') return true;
  return condition === (isGood ? 'SU' : 'ER');
}

/** Content that is wrong is no matter of acceptance: the message was kept, and its processing will tell. */
function acceptOf({ problems, sequence }: Verdict): Verdict {
  const numbered = sequence === undefined ? {} : { sequence };
  const codes = problems.filter(({ at }) => at === undefined || at.segment === 'MSH').map(({ code }) => code);
  if (codes.some((code) => NOT_FOR_US.has(code))) return { code: 'CR', problems, ...numbered };
  return codes.some((code) => NOT_KEPT.has(code))
    ? { code: 'CE', problems, ...numbered }
    : { code: 'CA', problems: [], ...numbered };
}
