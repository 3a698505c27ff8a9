import type { ElementPlan } from '../plan/plan.js';
import type { Place } from '../report/draft.js';
import { COUNTS_ANEW, FIELD, GROUP, type InstanceTree, NONE, SEGMENT } from './instance-tree.js';
import { definitionOf, segmentOf } from './navigate.js';

/** Where the node stands: path in NIST's form, `PID[1]-3[2].4`, `ORDER[1]`, and its line and column. */
export function placeOf(tree: InstanceTree, node: number): Place {
  return { path: pathOf(tree, node), line: tree.line[node] ?? 1, column: columnOf(tree, node) };
}

/**
 * Where an absent child would be: its path as its first occurrence, at line and column of its parent. Of a child of a
 * group or of the message the path is its own name alone, `PV1[1]`.
 */
export function placeOfChild(tree: InstanceTree, parent: number, element: ElementPlan): Place {
  const kind = tree.kind[parent];
  const line = tree.line[parent] ?? 1;
  const column = columnOf(tree, parent);
  if (kind === GROUP) return { path: `${nameBelow(tree, element)}[1]`, line, column };
  const suffix = kind === SEGMENT ? `-${element.position}[1]` : `.${element.position}`;
  return { path: pathOf(tree, parent) + suffix, line, column };
}

/** NIST's form of the path. */
export function pathOf(tree: InstanceTree, node: number): string {
  const kind = tree.kind[node] ?? GROUP;
  if (kind <= SEGMENT) return `${definitionOf(tree, node).name}[${tree.ordinal[node]}]`;
  const parent = tree.parent[node] ?? NONE;
  if (kind === FIELD) return `${segmentPrefix(tree, parent)}-${tree.position[node]}[${tree.instance[node]}]`;
  return `${pathOf(tree, parent)}.${tree.position[node]}`;
}

/** 1-based, in characters (UTF-16) from the start of the segment's line; 1 for segments and groups. */
export function columnOf(tree: InstanceTree, node: number): number {
  if ((tree.kind[node] ?? GROUP) <= SEGMENT) return 1;
  return (tree.start[node] ?? 0) - (tree.start[segmentOf(tree, node)] ?? 0) + 1;
}

function segmentPrefix(tree: InstanceTree, segment: number): string {
  const countsAnew = ((tree.flags[segment] ?? 0) & COUNTS_ANEW) !== 0;
  return countsAnew ? `${definitionOf(tree, segment).name}[1]` : pathOf(tree, segment);
}

/** Group and segment elements are known by the name of what they hold. */
function nameBelow(tree: InstanceTree, element: ElementPlan): string {
  return tree.plan.definitions[element.definition]?.name ?? element.name;
}
