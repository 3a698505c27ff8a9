import type { Classification } from '../../evidence/finding.js';
import { type Evaluation, explained, judge } from '../assertions/evaluate.js';
import { INCONCLUSIVE, PASS } from '../assertions/outcome.js';
import type { Examination } from '../examination.js';
import { placeOf } from '../instance/place.js';
import type { StatementPlan } from '../plan/content-rules.js';
import { matchingBudget } from '../regular-expression/matching-budget.js';
import type { FindingCode } from '../report/finding-codes.js';
import { failureClassification, statedClassification } from './rule-classification.js';
import { failure, needsPlugin, type RuleText, undecidedRule } from './rule-draft.js';
import { checkTestData, isTestData } from './test-data.js';

/** Rules about which something was said that is to be said only once a message. */
export type ToldOnce = Set<object>;

/** A conformance statement about the node. */
export function checkStatement(x: Examination, node: number, plan: StatementPlan, told: ToldOnce): void {
  const isAboutTestData = isTestData(plan);
  if (isAboutTestData && checkTestData(x, node, plan)) return;
  const outcome = judge(x, node, plan.assertion, undefined);
  if (outcome === PASS) {
    reportSuccess(x, node, plan, isAboutTestData);
    return;
  }
  if (outcome === INCONCLUSIVE && matchingBudget.isSpent) return;
  const evaluation = explained(x, node, plan.assertion, outcome);
  if (evaluation.kind === 'fail') reportFailure(x, node, plan, evaluation, isAboutTestData);
  else if (evaluation.kind === 'inconclusive') reportUndecided(x, node, plan, evaluation, isAboutTestData, told);
}

function reportSuccess(x: Examination, node: number, plan: StatementPlan, isAboutTestData: boolean): void {
  const code: FindingCode = isAboutTestData ? 'test-data-agree' : 'statement-holds';
  if (!x.report.wants(code)) return;
  const { description, id } = plan.statement;
  x.report.add({ code, place: placeOf(x.tree, node), message: description, rule: id });
}

type Failed = Extract<Evaluation, { kind: 'fail' }>;
type Undecided = Extract<Evaluation, { kind: 'inconclusive' }>;

/** A rule function fails a statement with sentences of its own, each at the element of the statement. */
function reportFailure(x: Examination, node: number, plan: StatementPlan, failed: Failed, isAboutTestData: boolean) {
  const code: FindingCode = isAboutTestData ? 'test-data-differ' : 'statement-failed';
  const text = ruleText(plan, failureClassification(plan));
  if (failed.sentences === undefined) {
    x.report.add(failure(x, code, node, text, failed.trace));
    return;
  }
  for (const description of failed.sentences) {
    x.report.add({ ...failure(x, code, node, { ...text, description }, failed.trace), message: description });
  }
}

function reportUndecided(
  x: Examination,
  node: number,
  plan: StatementPlan,
  { trace }: Undecided,
  isAboutTestData: boolean,
  told: ToldOnce,
): void {
  const isPlugin = needsPlugin(x, trace);
  if (isPlugin && !x.mode.quirks.pluginToldEverywhere) {
    if (told.has(plan)) return;
    told.add(plan);
  }
  const text = ruleText(plan, x.mode.quirks.faultsTakeRulesClass ? statedClassification(plan) : undefined);
  const undecided: FindingCode = isAboutTestData ? 'test-data-undecided' : 'statement-undecided';
  const draft = undecidedRule(x, isPlugin ? 'rule-not-executable' : undecided, node, text, trace);
  x.report.add(isAboutTestData ? { ...draft, category: 'Content Spec Error' } : draft);
}

function ruleText({ statement }: StatementPlan, classification: Classification | undefined): RuleText {
  const { description, id } = statement;
  return { description, rule: id, ...(classification === undefined ? {} : { classification }) };
}
