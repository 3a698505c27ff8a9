import { never } from '../../base/never.js';
import type { Examination } from '../examination.js';
import { isSimple } from '../instance/value.js';
import type { CompiledCell, CompiledRow } from '../plan/co-constraint.js';
import { holdsCode } from './co-constraint-code.js';
import { elementsAt, NodeList } from './elements-at.js';
import { isValue } from './is-text.js';
import { saysFound } from './value-set-detection.js';
import { judgeElement } from './value-set-judgement.js';
import { judgeOneByOne } from './value-set-one-by-one.js';

/** Whether the row is about the segment: each of its selectors finds there what it looks for. */
export function isSelected(x: Examination, segment: number, row: CompiledRow): boolean {
  for (const cell of row.selectors) if (!finds(x, segment, cell)) return false;
  return true;
}

const elements = new NodeList();

function finds(x: Examination, segment: number, cell: CompiledCell): boolean {
  if (!elementsAt(x.tree, segment, cell.path, elements)) return false;
  switch (cell.kind) {
    case 'plain-text':
      return findsText(x, cell.value);
    case 'code':
      return findsCode(x, cell);
    case 'value-set':
      return findsMember(x, elements.toArray(), cell);
    default:
      return never(cell);
  }
}

/** At least one of the values, if all of them are simple. */
function findsText({ tree }: Examination, text: string): boolean {
  let isThere = false;
  for (let i = 0; i < elements.size; i++) {
    if (!isSimple(tree, elements.at(i))) return false;
    isThere ||= isValue(tree, elements.at(i), text);
  }
  return isThere;
}

function findsCode(x: Examination, cell: Extract<CompiledCell, { kind: 'code' }>): boolean {
  for (let i = 0; i < elements.size; i++) if (holdsCode(x, elements.at(i), cell)) return true;
  return false;
}

function findsMember(x: Examination, nodes: readonly number[], cell: Extract<CompiledCell, { kind: 'value-set' }>) {
  return cell.bindings.some((binding) =>
    x.mode.quirks.codesOneByOne
      ? judgeOneByOne(x, nodes, binding).some(saysFound)
      : nodes.some((node) => judgeElement(x, node, binding).outcome === 'right'),
  );
}
