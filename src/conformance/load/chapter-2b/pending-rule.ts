import type { ConformanceStatement, Predicate } from '../../model/rule.js';
import type { ValueSetBinding } from '../../model/value-set.js';

/** A rule on its way up to the definition from which its paths start. */
export interface PendingRule {
  /** How many levels above the element that hands it on; 0 is the element itself. */
  readonly up: number;
  readonly rule: ConformanceStatement | Predicate | (ValueSetBinding & { readonly kind: 'binding' });
}

/** The rules that belong to this very element. */
export function rulesHere(rules: readonly PendingRule[]): readonly PendingRule['rule'][] {
  return rules.filter(({ up }) => up === 0).map(({ rule }) => rule);
}

/** The others, as the parent sees them. */
export function rulesAbove(rules: readonly PendingRule[]): readonly PendingRule[] {
  return rules.filter(({ up }) => up > 0).map(({ up, rule }) => ({ up: up - 1, rule }));
}
