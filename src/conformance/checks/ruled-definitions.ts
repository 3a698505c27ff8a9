import type { ValidationPlan } from '../plan/plan.js';
import { concernedDefinitions } from './concerned-definitions.js';

const known = new WeakMap<ValidationPlan, Uint8Array>();

/** Where in a plan there are statements, predicates or keyed constraints. Made with the first message of a plan. */
export function ruledDefinitions(plan: ValidationPlan): Uint8Array {
  const made =
    known.get(plan) ??
    concernedDefinitions(plan, (rules) => rules.statements.length + rules.predicates.length + rules.keyed.length > 0);
  known.set(plan, made);
  return made;
}
