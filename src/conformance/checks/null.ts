import type { Examination } from '../examination.js';
import { FIELD, type InstanceTree, NONE } from '../instance/instance-tree.js';
import { elementOf } from '../instance/navigate.js';
import { placeOf } from '../instance/place.js';
import { nextNode } from './walk.js';

const QUOTE = 34;

/**
 * HL7 null (`""`, chapter 2, 2.6) tells the receiver to delete what it has: a required element cannot be null. The reference
 * accepts it as a value.
 */
export function checkNulls({ tree, report }: Examination): void {
  if (!tree.text.includes('""')) return;
  for (let node = nextNode(tree, 0); node !== NONE; node = nextNode(tree, node)) {
    if (!isNull(tree, node)) continue;
    const element = elementOf(tree, node);
    if (element?.usage !== 'R') continue;
    report.add({
      code: 'null-required',
      place: placeOf(tree, node),
      message: `${element.name} is required and must not be HL7 null`,
      rule: element.requirement ?? 'HL7 v2 chapter 2, 2.6',
      expected: 'a value',
      actual: '""',
    });
  }
}

/** A field that holds one component has both at the same place: the field alone is told. */
function isNull({ text, start, end, kind, parent }: InstanceTree, node: number): boolean {
  const from = start[node] ?? 0;
  if ((kind[node] ?? 0) < FIELD || (end[node] ?? 0) - from !== 2) return false;
  if (text.charCodeAt(from) !== QUOTE || text.charCodeAt(from + 1) !== QUOTE) return false;
  const above = parent[node] ?? NONE;
  return start[above] !== from || end[above] !== end[node];
}
