import type { Classification } from '../../evidence/finding.js';
import type { StatementPlan } from '../plan/content-rules.js';

/** Of a failure; undefined: as the code says. The classification that the profile states outweighs the strength. */
export function failureClassification(plan: StatementPlan): Classification | undefined {
  return statedClassification(plan) ?? (plan.statement.strength === 'SHOULD' ? 'Warning' : undefined);
}

/** `W` and `A` of the profile. */
export function statedClassification({ statement }: StatementPlan): Classification | undefined {
  if (statement.classification === undefined) return undefined;
  return statement.classification === 'W' ? 'Warning' : 'Alert';
}
