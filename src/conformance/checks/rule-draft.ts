import type { Classification } from '../../evidence/finding.js';
import type { Trace } from '../assertions/evaluate.js';
import { expectation } from '../assertions/expectation.js';
import type { Note } from '../assertions/outcome.js';
import { traceWords } from '../assertions/trace-words.js';
import type { Examination } from '../examination.js';
import { NONE } from '../instance/instance-tree.js';
import { placeOf } from '../instance/place.js';
import type { Draft } from '../report/draft.js';
import type { FindingCode } from '../report/finding-codes.js';
import { formFault } from './format.js';

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
  const expected = expectation(x.tree, note.from, note.assertion);
  return { ...made, expected, actual: note.actual, causedBy: causeOf(x, note) };
}

/** A rule of which nothing can be told: at the element to which it belongs. */
export function undecidedRule(x: Examination, code: FindingCode, node: number, text: RuleText, trace: Trace): Draft {
  const note = trace.notes.at(-1);
  const made = draft(x, code, node, text, trace);
  if (x.mode.name === 'nist' || note?.problem === undefined) return made;
  return {
    ...made,
    message: `${text.description} (not decided: ${note.problem})`,
    actual: note.actual,
    causedBy: causeOf(x, note),
  };
}

const COMPARING: ReadonlySet<string> = new Set<Note['assertion']['kind']>([
  'simple-value',
  'number-list',
  'path-value',
  'complex-path-value',
]);

/** What is no number or date cannot be compared with one: that it is none has been told, and is to be mended first. */
function causeOf(x: Examination, { assertion, compared = [], node }: Note): FindingCode | undefined {
  if (x.mode.name === 'nist' || !COMPARING.has(assertion.kind)) return undefined;
  for (const each of [...compared, node]) {
    const fault = formFault(x, each);
    if (fault !== undefined) return fault;
  }
  return undefined;
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
