import type { CompiledBinding, CompiledSingleCode } from './binding.js';
import type { CompiledCoConstraints } from './co-constraint.js';
import type { KeyedPlan, PredicatePlan, StatementPlan } from './content-rules.js';
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
