import type { Examination } from '../examination.js';
import { HAS_ESCAPE, NONE } from '../instance/instance-tree.js';
import { rawValue } from '../instance/value.js';
import { type GuardedStatements, type SortedStatements, sortedStatements } from './guarded-statements.js';
import { checkKeyed } from './keyed.js';
import { checkOrderIndifferent } from './order-indifferent.js';
import { checkPredicate } from './predicate.js';
import { simpleElementAt } from './simple-element.js';
import { checkStatement, type ToldOnce } from './statement.js';
import { nextNode } from './walk.js';

/** The rules of the profile about what elements hold: of each element of the message those of its definition. */
export function checkContent(x: Examination): void {
  const { tree, report } = x;
  const told: ToldOnce = new Set();
  // Where the statements that hold are told too, every one is looked at.
  const sorted = report.wants('statement-holds') ? undefined : sortedStatements(tree.plan);
  for (let node = 0; node !== NONE; node = nextNode(tree, node)) {
    const definition = tree.definition[node] ?? NONE;
    const rules = tree.plan.definitions[definition]?.rules;
    if (rules === undefined) continue;
    const statements = sorted?.[definition];
    if (statements !== undefined) checkSorted(x, node, statements, told);
    else for (const statement of rules.statements) checkStatement(x, node, statement, told);
    for (const predicate of rules.predicates) checkPredicate(x, node, predicate);
    for (const keyed of rules.keyed) checkKeyed(x, node, keyed);
  }
  checkOrderIndifferent(x, 0, tree.plan.rules.orderIndifferent, told);
}

function checkSorted(x: Examination, node: number, { always, guarded }: SortedStatements, told: ToldOnce): void {
  for (const statement of always) checkStatement(x, node, statement, told);
  for (const group of guarded) {
    for (const statement of concerned(x, node, group)) checkStatement(x, node, statement, told);
  }
}

const NOBODY: readonly never[] = [];

/** Those that the text of the element concerns; all where there is no one text to go by. */
function concerned({ tree }: Examination, node: number, group: GuardedStatements): GuardedStatements['all'] {
  const element = simpleElementAt(tree, node, group.path);
  if (element === NONE) return group.holdsWithout ? NOBODY : group.all;
  if (element < NONE || ((tree.flags[element] ?? 0) & HAS_ESCAPE) !== 0) return group.all;
  return group.byText.get(rawValue(tree, element)) ?? NOBODY;
}
