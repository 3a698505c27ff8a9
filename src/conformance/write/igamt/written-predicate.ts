import type { Predicate } from '../../model/rule.js';

const OUTCOMES = new Set(['R', 'RE', 'O', 'X']);

/** Whether the outcomes are those that IGAMT knows. */
export function hasKnownOutcomes({ whenTrue, whenFalse }: Predicate): boolean {
  return OUTCOMES.has(whenTrue) && OUTCOMES.has(whenFalse);
}

/** Whether Constraints.xml can hold the predicate. */
export function isWritten(rule: Predicate): boolean {
  return rule.condition !== undefined && hasKnownOutcomes(rule);
}
