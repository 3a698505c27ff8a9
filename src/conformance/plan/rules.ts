import type { ProfilePath } from '../model/profile-path.js';
import type { Attachment, ConformanceStatement, KeyedConstraint, Predicate } from '../model/rule.js';
import type { CompiledAssertion } from './assertion.js';
import type { CompiledBinding, CompiledSingleCode } from './binding.js';
import type { CompiledCoConstraints } from './co-constraint.js';
import type { CompiledOrderIndifferent } from './order-indifferent.js';

/** The rules of one definition: those attached to its name first, then those attached to its id. */
export interface DefinitionRules {
  readonly statements: readonly StatementPlan[];
  readonly predicates: readonly PredicatePlan[];
  readonly keyed: readonly KeyedPlan[];
  readonly bindings: readonly CompiledBinding[];
  readonly singleCodes: readonly CompiledSingleCode[];
}

/** The rules that belong to the message as a whole. */
export interface MessageRules {
  readonly coConstraints: readonly CompiledCoConstraints[];
  readonly orderIndifferent: readonly CompiledOrderIndifferent[];
}

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
