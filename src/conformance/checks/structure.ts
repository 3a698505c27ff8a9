import type { Examination } from '../examination.js';
import { GROUP, IS_NULL, IS_UNRESOLVED, NONE, SEGMENT, SUBCOMPONENT } from '../instance/instance-tree.js';
import { definitionOf, elementOf } from '../instance/navigate.js';
import type { ElementPlan } from '../plan/plan.js';
import { checkCardinality, isNullAmong, reportNullRepeats } from './cardinality.js';
import { checkConstantOnComposite } from './constant.js';
import { checkExtra } from './extra.js';
import { checkComposite } from './format-composite.js';
import { isPlainlyFine } from './plain-values.js';
import { checkUnresolved, noteSelectedTypes } from './unresolved.js';
import { checkAbsent, checkPresent, noteOptional } from './usage.js';
import { checkValue } from './value.js';

/** Presence, number and form of every element that the message has or should have, from the message down. */
export function checkStructure(x: Examination): void {
  checkInside(x, 0, undefined);
}

function check(x: Examination, node: number): void {
  const { tree } = x;
  if (((tree.flags[node] ?? 0) & (IS_NULL | IS_UNRESOLVED)) !== 0) {
    checkUnresolved(x, node);
    return;
  }
  const element = elementOf(tree, node);
  const definition = definitionOf(tree, node);
  if (element !== undefined && definition.kind === 'datatype' && definition.of === 'primitive') {
    checkValue(x, node, element, definition);
    noteOptional(x, node, element);
  } else checkInside(x, node, element);
}

/** An element with parts. */
function checkInside(x: Examination, node: number, element: ElementPlan | undefined): void {
  const { tree, mode } = x;
  const definition = definitionOf(tree, node);
  if (tree.kind[node] === SEGMENT) noteSelectedTypes(x, node);
  checkChildren(x, node);
  if (definition.kind === 'datatype' && definition.form !== undefined && !mode.quirks.fewFormats) {
    checkComposite(x, node, definition.form);
  }
  checkExtra(x, node);
  if (element === undefined) return;
  checkConstantOnComposite(x, node, element);
  if (tree.firstChild[node] !== NONE) noteOptional(x, node, element);
}

/** What is there, and what is demanded and not there, in order of position: the children are linked in the same order. */
function checkChildren(x: Examination, parent: number): void {
  const { tree, mode, report } = x;
  if (tree.kind[parent] === SUBCOMPONENT && !mode.quirks.nestsDeeper) return;
  const before = report.count;
  const demands = x.demands[tree.definition[parent] ?? NONE] ?? [];
  let next = 0;
  let child = tree.firstChild[parent] ?? NONE;
  while (child !== NONE) {
    const position = tree.position[child] ?? 0;
    next = checkAbsentBefore(x, parent, demands, next, position);
    if (demands[next]?.position === position) next++;
    const first = child;
    while (child !== NONE && tree.position[child] === position) child = tree.next[child] ?? NONE;
    if (tree.next[first] === child && isPlainlyFine(x, first)) continue;
    const element = placeElement(x, parent, first, position);
    if (element !== undefined) checkOccurrences(x, first, child, element, before);
  }
  checkAbsentBefore(x, parent, demands, next, Number.POSITIVE_INFINITY);
}

/** Tells the demanded elements before the position, of which there are none; the index of the first that is not before it. */
function checkAbsentBefore(
  x: Examination,
  parent: number,
  demands: readonly ElementPlan[],
  from: number,
  position: number,
): number {
  let at = from;
  for (let element = demands[at]; element !== undefined && element.position < position; element = demands[++at]) {
    checkAbsent(x, parent, element);
  }
  return at;
}

/** What is demanded at the place of the node: of an alternative, what is demanded of the choice. */
function placeElement({ tree }: Examination, parent: number, node: number, position: number): ElementPlan | undefined {
  if (tree.kind[parent] !== GROUP) return tree.plan.elements[tree.element[node] ?? NONE];
  return definitionOf(tree, parent).children.find((element) => element.position === position);
}

/** The elements at one position, from `first` up to `after`; there were `before` findings before their parent's first child. */
function checkOccurrences(x: Examination, first: number, after: number, element: ElementPlan, before: number): void {
  const { tree } = x;
  if (!checkPresent(x, first, after, element)) return;
  if (tree.next[first] === after && isRightAlone(x, first, element)) {
    if (isAllowed(x, first, element)) check(x, first);
    return;
  }
  if (isNullAmong(x, first, after)) {
    if (tree.next[first] === after) return;
    if (x.mode.quirks.nullRepetitionForgets) x.report.forgetSince(before);
    reportNullRepeats(x, first, element);
    return;
  }
  if (element.hasCardinality) checkCardinality(x, first, after, element);
  for (let node = first; node !== after; node = tree.next[node] ?? NONE) {
    if (isAllowed(x, node, element)) check(x, node);
  }
}

/** What stands at the place of a choice is one of its alternatives, which has a usage of its own. Reports where that forbids it. */
function isAllowed(x: Examination, node: number, place: ElementPlan): boolean {
  const element = elementOf(x.tree, node);
  if (element === undefined || element.index === place.index || x.mode.quirks.alternativesUnchecked) return true;
  return checkPresent(x, node, x.tree.next[node] ?? NONE, element);
}

/** One occurrence, as nearly always, and that may be. */
function isRightAlone({ tree }: Examination, node: number, { hasCardinality, min, max }: ElementPlan): boolean {
  if (((tree.flags[node] ?? 0) & IS_NULL) !== 0) return false;
  return !hasCardinality || (min <= 1 && max >= 1 && tree.instance[node] === 1);
}
