import { never } from '../../base/never.js';
import { isSimple, rawValue } from '../instance/value.js';
import { writeProfilePath } from '../model/profile-path.js';
import type { CompiledCell, CompiledRow } from '../plan/co-constraint.js';
import type { CoConstraintFindingCode } from '../report/co-constraint-codes.js';
import { type CodeVerdict, codeVerdicts, isAlias } from './co-constraint-code.js';
import { type CellContext, type TableContext, tellCell } from './co-constraint-context.js';
import { checkValueSetCell } from './co-constraint-value-set.js';
import { elementsAt, NodeList } from './elements-at.js';
import { isValue } from './is-text.js';
import { codeText } from './value-set-words.js';

/** A segment that a row picks against the constraints of the row. What is absent meets them: usage decides on that. */
export function checkCells(context: TableContext, segment: number, row: CompiledRow): void {
  if (row.constraints.length === 0) return;
  const here = { ...context, segment, row };
  for (const cell of row.constraints) checkCell(here, cell);
}

/** Of the cell that is looked at; used again for each. */
const found = new NodeList();

function checkCell(context: CellContext, cell: CompiledCell): void {
  const { x, segment } = context;
  if (!elementsAt(x.tree, segment, cell.path, found)) {
    tellUnreachable(context, cell, segment);
    return;
  }
  const nodes = found.toArray();
  switch (cell.kind) {
    case 'plain-text':
      checkText(context, nodes, cell);
      break;
    case 'code':
      checkCode(context, nodes, cell);
      break;
    case 'value-set':
      checkValueSetCell(context, nodes, cell);
      break;
    default:
      never(cell);
  }
}

function tellUnreachable(context: CellContext, { name, path }: CompiledCell, node: number): void {
  tellCell(
    context,
    'co-constraint-cell',
    node,
    `what ${name} means, at ${writeProfilePath(path)}, cannot be looked up`,
  );
}

function checkText(
  context: CellContext,
  nodes: readonly number[],
  cell: Extract<CompiledCell, { kind: 'plain-text' }>,
): void {
  const { x, segment } = context;
  if (nodes.some((node) => !isSimple(x.tree, node))) {
    tellUnreachable(context, cell, segment);
    return;
  }
  const right = nodes.filter((node) => isValue(x.tree, node, cell.value));
  for (const node of right) tellCell(context, 'co-constraint-met', node, `${cell.name} is ${cell.value}`);
  if (right.length > 0) return;
  for (const node of nodes) {
    const values = { expected: cell.value, actual: rawValue(x.tree, node) };
    tellCell(context, 'co-constraint-text', node, `${cell.name} must be ${cell.value}`, values);
  }
}

type CodeCell = Extract<CompiledCell, { kind: 'code' }>;

/** The reference tells all locations that are wrong, we the one that is nearest to right. */
function checkCode(context: CellContext, nodes: readonly number[], cell: CodeCell): void {
  const { x } = context;
  const verdicts = nodes.flatMap((node) => codeVerdicts(x, node, cell));
  const right = verdicts.filter(({ kind }) => kind === 'right');
  const undecided = verdicts.filter(({ kind }) => kind === 'undecided');
  if (right.length > 0) {
    for (const { node } of right) tellCell(context, 'co-constraint-met', node, `${cell.name} is ${cell.code}`);
  } else if (undecided.length > 0) {
    for (const { node } of undecided) tellUnreachable(context, cell, node);
  } else {
    const wrong = x.mode.quirks.codesOneByOne ? verdicts : [...verdicts].sort(byNearness).slice(0, 1);
    for (const verdict of wrong) tellWrongCode(context, cell, verdict);
  }
}

const NEARNESS: readonly CodeVerdict['kind'][] = ['wrong-system', 'no-system', 'wrong'];

function byNearness(one: CodeVerdict, other: CodeVerdict): number {
  return NEARNESS.indexOf(one.kind) - NEARNESS.indexOf(other.kind);
}

const WRONG: Readonly<Record<CodeVerdict['kind'], CoConstraintFindingCode>> = {
  'wrong-system': 'co-constraint-code-system',
  'no-system': 'co-constraint-code-system-missing',
  wrong: 'co-constraint-code',
  undecided: 'co-constraint-cell',
  right: 'co-constraint-met',
};

function tellWrongCode(context: CellContext, cell: CodeCell, { kind, node }: CodeVerdict): void {
  const { x } = context;
  const must = `${cell.name} must be ${codeText(cell.code, cell.system)}`;
  const hint =
    kind === 'wrong-system' && isAlias(x, node, cell)
      ? '; the message names the same code system in another way'
      : kind === 'no-system'
        ? ', and its code system is missing'
        : '';
  const expected = kind === 'wrong' ? cell.code : cell.system;
  const values = kind === 'no-system' ? { expected } : { expected, actual: rawValue(x.tree, node) };
  tellCell(context, WRONG[kind], node, must + hint, values);
}
