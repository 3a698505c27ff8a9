import type { Examination } from '../examination.js';
import { FIELD } from '../instance/instance-tree.js';
import { placeOf } from '../instance/place.js';
import type { ElementPlan } from '../plan/plan.js';

/** MSH-1 and MSH-2 declare the delimiters. */
export function declaresDelimiters({ tree }: Examination, node: number): boolean {
  if (tree.kind[node] !== FIELD || (tree.position[node] ?? 0) > 2) return false;
  const segment = tree.start[tree.parent[node] ?? 0] ?? 0;
  return tree.text.startsWith('MSH', segment);
}

/** A delimiter in a value without parts has to be written as an escape sequence. */
export function reportSeparator(x: Examination, node: number, element: ElementPlan): void {
  x.report.add({
    code: 'separator-unescaped',
    place: placeOf(x.tree, node),
    message: `${element.name} has no parts, and yet a delimiter stands in it; in text it has to be escaped`,
  });
}
