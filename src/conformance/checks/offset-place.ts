import { type InstanceTree, NONE } from '../instance/instance-tree.js';
import { pathOf } from '../instance/place.js';
import type { Place } from '../report/draft.js';

/** The deepest element of `segment` that holds the character at `offset` of the text; the segment itself where none does. */
export function nodeAt(tree: InstanceTree, segment: number, offset: number): number {
  let node = segment;
  for (let child = tree.firstChild[node] ?? NONE; child !== NONE; ) {
    const isHere = (tree.start[child] ?? 0) <= offset && offset < (tree.end[child] ?? 0);
    if (isHere) node = child;
    child = (isHere ? tree.firstChild[child] : tree.next[child]) ?? NONE;
  }
  return node;
}

/** Where the character at `offset` stands: the path of its element, and its own column. */
export function placeAt(tree: InstanceTree, segment: number, offset: number): Place {
  const column = offset - (tree.start[segment] ?? 0) + 1;
  return { path: pathOf(tree, nodeAt(tree, segment, offset)), line: tree.line[segment] ?? 1, column };
}
