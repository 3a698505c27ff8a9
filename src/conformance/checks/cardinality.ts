import type { Examination } from '../examination.js';
import { FIELD, IS_NULL, NONE } from '../instance/instance-tree.js';
import { placeOf } from '../instance/place.js';
import type { ElementPlan } from '../plan/plan.js';
import type { FindingCode } from '../report/finding-codes.js';

/**
 * How often the element occurs, from `first` up to `after`: the highest occurrence counts, so that an empty repetition before it
 * counts too. Too few: one finding at the last. Too many: one at each that is too many.
 */
export function checkCardinality(x: Examination, first: number, after: number, element: ElementPlan): void {
  const { tree } = x;
  let last = first;
  for (let node = first; node !== after && node !== NONE; node = tree.next[node] ?? NONE) {
    if ((tree.instance[node] ?? 0) > element.max) report(x, MANY, node, element);
    last = node;
  }
  if ((tree.instance[last] ?? 0) < element.min) report(x, FEW, last, element);
}

const MANY = { field: 'cardinality-too-many', other: 'segment-repeats-too-often' } as const;
const FEW = { field: 'cardinality-too-few', other: 'segment-repeats-too-rarely' } as const;

function report(
  x: Examination,
  codes: { readonly field: FindingCode; readonly other: FindingCode },
  node: number,
  element: ElementPlan,
): void {
  const { tree } = x;
  const bounds = `${element.min}..${element.max === Number.POSITIVE_INFINITY ? '*' : element.max}`;
  x.report.add({
    code: tree.kind[node] === FIELD ? codes.field : codes.other,
    place: placeOf(tree, node),
    message: `${element.name} has to occur ${bounds} times; this is its occurrence ${tree.instance[node]}`,
    expected: bounds,
    actual: String(tree.instance[node]),
    rule: element.requirement,
  });
}

/** Whether one of the field's repetitions is HL7's `""` where the profile expects components. */
export function isNullAmong(x: Examination, first: number, after: number): boolean {
  const { tree } = x;
  if (tree.kind[first] !== FIELD) return false;
  for (let node = first; node !== after && node !== NONE; node = tree.next[node] ?? NONE) {
    if (((tree.flags[node] ?? 0) & IS_NULL) !== 0) return true;
  }
  return false;
}

/** `""` deletes all that there is, so nothing can stand beside it. */
export function reportNullRepeats(x: Examination, first: number, element: ElementPlan): void {
  const message = `${element.name} is null ("") in one repetition and has others`;
  x.report.add({ code: 'null-repeats', place: placeOf(x.tree, first), message, expected: '"" alone' });
}
