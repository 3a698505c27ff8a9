import { COMPONENT, FIELD, type InstanceTree, NONE } from '../instance/instance-tree.js';

/**
 * Of which elements a glance at the number of characters tells that they are right, as of most values of a message. Numbers in
 * flat arrays: the glance is four of them, and half of the time that the structure of a message takes is saved.
 */
export interface PlainValues {
  /** By definition: 1 for a data type without components in which any text is right. */
  readonly definitions: Uint8Array;
  /** By element: how many characters its value may have when it occurs once; none, 1 to 0, where more is to be looked at. */
  readonly least: Int32Array;
  readonly most: Int32Array;
}

interface Glance {
  readonly tree: InstanceTree;
  readonly plain: PlainValues;
}

/** Whether nothing is to be said about the field or component, which is the only one at its position. */
export function isPlainlyFine({ tree, plain }: Glance, node: number): boolean {
  const kind = tree.kind[node] ?? NONE;
  if (kind < FIELD || tree.flags[node] !== 0 || plain.definitions[tree.definition[node] ?? NONE] !== 1) return false;
  if (kind < COMPONENT && tree.instance[node] !== 1) return false;
  const element = tree.element[node] ?? NONE;
  const length = (tree.end[node] ?? 0) - (tree.start[node] ?? 0);
  return length >= (plain.least[element] ?? 1) && length <= (plain.most[element] ?? 0);
}
