import type { Examination } from '../examination.js';
import { FIELD, type InstanceTree, NONE } from '../instance/instance-tree.js';
import { elementOf } from '../instance/navigate.js';
import { placeOf } from '../instance/place.js';
import type { Draft } from '../report/draft.js';
import { nextNode } from './walk.js';

/**
 * The truncation character (chapter 2, 2.5.5.2): a sender that had to cut a value marks its end. A fifth character in MSH-2
 * declares it, from 2.7 on.
 */
export function checkTruncation({ tree, report }: Examination): void {
  const mark = tree.delimiters.truncation;
  if (mark === undefined) return;
  for (let node = nextNode(tree, 0); node !== NONE; node = nextNode(tree, node)) {
    if (isTruncated(tree, node, mark)) report.add(finding(tree, node, mark));
  }
}

/** A leaf whose text ends with the mark. MSH-2 holds the mark itself. */
function isTruncated(tree: InstanceTree, node: number, mark: string): boolean {
  if ((tree.kind[node] ?? 0) < FIELD || tree.firstChild[node] !== NONE) return false;
  const end = tree.end[node] ?? 0;
  if (end - (tree.start[node] ?? 0) < 2 || tree.text.charAt(end - 1) !== mark) return false;
  const parent = tree.parent[node] ?? NONE;
  return !(tree.position[node] === 2 && tree.kind[node] === FIELD && tree.text.startsWith('MSH', tree.start[parent]));
}

/** A conformance length `20=` forbids to cut, `20#` allows it (chapter 2, 2.5.5.3). */
function finding(tree: InstanceTree, node: number, mark: string): Draft {
  const element = elementOf(tree, node);
  const isForbidden = element?.truncation === 'forbidden';
  const name = element?.name ?? 'the value';
  return {
    code: isForbidden ? 'truncation-forbidden' : 'value-truncated',
    place: placeOf(tree, node),
    message: isForbidden
      ? `${name} was cut, and the profile says that it must not be`
      : `${name} was cut by the sender`,
    rule: element?.requirement ?? 'HL7 v2.7 chapter 2, 2.5.5.2',
    expected: isForbidden ? 'the whole value' : `a value without ${mark} at its end`,
  };
}
