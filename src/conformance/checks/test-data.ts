import { isText } from '../assertions/plain-text.js';
import { isListed } from '../assertions/string-list.js';
import type { Examination } from '../examination.js';
import { placeOf } from '../instance/place.js';
import { query } from '../instance/query.js';
import { isSimple, rawValue } from '../instance/value.js';
import type { PlainText, StringList } from '../plan/compiled-assertion.js';
import type { StatementPlan } from '../plan/content-rules.js';
import { failureClassification, statedClassification } from './rule-classification.js';

/** Statements that a test tool has made of the data of a test case; they say what this very message must hold. */
export function isTestData({ statement }: StatementPlan): boolean {
  return statement.reference?.generatedBy?.includes('TCAMT') === true;
}

/**
 * Where the statement is about a text, it is judged more simply than others: what is absent is right, and no number of values
 * counts but one. False where it is about something else.
 */
export function checkTestData(x: Examination, node: number, plan: StatementPlan): boolean {
  const { assertion } = plan;
  if (assertion.kind !== 'plain-text' && assertion.kind !== 'string-list') return false;
  const values: number[] = [];
  const { steps } = assertion.path;
  const isFollowed = steps !== undefined && query(x.tree, node, steps, values);
  if (!isFollowed || !values.every((value) => isSimple(x.tree, value))) reportUndecided(x, node, plan);
  else judgeValues(x, node, plan, assertion, values);
  return true;
}

function judgeValues(
  x: Examination,
  node: number,
  plan: StatementPlan,
  assertion: PlainText | StringList,
  values: readonly number[],
): void {
  const wrong = values.filter((value) => !isRight(x, value, assertion));
  const [first] = wrong;
  const isOneEnough = !assertion.quantity.all && assertion.quantity.min === 1 && wrong.length < values.length;
  if (first === undefined || isOneEnough) reportSuccess(x, node, plan);
  else reportFailure(x, plan, assertion, first, wrong.at(-1) ?? first);
}

function isRight(x: Examination, value: number, assertion: PlainText | StringList): boolean {
  return assertion.kind === 'plain-text' ? isText(x, value, assertion) : isListed(x, value, assertion);
}

function reportSuccess(x: Examination, node: number, { statement }: StatementPlan): void {
  if (!x.report.wants('test-data-agree')) return;
  const place = placeOf(x.tree, node);
  x.report.add({ code: 'test-data-agree', place, message: statement.description, rule: statement.id });
}

/** At the last value that is wrong, with the first one. */
function reportFailure(
  x: Examination,
  plan: StatementPlan,
  assertion: PlainText | StringList,
  first: number,
  last: number,
): void {
  const classification = failureClassification(plan);
  x.report.add({
    code: 'test-data-differ',
    place: placeOf(x.tree, last),
    message: plan.statement.description,
    rule: plan.statement.id,
    expected: assertion.kind === 'plain-text' ? assertion.text : [...assertion.values].join(', '),
    actual: rawValue(x.tree, first),
    ...(classification === undefined ? {} : { classification }),
  });
}

/** The reference gives it the category of other statements. */
function reportUndecided(x: Examination, node: number, plan: StatementPlan): void {
  const classification = x.mode.quirks.faultsTakeRulesClass ? statedClassification(plan) : undefined;
  x.report.add({
    code: 'test-data-undecided',
    place: placeOf(x.tree, node),
    message: plan.statement.description,
    rule: plan.statement.id,
    ...(x.mode.name === 'nist' ? { category: 'Constraint Spec Error' } : {}),
    ...(classification === undefined ? {} : { classification }),
  });
}
