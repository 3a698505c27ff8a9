import type { Examination } from '../examination.js';
import { NONE } from '../instance/instance-tree.js';
import { checkKeyed } from './keyed.js';
import { checkOrderIndifferent } from './order-indifferent.js';
import { checkPredicate } from './predicate.js';
import { checkStatement, type ToldOnce } from './statement.js';
import { nextNode } from './walk.js';

/** The rules of the profile about what elements hold: of each element of the message those of its definition. */
export function checkContent(x: Examination): void {
  const { tree } = x;
  const told: ToldOnce = new Set();
  for (let node = 0; node !== NONE; node = nextNode(tree, node)) {
    const rules = tree.plan.definitions[tree.definition[node] ?? NONE]?.rules;
    if (rules === undefined) continue;
    for (const statement of rules.statements) checkStatement(x, node, statement, told);
    for (const predicate of rules.predicates) checkPredicate(x, node, predicate);
    for (const keyed of rules.keyed) checkKeyed(x, node, keyed);
  }
  checkOrderIndifferent(x, 0, tree.plan.rules.orderIndifferent, told);
}
