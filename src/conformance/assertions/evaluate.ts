import { never } from '../../base/never.js';
import type { Examination } from '../examination.js';
import { NONE } from '../instance/instance-tree.js';
import type { CompiledAssertion } from '../plan/compiled-assertion.js';
import { complexPathValue } from './complex-path-value.js';
import { format } from './format.js';
import { isNull } from './is-null.js';
import { izSetId } from './iz-set-id.js';
import { and, exists, forAll, not, or } from './logic.js';
import { numberList } from './number-list.js';
import { FAIL, type Note, type Notes, type Outcome, PASS, REFUSED, undecided } from './outcome.js';
import { pathValue } from './path-value.js';
import { plainText } from './plain-text.js';
import { plugin } from './plugin.js';
import { presence } from './presence.js';
import { setId } from './set-id.js';
import { simpleValue } from './simple-value.js';
import { stringFormat } from './string-format.js';
import { stringList } from './string-list.js';
import { subContext } from './sub-context.js';
import { valueSet } from './value-set.js';

/** Which sub-assertions failed, or could not be told, in the order of the evaluation. */
export interface Trace {
  readonly notes: readonly Note[];
  /** The element that is to blame: the last one of the notes; NONE: that to which the rule belongs. */
  readonly node: number;
}

export type Evaluation =
  | { readonly kind: 'pass' }
  | { readonly kind: 'fail'; readonly trace: Trace; readonly sentences?: readonly string[] }
  | { readonly kind: 'inconclusive'; readonly trace: Trace };

const PASSED: Evaluation = { kind: 'pass' };

/** What the assertion says about the node, with reasons: they are gathered in a second turn, where it does not pass. */
export function evaluate(x: Examination, node: number, assertion: CompiledAssertion): Evaluation {
  return explained(x, node, assertion, judge(x, node, assertion, undefined));
}

/** The same, where the outcome is known already. */
export function explained(x: Examination, node: number, assertion: CompiledAssertion, outcome: Outcome): Evaluation {
  if (outcome === PASS) return PASSED;
  const notes: Notes = [];
  judge(x, node, assertion, notes);
  const trace = { notes, node: notes.at(-1)?.node ?? NONE };
  if (outcome === FAIL) return { kind: 'fail', trace };
  const sentences = notes.findLast((note) => note.sentences !== undefined)?.sentences;
  if (outcome === REFUSED && sentences !== undefined) return { kind: 'fail', trace, sentences };
  return { kind: 'inconclusive', trace };
}

/** What the assertion says about the node; reasons are added to `notes` where they are given. */
export function judge(x: Examination, node: number, assertion: CompiledAssertion, notes: Notes | undefined): Outcome {
  switch (assertion.kind) {
    case 'presence':
      return presence(x, node, assertion, notes);
    case 'plain-text':
      return plainText(x, node, assertion, notes);
    case 'not':
      return not(x, node, assertion, notes, judge);
    case 'and':
      return and(x, node, assertion, notes, judge);
    case 'or':
      return or(x, node, assertion, notes, judge);
    case 'format':
      return format(x, node, assertion, notes);
    case 'string-list':
      return stringList(x, node, assertion, notes);
    case 'number-list':
      return numberList(x, node, assertion, notes);
    case 'simple-value':
      return simpleValue(x, node, assertion, notes);
    case 'path-value':
      return pathValue(x, node, assertion, notes);
    case 'complex-path-value':
      return complexPathValue(x, node, assertion, notes);
    default:
      return judgeOthers(x, node, assertion, notes);
  }
}

type Rare = Extract<
  CompiledAssertion,
  {
    kind:
      | 'for-all'
      | 'exists'
      | 'sub-context'
      | 'value-set'
      | 'string-format'
      | 'set-id'
      | 'iz-set-id'
      | 'is-null'
      | 'plugin'
      | 'undecidable';
  }
>;

function judgeOthers(x: Examination, node: number, assertion: Rare, notes: Notes | undefined): Outcome {
  switch (assertion.kind) {
    case 'for-all':
      return forAll(x, node, assertion, notes, judge);
    case 'exists':
      return exists(x, node, assertion, notes, judge);
    case 'sub-context':
      return subContext(x, node, assertion, notes, judge);
    case 'value-set':
      return valueSet(x, node, assertion, notes);
    case 'string-format':
      return stringFormat(x, node, assertion, notes);
    case 'set-id':
      return setId(x, node, assertion, notes);
    case 'iz-set-id':
      return izSetId(x, node, assertion, notes);
    case 'is-null':
      return isNull(x, node, assertion, notes);
    case 'plugin':
      return plugin(x, node, assertion, notes);
    case 'undecidable':
      return undecided(notes, node, assertion, assertion.reason);
    default:
      return never(assertion);
  }
}
