import { versionAtLeast } from '../../hl7/version.js';
import type { Examination } from '../examination.js';
import { FIELD, type InstanceTree, NONE } from '../instance/instance-tree.js';
import { elementOf } from '../instance/navigate.js';
import { placeOf } from '../instance/place.js';
import type { Draft } from '../report/draft.js';
import { fieldColumn, segmentField } from './segment-field.js';
import { nextNode, segmentNamed } from './walk.js';

/**
 * The truncation character (chapter 2, 2.5.5.2): a sender that had to cut a value marks its end. A fifth character in MSH-2
 * declares it, from 2.7 on.
 */
export function checkTruncation(x: Examination): void {
  const { tree } = x;
  const mark = tree.delimiters.truncation;
  if (mark === undefined) return;
  const header = segmentNamed(tree, 'MSH');
  if (header !== NONE) checkDeclaration(x, header, mark);
  for (let node = nextNode(tree, 0); node !== NONE; node = nextNode(tree, node)) {
    if (isTruncated(tree, node, mark)) x.report.add(finding(tree, node, mark));
  }
}

function checkDeclaration({ tree, report }: Examination, header: number, mark: string): void {
  const version = segmentField(tree, header, 12).split(tree.delimiters.component)[0] ?? '';
  if (version === '' || versionAtLeast(version, '2.7')) return;
  report.add({
    code: 'truncation-character-too-early',
    place: { path: 'MSH[1]-2[1]', line: tree.line[header] ?? 1, column: fieldColumn(tree, header, 2) },
    message: 'MSH-2 declares a truncation character, which HL7 has from 2.7 on',
    rule: 'HL7 v2.7 chapter 2, 2.5.5.2',
    expected: 'four encoding characters',
    actual: `a fifth, ${mark}`,
  });
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
