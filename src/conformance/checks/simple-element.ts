import { type InstanceTree, NONE } from '../instance/instance-tree.js';
import { isSimple } from '../instance/value.js';
import type { ProfilePath } from '../model/profile-path.js';
import { hasNoInside } from './elements-at.js';

/** The path leads below a simple element, or to an element with components. */
export const UNREACHABLE = -2;
/** The path leads to several elements. */
export const SEVERAL = -3;

/**
 * The one simple element at a path from `node`; NONE where there is none, else UNREACHABLE or SEVERAL. What the definition
 * does not have is merely absent. Makes no garbage: it runs for every code of every message.
 */
export function simpleElementAt(tree: InstanceTree, node: number, path: ProfilePath): number {
  return descend(tree, node, path, 0);
}

function descend(tree: InstanceTree, node: number, path: ProfilePath, depth: number): number {
  const step = path[depth];
  if (step === undefined) return isSimple(tree, node) ? node : UNREACHABLE;
  if (hasNoInside(tree, node)) return UNREACHABLE;
  let found = NONE;
  for (let child = tree.firstChild[node] ?? NONE; child !== NONE; child = tree.next[child] ?? NONE) {
    const position = tree.position[child] ?? 0;
    if (position > step.position) break;
    if (position < step.position || (step.instance !== '*' && tree.instance[child] !== step.instance)) continue;
    const below = descend(tree, child, path, depth + 1);
    if (below === UNREACHABLE) return UNREACHABLE;
    if (below === NONE) continue;
    found = found === NONE ? below : SEVERAL;
  }
  return found;
}
