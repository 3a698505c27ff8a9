import type { ProfilePath } from '../model/profile-path.js';
import type { CompiledAssertion, PlainText } from '../plan/compiled-assertion.js';
import type { StatementPlan } from '../plan/content-rules.js';
import type { ValidationPlan } from '../plan/plan.js';
import { isTestData } from './test-data.js';

/** Statements that hold unless one element has a text that each of them names. */
export interface GuardedStatements {
  readonly path: ProfilePath;
  /** All of them hold where the element is absent. */
  readonly holdsWithout: boolean;
  readonly byText: ReadonlyMap<string, readonly GuardedStatement[]>;
  readonly all: readonly StatementPlan[];
}

export interface GuardedStatement {
  readonly statement: StatementPlan;
  /** Whether the statement holds where the element has the text, which need not be looked at again. */
  readonly rest: CompiledAssertion;
}

/** The statements of one definition, sorted by what decides whether they have to be looked at. */
export interface SortedStatements {
  readonly always: readonly StatementPlan[];
  readonly guarded: readonly GuardedStatements[];
}

const known = new WeakMap<ValidationPlan, readonly (SortedStatements | undefined)[]>();

/**
 * By definition; made with the first message of a plan. Real profiles have dozens of statements "if OBX-3 is X, then ...":
 * for an OBX with one code one look at the code finds the few that are about it.
 */
export function sortedStatements(plan: ValidationPlan): readonly (SortedStatements | undefined)[] {
  const made = known.get(plan) ?? plan.definitions.map(({ rules }) => rules && sorted(rules.statements));
  known.set(plan, made);
  return made;
}

function sorted(statements: readonly StatementPlan[]): SortedStatements {
  const always: StatementPlan[] = [];
  const groups = new Map<string, Group>();
  for (const statement of statements) {
    const guard = isTestData(statement) ? undefined : guardOf(statement.assertion);
    if (guard === undefined) {
      always.push(statement);
      continue;
    }
    const key = `${guard.path.text}/${guard.holdsWithout}`;
    const group = groups.get(key) ?? { guard, statements: [] };
    group.statements.push([guard.text, { statement, rest: guard.rest }]);
    groups.set(key, group);
  }
  return { always, guarded: [...groups.values()].map(grouped) };
}

interface Group {
  readonly guard: Guard;
  readonly statements: [string, GuardedStatement][];
}

function grouped({ guard, statements }: Group): GuardedStatements {
  const byText = new Map<string, GuardedStatement[]>();
  for (const [text, statement] of statements) {
    const same = byText.get(text);
    if (same === undefined) byText.set(text, [statement]);
    else same.push(statement);
  }
  const { steps, holdsWithout } = guard;
  return { path: steps, holdsWithout, byText, all: statements.map(([, { statement }]) => statement) };
}

interface Guard {
  readonly path: PlainText['path'];
  readonly steps: ProfilePath;
  readonly text: string;
  readonly holdsWithout: boolean;
  readonly rest: CompiledAssertion;
}

/**
 * Of "not all of these, or that": the first condition about a text, where only presences on the way to the element stand before
 * it. Where the element has another text the conditions fail, so that the statement holds.
 */
function guardOf(assertion: CompiledAssertion): Guard | undefined {
  if (assertion.kind !== 'or' || assertion.left.kind !== 'not') return undefined;
  const conditions = conjuncts(assertion.left.of);
  const at = conditions.findIndex(({ kind }) => kind === 'plain-text');
  const condition = conditions[at];
  if (condition?.kind !== 'plain-text' || condition.ignoreCase || !condition.quantity.all) return undefined;
  const { path, text } = condition;
  const { steps } = path;
  const before = conditions.slice(0, at);
  if (steps === undefined || !isFixed(steps) || !before.every((one) => isOnTheWay(one, steps))) return undefined;
  const holdsWithout = before.some((one) => one.kind === 'presence' && one.path.steps?.length === steps.length);
  return { path, steps, text, holdsWithout, rest: unless(conditions.slice(at + 1), assertion.right) };
}

/** Not all of the conditions, or that. */
function unless(conditions: readonly CompiledAssertion[], that: CompiledAssertion): CompiledAssertion {
  if (conditions.length === 0) return that;
  return { kind: 'or', left: { kind: 'not', of: { kind: 'for-all', of: conditions } }, right: that };
}

/** What is asserted together, in the order of evaluation. */
function conjuncts(assertion: CompiledAssertion): readonly CompiledAssertion[] {
  if (assertion.kind === 'for-all') return assertion.of.flatMap(conjuncts);
  if (assertion.kind === 'and') return [...conjuncts(assertion.left), ...conjuncts(assertion.right)];
  return [assertion];
}

function isFixed(path: ProfilePath): boolean {
  return path.length > 0 && path.every(({ instance }) => instance !== '*');
}

function isOnTheWay(assertion: CompiledAssertion, path: ProfilePath): boolean {
  if (assertion.kind !== 'presence') return false;
  const { steps } = assertion.path;
  if (steps === undefined || steps.length > path.length) return false;
  return steps.every((step, at) => step.position === path[at]?.position && step.instance === path[at]?.instance);
}
