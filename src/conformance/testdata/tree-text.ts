import { GROUP, type InstanceTree, NONE } from '../instance/instance-tree.js';
import { definitionOf } from '../instance/navigate.js';

/** Groups and segments of a tree in one line, with their lines: `MSH1 VISIT(PV12 PV23)`. */
export function treeText(tree: InstanceTree, node = 0): string {
  const parts: string[] = [];
  for (let child = tree.firstChild[node] ?? NONE; child !== NONE; child = tree.next[child] ?? NONE) {
    const { name } = definitionOf(tree, child);
    parts.push(tree.kind[child] === GROUP ? `${name}(${treeText(tree, child)})` : `${name}:${tree.line[child]}`);
  }
  return parts.join(' ');
}
