import type { Examination } from '../examination.js';
import { type InstanceTree, NONE, SEGMENT } from '../instance/instance-tree.js';
import { definitionOf, firstAt } from '../instance/navigate.js';
import { isSimple, rawValue } from '../instance/value.js';
import { isDateTime, zoneOf } from './date-time.js';

/**
 * The time zone of MSH-7, which holds for every time without one (chapter 2, MSH-7); undefined where it has none. The
 * reference looks at MSH-7 only where it has no components.
 */
export function messageZone({ tree, mode }: Examination): string | undefined {
  const header = firstAt(tree, 0, 1);
  if (header === NONE || tree.kind[header] !== SEGMENT || definitionOf(tree, header).name !== 'MSH') return undefined;
  const value = simpleText(tree, firstAt(tree, header, 7), !mode.quirks.faultyComparisons);
  if (value === undefined || !isDateTime(value)) return undefined;
  return zoneOf(value) || undefined;
}

function simpleText(tree: InstanceTree, node: number, mayHaveComponents: boolean): string | undefined {
  if (node === NONE) return undefined;
  if (isSimple(tree, node)) return rawValue(tree, node);
  return mayHaveComponents ? simpleText(tree, firstAt(tree, node, 1), false) : undefined;
}
