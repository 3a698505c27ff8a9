import type { Examination } from '../examination.js';
import { simpleValue } from '../instance/value.js';
import type { Format } from '../plan/compiled-assertion.js';
import { matchesWhole } from '../plan/regular-expression.js';
import { judgeValues } from './judge-values.js';
import type { Notes, Outcome } from './outcome.js';

/** The whole value, its escapes resolved, matches the regular expression. */
export function format(x: Examination, node: number, assertion: Format, notes: Notes | undefined): Outcome {
  return judgeValues(x, node, assertion, notes, matches);
}

function matches({ tree }: Examination, node: number, { expression }: Format): boolean | undefined {
  return expression === undefined ? undefined : matchesWhole(expression, simpleValue(tree, node));
}
