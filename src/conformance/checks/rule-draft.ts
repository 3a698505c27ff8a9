import type { Classification } from '../../evidence/finding.js';
import type { Trace } from '../assertions/evaluate.js';
import { expectation } from '../assertions/expectation.js';
import { traceWords } from '../assertions/trace-words.js';
import type { Examination } from '../examination.js';
import { NONE } from '../instance/instance-tree.js';
import { placeOf } from '../instance/place.js';
import type { Draft } from '../report/draft.js';
import type { FindingCode } from '../report/finding-codes.js';

/** What a rule says of itself. */
export interface RuleText {
  readonly description: string;
  /** The requirement's id. */
  readonly rule?: string;
  readonly classification?: Classification;
}

/** A rule that fails: at the element to blame, with the profile's own words, and what was wanted and found. */
export function failure(x: Examination, code: FindingCode, node: number, text: RuleText, trace: Trace): Draft {
  const note = trace.notes.at(-1);
  const made = draft(x, code, trace.node === NONE ? node : trace.node, text, trace);
  if (note === undefined) return made;
  return { ...made, expected: expectation(x.tree, note.from, note.assertion), actual: note.actual };
}

/** A rule of which nothing can be told: at the element to which it belongs. */
export function undecidedRule(x: Examination, code: FindingCode, node: number, text: RuleText, trace: Trace): Draft {
  const note = trace.notes.at(-1);
  const made = draft(x, code, node, text, trace);
  if (x.mode.name === 'nist' || note?.problem === undefined) return made;
  return { ...made, message: `${text.description} (not decided: ${note.problem})`, actual: note.actual };
}

function draft(x: Examination, code: FindingCode, node: number, text: RuleText, trace: Trace): Draft {
  const isTraced = x.mode.verbose && x.mode.name !== 'nist';
  return {
    code,
    place: placeOf(x.tree, node),
    message: isTraced ? `${text.description} (${traceWords(x.tree, trace)})` : text.description,
    classification: text.classification,
    rule: text.rule,
  };
}

/** Whether a Java class is missing for which nobody has registered a function. */
export function needsPlugin({ functions }: Examination, { notes }: Trace): boolean {
  return notes.some(({ assertion }) => assertion.kind === 'plugin' && !functions.has(assertion.name));
}
