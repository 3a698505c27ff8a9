import { holds } from '../compare/compare-values.js';
import { valueTypeOf } from '../compare/value-type.js';
import type { Examination } from '../examination.js';
import { rawValue } from '../instance/value.js';
import type { SimpleValue } from '../plan/compiled-assertion.js';
import { judgeValues } from './judge-values.js';
import type { Notes, Outcome } from './outcome.js';

/** The value stands to a given one as the operator says. Where one of the values cannot be compared nothing is told. */
export function simpleValue(x: Examination, node: number, assertion: SimpleValue, notes: Notes | undefined): Outcome {
  return judgeValues(x, node, assertion, notes, compares);
}

function compares(x: Examination, node: number, { literal, comparison }: SimpleValue): boolean | undefined {
  return holds(x, { type: valueTypeOf(x.tree, node), text: rawValue(x.tree, node) }, literal, comparison);
}
