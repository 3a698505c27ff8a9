import { judge } from '../assertions/evaluate.js';
import { PASS } from '../assertions/outcome.js';
import type { Examination } from '../examination.js';
import { HAS_ESCAPE, NONE } from '../instance/instance-tree.js';
import { placeOf } from '../instance/place.js';
import { rawValue } from '../instance/value.js';
import { matchingBudget } from '../regular-expression/matching-budget.js';
import { BELOW, HERE } from './concerned-definitions.js';
import { type GuardedStatements, type SortedStatements, sortedStatements } from './guarded-statements.js';
import { checkKeyed } from './keyed.js';
import { checkOrderIndifferent } from './order-indifferent.js';
import { checkPredicate } from './predicate.js';
import { ruledDefinitions } from './ruled-definitions.js';
import { simpleElementAt } from './simple-element.js';
import { checkStatement, type ToldOnce } from './statement.js';

/** The rules of the profile about what elements hold: of each element of the message those of its definition. */
export function checkContent(x: Examination): void {
  const { tree, report } = x;
  const told: ToldOnce = new Set();
  // Where the statements that hold are told too, every one is looked at.
  const sorted = report.wants('statement-holds') ? undefined : sortedStatements(tree.plan);
  checkBelow({ x, told, sorted, ruled: ruledDefinitions(tree.plan) }, 0);
  checkOrderIndifferent(x, 0, tree.plan.rules.orderIndifferent, told);
  if (matchingBudget.isSpent) reportGivenUp(x);
}

/** Instead of one finding for each rule that was not decided. */
function reportGivenUp({ tree, report }: Examination): void {
  const message =
    'the regular expressions of the profile take too long for this message; rules that need more of them are not decided';
  report.add({ code: 'expressions-given-up', place: placeOf(tree, 0), message });
}

interface Walk {
  readonly x: Examination;
  readonly told: ToldOnce;
  readonly sorted: ReturnType<typeof sortedStatements> | undefined;
  readonly ruled: Uint8Array;
}

/** In the order of the message, and only where rules are. */
function checkBelow(walk: Walk, node: number): void {
  const { tree } = walk.x;
  const definition = tree.definition[node] ?? NONE;
  const bits = walk.ruled[definition] ?? 0;
  if ((bits & HERE) !== 0) checkNode(walk, node, definition);
  if ((bits & BELOW) === 0) return;
  for (let child = tree.firstChild[node] ?? NONE; child !== NONE; child = tree.next[child] ?? NONE) {
    if (walk.ruled[tree.definition[child] ?? NONE] !== 0) checkBelow(walk, child);
  }
}

function checkNode({ x, told, sorted }: Walk, node: number, definition: number): void {
  const rules = x.tree.plan.definitions[definition]?.rules;
  if (rules === undefined) return;
  const statements = sorted?.[definition];
  if (statements !== undefined) checkSorted(x, node, statements, told);
  else for (const statement of rules.statements) checkStatement(x, node, statement, told);
  for (const predicate of rules.predicates) checkPredicate(x, node, predicate);
  for (const keyed of rules.keyed) checkKeyed(x, node, keyed);
}

function checkSorted(x: Examination, node: number, { always, guarded }: SortedStatements, told: ToldOnce): void {
  for (const statement of always) checkStatement(x, node, statement, told);
  for (const group of guarded) checkGuarded(x, node, group, told);
}

/** Those that the text of the element concerns; all where there is no one text to go by. */
function checkGuarded(x: Examination, node: number, group: GuardedStatements, told: ToldOnce): void {
  const { tree } = x;
  const element = simpleElementAt(tree, node, group.path);
  if (element === NONE && group.holdsWithout) return;
  if (element < 0 || ((tree.flags[element] ?? 0) & HAS_ESCAPE) !== 0) {
    for (const statement of group.all) checkStatement(x, node, statement, told);
    return;
  }
  for (const { statement, rest } of group.byText.get(rawValue(tree, element)) ?? NOBODY) {
    if (judge(x, node, rest, undefined) !== PASS) checkStatement(x, node, statement, told);
  }
}

const NOBODY: readonly never[] = [];
