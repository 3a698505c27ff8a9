import type { ProfilePath } from '../model/profile-path.js';
import { PARTS, UNKNOWN } from './inside.js';
import { type InstanceTree, NONE } from './instance-tree.js';
import { NodeStack } from './node-stack.js';

/** What a query says where the path leads below something that has no inside. */
export const UNREACHABLE = -1;

const found = new NodeStack();

/**
 * Appends the elements at `path` from the node `from`, in the order of the message; false where the path leads below a simple
 * element or one whose data type nothing tells. A place that the definition does not have is empty.
 */
export function query(tree: InstanceTree, from: number, path: ProfilePath, into: number[]): boolean {
  const base = found.top;
  const isReachable = walk(tree, from, path, 0, found) !== UNREACHABLE;
  if (isReachable) for (let i = base; i < found.top; i++) into.push(found.at(i));
  found.top = base;
  return isReachable;
}

/** How many elements are at `path`, and pushes them where a stack is given; UNREACHABLE may leave some pushed. */
export function collect(tree: InstanceTree, from: number, path: ProfilePath, onto?: NodeStack): number {
  return walk(tree, from, path, 0, onto);
}

function walk(tree: InstanceTree, node: number, path: ProfilePath, depth: number, onto: NodeStack | undefined): number {
  const step = path[depth];
  if (step === undefined) {
    onto?.push(node);
    return 1;
  }
  if (!hasInside(tree, node)) return UNREACHABLE;
  const { position, next } = tree;
  const isLast = depth === path.length - 1;
  let total = 0;
  for (let child = tree.firstChild[node] ?? NONE; child !== NONE; child = next[child] ?? NONE) {
    const place = position[child] ?? 0;
    if (place < step.position) continue;
    if (place > step.position) break;
    if (step.instance !== '*' && tree.instance[child] !== step.instance) continue;
    if (isLast) onto?.push(child);
    const below = isLast ? 1 : walk(tree, child, path, depth + 1, onto);
    if (below === UNREACHABLE) return UNREACHABLE;
    total += below;
  }
  return total;
}

/** Groups, segments, and elements with a data type of components; also where a field with components is HL7's null. */
export function hasInside({ inside, definition }: InstanceTree, node: number): boolean {
  return (inside[definition[node] ?? NONE] ?? UNKNOWN) >= PARTS;
}
