import type { Examination } from '../examination.js';
import { GROUP, NONE } from '../instance/instance-tree.js';
import { elementOf } from '../instance/navigate.js';
import { placeOf, placeOfChild } from '../instance/place.js';
import type { ElementPlan } from '../plan/plan.js';
import type { FindingCode } from '../report/finding-codes.js';

/** Of an element that is not there, below `parent`. */
export function checkAbsent(x: Examination, parent: number, element: ElementPlan): void {
  switch (element.usage) {
    case 'R':
      reportAbsent(x, missingCode(x, parent, element), parent, element, REQUIRED);
      break;
    case 'RE':
      reportAbsent(x, 'usage-empty', parent, element, WHERE_KNOWN);
      break;
    case 'C':
    case 'CE':
      if (element.isDecided === true || x.mode.quirks.fewUsages) break;
      reportAbsent(x, 'usage-undecided', parent, element, UNDECIDED);
      break;
    default:
  }
}

const REQUIRED = 'is required (usage R) and missing';
const WHERE_KNOWN = 'is missing; it has to be sent where its data are known (usage RE)';
const UNDECIDED = 'is missing; its condition has to be looked at by a person';

function missingCode({ tree }: Examination, parent: number, element: ElementPlan): FindingCode {
  if (tree.kind[parent] !== GROUP) return 'usage-required';
  const definition = tree.plan.definitions[element.definition];
  if (definition?.kind !== 'group') return 'segment-missing';
  return definition.of === 'choice' ? 'choice-missing' : 'group-missing';
}

function reportAbsent(x: Examination, code: FindingCode, parent: number, element: ElementPlan, what: string): void {
  if (!x.report.wants(code)) return;
  const place = placeOfChild(x.tree, parent, element);
  x.report.add({
    code,
    place,
    message: `${named(x, parent, element)} ${what}`,
    expected: x.tree.plan.definitions[element.definition]?.name ?? element.name,
    rule: element.requirement,
  });
}

/** `the segment PV1`, `Patient Identifier List`. */
function named({ tree }: Examination, parent: number, element: ElementPlan): string {
  if (tree.kind[parent] !== GROUP) return element.name;
  const kind = tree.plan.definitions[element.definition]?.kind ?? 'segment';
  return `the ${kind} ${element.name}`;
}

/** Whether the profile lets the elements from `first` to its last sibling at the same position be there. Reports where not. */
export function checkPresent(x: Examination, first: number, after: number, element: ElementPlan): boolean {
  switch (element.usage) {
    case 'X':
      return reportPresent(x, 'usage-unsupported', first, after, 'is excluded by the profile (usage X)');
    case 'W':
      return reportPresent(x, 'usage-withdrawn', first, after, 'was withdrawn from the standard (usage W)');
    case 'IX':
      if (x.mode.quirks.fewUsages) return true;
      return reportPresent(x, 'usage-excluded', first, after, 'is excluded from now on (usage IX)');
    case 'B':
      if (!x.mode.quirks.fewUsages)
        reportPresent(x, 'usage-deprecated', first, after, 'is kept for older versions only (usage B)');
      return true;
    default:
      return true;
  }
}

/** False, so that it says at once that the element may not be there. */
function reportPresent(x: Examination, code: FindingCode, first: number, after: number, what: string): false {
  const { tree, report } = x;
  if (!report.wants(code)) return false;
  for (let node = first; node !== after && node !== NONE; node = tree.next[node] ?? NONE) {
    const element = elementOf(tree, node);
    const message = `${element?.name ?? 'the element'} ${what}`;
    report.add({ code, place: placeOf(tree, node), message, rule: element?.requirement });
  }
  return false;
}

/** Of an optional element with content. Told only on request. */
export function noteOptional(x: Examination, node: number, element: ElementPlan): void {
  if (element.usage !== 'O' || !x.report.wants('usage-optional')) return;
  const message = `${element.name} is optional (usage O) and has content`;
  x.report.add({ code: 'usage-optional', place: placeOf(x.tree, node), message });
}
