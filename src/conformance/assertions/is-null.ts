import type { Examination } from '../examination.js';
import { FIELD, IS_NULL } from '../instance/instance-tree.js';
import { collect, UNREACHABLE } from '../instance/query.js';
import { HL7_NULL, rawValue } from '../instance/value.js';
import type { CompiledAssertion } from '../plan/compiled-assertion.js';
import { foundNodes } from './found-nodes.js';
import { FAIL, type Notes, type Outcome, PASS, undecided } from './outcome.js';

export type IsNull = Extract<CompiledAssertion, { kind: 'is-null' }>;

/** All fields at the path are HL7's `""`, and there is one. */
export function isNull(x: Examination, node: number, assertion: IsNull, notes: Notes | undefined): Outcome {
  const { steps, text } = assertion.path;
  if (steps === undefined) return undecided(notes, node, assertion, `${text} is no path`);
  const base = foundNodes.top;
  const found = collect(x.tree, node, steps, foundNodes);
  let areNull = found > 0;
  for (let i = base; i < foundNodes.top && areNull; i++) areNull = isNullField(x, foundNodes.at(i));
  foundNodes.top = base;
  if (found === UNREACHABLE) {
    return undecided(notes, node, assertion, `${text} leads below an element that has no components`);
  }
  if (areNull) return PASS;
  notes?.push({ node, from: node, assertion });
  return FAIL;
}

function isNullField({ tree }: Examination, node: number): boolean {
  if (tree.kind[node] !== FIELD) return false;
  return ((tree.flags[node] ?? 0) & IS_NULL) !== 0 || rawValue(tree, node) === HL7_NULL;
}
