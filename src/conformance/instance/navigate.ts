import type { DefinitionPlan, ElementPlan } from '../plan/plan.js';
import { type InstanceTree, NONE, SEGMENT } from './instance-tree.js';

/** What is demanded of the node's inside: its group, segment or data type. */
export function definitionOf(tree: InstanceTree, node: number): DefinitionPlan {
  const definition = tree.plan.definitions[tree.definition[node] ?? NONE];
  if (definition === undefined) throw new RangeError(`node ${node} of the instance tree has no definition`);
  return definition;
}

/** What is demanded at the node's place; undefined for the message itself. */
export function elementOf(tree: InstanceTree, node: number): ElementPlan | undefined {
  return tree.plan.elements[tree.element[node] ?? NONE];
}

/** The first child at `position`, NONE where there is none; go on with `nextAt`. */
export function firstAt(tree: InstanceTree, parent: number, position: number): number {
  let child = tree.firstChild[parent] ?? NONE;
  while (child !== NONE && tree.position[child] !== position) child = tree.next[child] ?? NONE;
  return child;
}

/** The next sibling at the same position, NONE where there is none. */
export function nextAt(tree: InstanceTree, node: number): number {
  const position = tree.position[node];
  let sibling = tree.next[node] ?? NONE;
  while (sibling !== NONE && tree.position[sibling] !== position) sibling = tree.next[sibling] ?? NONE;
  return sibling;
}

/** The segment in which the node stands, or the node itself where it is one; NONE for a group. */
export function segmentOf(tree: InstanceTree, node: number): number {
  let at = node;
  while (at !== NONE && tree.kind[at] !== SEGMENT) {
    if ((tree.kind[at] ?? SEGMENT) < SEGMENT) return NONE;
    at = tree.parent[at] ?? NONE;
  }
  return at;
}
