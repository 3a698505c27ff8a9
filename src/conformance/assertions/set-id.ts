import type { Examination } from '../examination.js';
import { collect } from '../instance/query.js';
import { isSimple, rawValue } from '../instance/value.js';
import type { CompiledAssertion } from '../plan/compiled-assertion.js';
import { foundNodes } from './found-nodes.js';
import { FAIL, type Notes, type Outcome, PASS, undecided } from './outcome.js';

export type SetId = Extract<CompiledAssertion, { kind: 'set-id' }>;

/** The only value at the path is the number of the element's occurrence. */
export function setId(x: Examination, node: number, assertion: SetId, notes: Notes | undefined): Outcome {
  const { tree } = x;
  const { steps, text } = assertion.path;
  if (steps === undefined) return undecided(notes, node, assertion, `${text} is no path`);
  const base = foundNodes.top;
  const found = collect(tree, node, steps, foundNodes);
  foundNodes.top = base;
  const value = foundNodes.at(base);
  if (found !== 1 || !isSimple(tree, value)) {
    return undecided(notes, node, assertion, `${text} does not lead to exactly one value`);
  }
  const actual = rawValue(tree, value);
  if (actual === String(tree.instance[node])) return PASS;
  notes?.push({ node: value, from: node, assertion, actual });
  return FAIL;
}
