import { explained, judge } from '../assertions/evaluate.js';
import { foundNodes } from '../assertions/found-nodes.js';
import { INCONCLUSIVE, PASS } from '../assertions/outcome.js';
import type { Examination } from '../examination.js';
import { IS_NULL, NONE } from '../instance/instance-tree.js';
import { placeOf } from '../instance/place.js';
import { collect, query, UNREACHABLE } from '../instance/query.js';
import { HL7_NULL } from '../instance/value.js';
import type { Usage } from '../model/usage.js';
import type { PredicatePlan } from '../plan/content-rules.js';
import { matchingBudget } from '../regular-expression/matching-budget.js';
import { checkSelectedUsage } from './conditional-usage.js';
import { needsPlugin, undecidedRule } from './rule-draft.js';
import { simpleElementAt } from './simple-element.js';

/** A predicate about an element below the node. */
export function checkPredicate(x: Examination, node: number, plan: PredicatePlan): void {
  const { condition, predicate } = plan;
  if (condition === undefined) {
    reportWords(x, node, plan);
    return;
  }
  const outcome = judge(x, node, condition, undefined);
  if (outcome === INCONCLUSIVE && matchingBudget.isSpent) return;
  if (outcome === INCONCLUSIVE) reportUndecidedCondition(x, node, plan);
  else {
    const usage = outcome === PASS ? predicate.whenTrue : predicate.whenFalse;
    if (!isPlainlyMet(x, node, plan, usage)) checkTargets(x, node, plan, usage);
  }
}

/** Nothing is to be said, as nearly always: a value right below the node is there, and is no HL7 null, or is rightly absent. */
function isPlainlyMet(
  { tree, mode }: Examination,
  node: number,
  { parents, child }: PredicatePlan,
  usage: Usage,
): boolean {
  if (mode.verbose || parents?.length !== 0 || child.length === 0) return false;
  const target = simpleElementAt(tree, node, child);
  if (usage === 'R' || usage === 'RE') {
    return target >= 0 && (tree.end[target] ?? 0) - (tree.start[target] ?? 0) !== HL7_NULL.length;
  }
  return target === NONE && usage !== 'B' && usage !== 'C' && usage !== 'CE';
}

/** Finds the parents of what the predicate decides; where there are none there is nothing to decide. */
function checkTargets(x: Examination, node: number, plan: PredicatePlan, usage: Usage): void {
  const base = foundNodes.top;
  const { parents } = plan;
  const isFollowed = parents !== undefined && collect(x.tree, node, parents, foundNodes) !== UNREACHABLE;
  const end = withoutNull(x, base);
  const isChecked = isFollowed && checkSelectedUsage(x, node, plan, usage, base, end);
  if (!isChecked && needsTarget(x, plan, usage)) reportUndecidedTarget(x, node, plan);
  foundNodes.top = base;
}

/** What may not or need not be there is rightly missing where it could not even be. */
function needsTarget({ mode }: Examination, { parents, child }: PredicatePlan, usage: Usage): boolean {
  if (parents === undefined || child.length === 0 || mode.quirks.targetAlwaysSought) return true;
  return usage === 'R' || usage === 'RE';
}

/** Takes fields that are HL7's null off the stack: they have no inside. Returns its new top. */
function withoutNull({ tree }: Examination, base: number): number {
  let kept = base;
  for (let i = base; i < foundNodes.top; i++) {
    const parent = foundNodes.at(i);
    if (((tree.flags[parent] ?? 0) & IS_NULL) === 0) foundNodes.items[kept++] = parent;
  }
  foundNodes.top = kept;
  return kept;
}

function reportUndecidedCondition(x: Examination, node: number, { condition, predicate }: PredicatePlan): void {
  if (condition === undefined) return;
  const evaluation = explained(x, node, condition, INCONCLUSIVE);
  if (evaluation.kind !== 'inconclusive') return;
  const { trace } = evaluation;
  const code = needsPlugin(x, trace) ? 'rule-not-executable' : 'condition-undecided';
  const text = { description: predicate.description, ...ruleOf(predicate) };
  x.report.add({ ...undecidedRule(x, code, node, text, trace), category: 'Predicate Spec Error' });
}

function reportUndecidedTarget(x: Examination, node: number, { predicate }: PredicatePlan): void {
  const why = x.mode.name === 'nist' ? '' : ` (not decided: ${predicate.target} leads to no element with components)`;
  const message = `${predicate.description}${why}`;
  x.report.add({ code: 'condition-undecided', place: placeOf(x.tree, node), message, ...ruleOf(predicate) });
}

/** The reference loads no such predicate. */
function reportWords(x: Examination, node: number, { predicate, target }: PredicatePlan): void {
  if (!x.report.wants('condition-in-words')) return;
  const targets: number[] = [];
  query(x.tree, node, target, targets);
  const place = placeOf(x.tree, targets[0] ?? node);
  const message = `a person has to decide: ${predicate.description}`;
  x.report.add({ code: 'condition-in-words', place, message, ...ruleOf(predicate) });
}

function ruleOf({ id }: { readonly id?: string }): { readonly rule?: string } {
  return id === undefined || id === '' ? {} : { rule: id };
}
