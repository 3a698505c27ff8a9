import type { Assertion } from './assertion.js';
import type { PathText } from './profile-path.js';
import type { SourcePlace } from './source-place.js';
import type { Usage } from './usage.js';
import type { SingleCodeBinding, ValueSetBinding } from './value-set.js';

/** To which definitions of a profile a rule is attached: by their id, or all of a name. */
export interface Attachment {
  readonly kind: 'datatype' | 'segment' | 'group' | 'message';
  readonly by: 'id' | 'name';
  readonly value: string;
}

/** Where a rule comes from. */
export interface Reference {
  readonly chapter?: string;
  readonly section?: string;
  readonly page?: string;
  readonly url?: string;
  readonly source?: string;
  /** `TCAMT` makes checks of text into checks of the test data. */
  readonly generatedBy?: string;
  readonly referencePath?: string;
  readonly testDataCategorization?: string;
}

/** A conformance statement. */
export interface ConformanceStatement {
  readonly kind: 'statement';
  readonly id: string;
  readonly description: string;
  readonly reference?: Reference;
  readonly strength?: 'SHALL' | 'SHOULD';
  /** Warning or alert instead of error. */
  readonly classification?: 'W' | 'A';
  readonly assertion: Assertion;
  readonly place?: SourcePlace;
}

/** Decides the usage of a conditional element. */
export interface Predicate {
  readonly kind: 'predicate';
  readonly id?: string;
  readonly description: string;
  readonly reference?: Reference;
  readonly target: PathText;
  readonly whenTrue: Usage;
  readonly whenFalse: Usage;
  /** Absent where the profile states it in words only. */
  readonly condition?: Assertion;
  readonly place?: SourcePlace;
}

/** Legacy co-constraints of Constraints.xml: where the key holds, the others must. */
export interface KeyedConstraint {
  readonly kind: 'keyed';
  readonly description: string;
  readonly entries: readonly { readonly key: Assertion; readonly assertions: readonly Assertion[] }[];
  readonly place?: SourcePlace;
}

/** A pattern of an order-indifferent context: so many elements that meet the trigger, each with its constraints. */
export interface OrderIndifferentPattern {
  readonly cardinality: number;
  readonly triggerMessage: string;
  readonly trigger: Assertion;
  readonly constraints: readonly ConformanceStatement[];
  readonly contexts: readonly OrderIndifferentContext[];
}

/** Elements at `path` whose order means nothing; each pattern must find its elements. */
export interface OrderIndifferentContext {
  readonly path: PathText;
  readonly patterns: readonly OrderIndifferentPattern[];
  readonly place?: SourcePlace;
}

/** A rule with the definitions for which it holds. */
export interface Attached<Rule> {
  readonly on: Attachment;
  readonly rule: Rule;
}

export interface RuleSet {
  readonly statements: readonly Attached<ConformanceStatement>[];
  readonly predicates: readonly Attached<Predicate>[];
  readonly keyed: readonly Attached<KeyedConstraint>[];
  readonly orderIndifferent: readonly OrderIndifferentContext[];
  readonly bindings: readonly Attached<ValueSetBinding>[];
  readonly singleCodes: readonly Attached<SingleCodeBinding>[];
}

export const NO_RULES: RuleSet = {
  statements: [],
  predicates: [],
  keyed: [],
  orderIndifferent: [],
  bindings: [],
  singleCodes: [],
};
