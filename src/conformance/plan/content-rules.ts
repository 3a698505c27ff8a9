import type { ProfilePath } from '../model/profile-path.js';
import type { Attachment, ConformanceStatement, KeyedConstraint, Predicate } from '../model/rule.js';
import type { CompiledAssertion } from './compiled-assertion.js';

export interface StatementPlan {
  readonly on: Attachment;
  readonly statement: Omit<ConformanceStatement, 'assertion'>;
  readonly assertion: CompiledAssertion;
}

export interface PredicatePlan {
  readonly on: Attachment;
  readonly predicate: Omit<Predicate, 'condition'>;
  readonly target: ProfilePath;
  /** The target's parents, from the element of the rule; absent where their path cannot be read. */
  readonly parents?: ProfilePath;
  /** The target from each of them: one step, none where it cannot be read. */
  readonly child: ProfilePath;
  /** Absent where the profile states the condition in words only. */
  readonly condition?: CompiledAssertion;
}

export interface KeyedPlan {
  readonly on: Attachment;
  readonly constraint: Omit<KeyedConstraint, 'entries'>;
  readonly entries: readonly { readonly key: CompiledAssertion; readonly assertions: readonly CompiledAssertion[] }[];
}
