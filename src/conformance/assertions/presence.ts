import type { Examination } from '../examination.js';
import type { InstanceTree } from '../instance/instance-tree.js';
import { collect, UNREACHABLE } from '../instance/query.js';
import type { ProfilePath } from '../model/profile-path.js';
import type { CompiledAssertion } from '../plan/compiled-assertion.js';
import { foundNodes } from './found-nodes.js';
import { FAIL, type Notes, type Outcome, PASS, undecided } from './outcome.js';

export type Presence = Extract<CompiledAssertion, { kind: 'presence' }>;

/** There is something at the path. */
export function presence(x: Examination, node: number, assertion: Presence, notes: Notes | undefined): Outcome {
  const { steps, text } = assertion.path;
  if (steps === undefined) return undecided(notes, node, assertion, `${text} is no path`);
  const found = collect(x.tree, node, steps);
  if (found > 0) return PASS;
  if (found === UNREACHABLE) {
    return undecided(notes, node, assertion, `${text} leads below an element that has no components`);
  }
  notes?.push({ node: nearest(x.tree, node, steps), from: node, assertion });
  return FAIL;
}

/** The last element on the way to what is absent, by the first of each kind. */
function nearest(tree: InstanceTree, from: number, path: ProfilePath): number {
  let at = from;
  for (const step of path) {
    const next = firstOf(tree, at, [step]);
    if (next === undefined) return at;
    at = next;
  }
  return at;
}

/** The first element at the path. */
export function firstOf(tree: InstanceTree, from: number, path: ProfilePath): number | undefined {
  const base = foundNodes.top;
  const found = collect(tree, from, path, foundNodes);
  foundNodes.top = base;
  return found > 0 ? foundNodes.at(base) : undefined;
}
