import type { CompiledAssertion, CompiledPath } from './compiled-assertion.js';
import type { StatementPlan } from './content-rules.js';

/** A pattern: so many elements that meet the trigger, each with its constraints. */
export interface CompiledPattern {
  readonly cardinality: number;
  readonly message: string;
  readonly trigger: CompiledAssertion;
  readonly statements: readonly StatementPlan[];
  readonly contexts: readonly CompiledOrderIndifferent[];
}

/** Elements whose order means nothing. An element that one pattern has taken is not looked at by those after it. */
export interface CompiledOrderIndifferent {
  readonly path: CompiledPath;
  readonly patterns: readonly CompiledPattern[];
}
