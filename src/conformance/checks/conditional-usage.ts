import { foundNodes } from '../assertions/found-nodes.js';
import type { Examination } from '../examination.js';
import { definitionOf, elementOf } from '../instance/navigate.js';
import { placeOf, placeOfChild } from '../instance/place.js';
import { collect, UNREACHABLE } from '../instance/query.js';
import { HL7_NULL, rawValue } from '../instance/value.js';
import type { Usage } from '../model/usage.js';
import type { PredicatePlan } from '../plan/content-rules.js';
import type { Draft, Place } from '../report/draft.js';
import type { FindingCode } from '../report/finding-codes.js';

/**
 * Whether what the condition decides is there or not as the selected usage wants it, below each of the parents, which lie on
 * the stack of found nodes from `base` to `end`. False where the target cannot be reached.
 */
export function checkSelectedUsage(
  x: Examination,
  node: number,
  plan: PredicatePlan,
  usage: Usage,
  base: number,
  end: number,
): boolean {
  if (end > base && plan.child.length === 0) return false;
  for (let i = base; i < end; i++) {
    if (collect(x.tree, foundNodes.at(i), plan.child, foundNodes) === UNREACHABLE) return false;
  }
  const targets = foundNodes.top - end;
  const isMet = usageIsMet(x, plan, usage, base, end, targets);
  if (isMet) reportMet(x, node, plan);
  for (let i = end; i < foundNodes.top; i++) reportSelection(x, foundNodes.at(i), plan, usage);
  return true;
}

function usageIsMet(x: Examination, plan: PredicatePlan, usage: Usage, base: number, end: number, targets: number) {
  switch (usage) {
    case 'R':
      return requireTargets(x, plan, base, end, targets);
    case 'X':
    case 'W':
    case 'IX':
      return excludeTargets(x, plan, usage, end);
    case 'RE':
      if (!x.mode.quirks.weakOutcomesIgnored) noteEmpty(x, plan, base, end);
      return true;
    case 'O':
      if (!x.mode.quirks.weakOutcomesIgnored) noteOptional(x, plan, end);
      return true;
    default:
      return true;
  }
}

/** In the reference one parent that has it is enough for all. */
function requireTargets(x: Examination, plan: PredicatePlan, base: number, end: number, targets: number): boolean {
  const { anyParentDoes } = x.mode.quirks;
  if (anyParentDoes && targets > 0) return true;
  let isMet = true;
  for (let i = base; i < end; i++) {
    if (!anyParentDoes && hasTarget(x, plan, foundNodes.at(i))) continue;
    isMet = false;
    const place = placeBelow(x, foundNodes.at(i), plan);
    report(x, plan, 'condition-required-missing', place, 'is required by its condition and missing', 'R');
  }
  return x.mode.quirks.nullSatisfiesRequired || !refuseNull(x, plan, end) ? isMet : false;
}

function hasTarget({ tree }: Examination, { child }: PredicatePlan, parent: number): boolean {
  return collect(tree, parent, child) > 0;
}

/** HL7's null says that there is no value. Whether one was found. */
function refuseNull(x: Examination, plan: PredicatePlan, end: number): boolean {
  let isFound = false;
  for (let i = end; i < foundNodes.top; i++) {
    const node = foundNodes.at(i);
    if (rawValue(x.tree, node) !== HL7_NULL) continue;
    isFound = true;
    const what = 'is required by its condition and HL7 null';
    report(x, plan, 'condition-required-missing', placeOf(x.tree, node), what, 'R');
  }
  return isFound;
}

function excludeTargets(x: Examination, plan: PredicatePlan, usage: Usage, end: number): boolean {
  for (let i = end; i < foundNodes.top; i++) {
    const place = placeOf(x.tree, foundNodes.at(i));
    report(x, plan, 'condition-unsupported-present', place, 'is excluded by its condition and there', usage);
  }
  return foundNodes.top === end;
}

function noteEmpty(x: Examination, plan: PredicatePlan, base: number, end: number): void {
  if (!x.report.wants('condition-empty')) return;
  for (let i = base; i < end; i++) {
    const parent = foundNodes.at(i);
    if (hasTarget(x, plan, parent)) continue;
    const what = 'is missing; by its condition it has to be sent where its data are known';
    report(x, plan, 'condition-empty', placeBelow(x, parent, plan), what, 'RE');
  }
}

function noteOptional(x: Examination, plan: PredicatePlan, end: number): void {
  if (!x.report.wants('condition-optional')) return;
  for (let i = end; i < foundNodes.top; i++) {
    const place = placeOf(x.tree, foundNodes.at(i));
    report(x, plan, 'condition-optional', place, 'is optional by its condition and has content', 'O');
  }
}

/** Where the target would be below the parent; the parent itself where its definition has no such place. */
function placeBelow({ tree }: Examination, parent: number, { child }: PredicatePlan): Place {
  const position = child[0]?.position ?? 0;
  const element = definitionOf(tree, parent).children.find((one) => one.position === position);
  return element === undefined ? placeOf(tree, parent) : placeOfChild(tree, parent, element);
}

function report(
  x: Examination,
  { predicate }: PredicatePlan,
  code: FindingCode,
  place: Place,
  what: string,
  usage: Usage,
): void {
  const message = `the element ${what} (usage ${usage}): ${predicate.description}`;
  x.report.add(withRule({ code, place, message }, predicate.id));
}

function reportMet(x: Examination, node: number, { predicate }: PredicatePlan): void {
  if (!x.report.wants('condition-satisfied')) return;
  const draft: Draft = {
    code: 'condition-satisfied',
    place: placeOf(x.tree, node),
    message: predicate.description,
  };
  x.report.add(withRule(draft, predicate.id));
}

function reportSelection(x: Examination, node: number, { predicate }: PredicatePlan, usage: Usage): void {
  if (!x.report.wants('condition-selects')) return;
  const { whenTrue, whenFalse, description } = predicate;
  const name = elementOf(x.tree, node)?.name ?? 'the element';
  const message = `of C(${whenTrue}/${whenFalse}) the usage ${usage} holds for ${name}: ${description}`;
  x.report.add(withRule({ code: 'condition-selects', place: placeOf(x.tree, node), message }, predicate.id));
}

function withRule(draft: Draft, id: string | undefined): Draft {
  return id === undefined || id === '' ? draft : { ...draft, rule: id };
}
