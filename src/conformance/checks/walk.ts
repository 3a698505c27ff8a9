import { GROUP, type InstanceTree, NONE, SEGMENT } from '../instance/instance-tree.js';

/** The node after `node` in the order of the message, children first; NONE after the last. Node 0 is the first. */
export function nextNode(tree: InstanceTree, node: number): number {
  const child = tree.firstChild[node] ?? NONE;
  return child === NONE ? nextOutside(tree, node) : child;
}

/** The next segment after `node`, which is a segment or a group; NONE after the last. */
export function nextSegment(tree: InstanceTree, node: number): number {
  let at = tree.kind[node] === GROUP ? nextNode(tree, node) : nextOutside(tree, node);
  while (at !== NONE && tree.kind[at] !== SEGMENT) at = nextNode(tree, at);
  return at;
}

/** The first segment with this name, NONE where there is none. */
export function segmentNamed(tree: InstanceTree, name: string): number {
  if (!tree.plan.segmentNames.has(name)) return NONE;
  for (let at = nextSegment(tree, 0); at !== NONE; at = nextSegment(tree, at)) {
    if (tree.text.startsWith(name, tree.start[at])) return at;
  }
  return NONE;
}

/** The next node that is not below `node`. */
function nextOutside(tree: InstanceTree, node: number): number {
  for (let at = node; at !== NONE; at = tree.parent[at] ?? NONE) {
    const sibling = tree.next[at] ?? NONE;
    if (sibling !== NONE) return sibling;
  }
  return NONE;
}
