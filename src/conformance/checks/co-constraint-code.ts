import type { Examination } from '../examination.js';
import { NONE } from '../instance/instance-tree.js';
import { simpleValue } from '../instance/value.js';
import type { CompiledLocation } from '../plan/binding.js';
import type { CompiledCell } from '../plan/co-constraint.js';
import { kinship } from '../value-sets/code-systems.js';
import { isValue } from './is-text.js';
import { simpleElementAt } from './simple-element.js';

type CodeCell = Extract<CompiledCell, { kind: 'code' }>;

/** What one location of an element says to a cell that demands a code. */
export interface CodeVerdict {
  readonly kind: 'right' | 'undecided' | 'wrong-system' | 'wrong' | 'no-system';
  /** Where it is told. */
  readonly node: number;
}

/** What each location of an element says; one that is empty says nothing. */
export function codeVerdicts(x: Examination, element: number, cell: CodeCell): readonly CodeVerdict[] {
  return cell.locations.flatMap((location) => verdictAt(x, element, cell, location) ?? []);
}

function verdictAt(
  { tree }: Examination,
  element: number,
  cell: CodeCell,
  location: CompiledLocation,
): CodeVerdict | undefined {
  const code = simpleElementAt(tree, element, location.code);
  if (code === NONE) return undefined;
  if (code < NONE) return { kind: 'undecided', node: element };
  if (!isValue(tree, code, cell.code)) return { kind: 'wrong', node: code };
  if (location.system === undefined) return { kind: 'right', node: element };
  const system = simpleElementAt(tree, element, location.system);
  if (system === NONE) return { kind: 'no-system', node: element };
  if (system < NONE) return { kind: 'undecided', node: element };
  const isRight = isValue(tree, system, cell.system);
  return isRight ? { kind: 'right', node: element } : { kind: 'wrong-system', node: system };
}

/** Whether one location has the code, with its system. Makes no garbage: it runs for each segment and row. */
export function holdsCode({ tree }: Examination, element: number, cell: CodeCell): boolean {
  for (const location of cell.locations) {
    const code = simpleElementAt(tree, element, location.code);
    if (code <= NONE || !isValue(tree, code, cell.code)) continue;
    if (location.system === undefined) return true;
    const system = simpleElementAt(tree, element, location.system);
    if (system > NONE && isValue(tree, system, cell.system)) return true;
  }
  return false;
}

/** Whether the system that is sent is the one that the cell demands, under another name. */
export function isAlias({ tree }: Examination, system: number, cell: CodeCell): boolean {
  return kinship(simpleValue(tree, system), cell.system) === 'same';
}
