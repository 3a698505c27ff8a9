import type { ComparisonOperator, WhenAbsent } from '../model/assertion.js';
import type { ProfilePath } from '../model/profile-path.js';
import type { CompiledRegularExpression } from './regular-expression.js';
import type { CompiledValueSet } from './value-set.js';

/** A path as written and as read; without `steps` it cannot be read, and what asks it is inconclusive. */
export interface CompiledPath {
  readonly text: string;
  readonly steps?: ProfilePath;
}

/** How many of the values must do; `all` of them where no number is given. */
export interface CompiledQuantity {
  readonly all: boolean;
  readonly min: number;
  readonly max: number;
}

/** The kinds of values that are compared. `date-time` is HL7's DTM. */
export type ValueType = 'text' | 'number' | 'date' | 'time' | 'date-time';

/** The right side of a comparison, from the profile. */
export interface Literal {
  readonly type: ValueType;
  readonly text: string;
}

export interface Comparison {
  readonly operator: ComparisonOperator;
  /** Both sides are cut to the precision of the less precise one. */
  readonly truncated: boolean;
  /** Equal is only what is written the same. */
  readonly identical: boolean;
}

/** So many of several values; `all` or `one` at least, or exactly a number. */
export type CompiledMode = 'all' | 'one' | number;

interface OnValues {
  readonly path: CompiledPath;
  readonly quantity: CompiledQuantity;
  readonly whenAbsent: WhenAbsent;
}

/** An assertion made for evaluation: plain data. Exclusive or and implication are composed of the others. */
export type CompiledAssertion =
  | { readonly kind: 'presence'; readonly path: CompiledPath }
  | PlainText
  | Format
  | StringList
  | NumberList
  | SimpleValue
  | PathValue
  | ComplexPathValue
  | StringFormat
  | AssertedValueSet
  | { readonly kind: 'set-id'; readonly path: CompiledPath }
  | { readonly kind: 'iz-set-id'; readonly parent: CompiledPath; readonly element: CompiledPath }
  | { readonly kind: 'is-null'; readonly path: CompiledPath }
  | SubContext
  | Plugin
  | { readonly kind: 'not'; readonly of: CompiledAssertion }
  | { readonly kind: 'and' | 'or'; readonly left: CompiledAssertion; readonly right: CompiledAssertion }
  | { readonly kind: 'for-all' | 'exists'; readonly of: readonly CompiledAssertion[] }
  /** The profile contradicts itself, so that nobody can tell. */
  | { readonly kind: 'undecidable'; readonly reason: string };

export interface PlainText extends OnValues {
  readonly kind: 'plain-text';
  readonly text: string;
  readonly ignoreCase: boolean;
}

export interface Format extends OnValues {
  readonly kind: 'format';
  readonly regex: string;
  /** Absent where the expression cannot be used: no value can be judged. */
  readonly expression?: CompiledRegularExpression;
}

export interface StringList extends OnValues {
  readonly kind: 'string-list';
  readonly values: ReadonlySet<string>;
  /** The values in lower case, where case shall make no difference. */
  readonly lowerValues?: ReadonlySet<string>;
}

export interface NumberList extends OnValues {
  readonly kind: 'number-list';
  readonly numbers: readonly number[];
}

export interface SimpleValue extends OnValues {
  readonly kind: 'simple-value';
  readonly comparison: Comparison;
  readonly literal: Literal;
}

export interface PathValue {
  readonly kind: 'path-value';
  readonly path1: CompiledPath;
  readonly path2: CompiledPath;
  readonly comparison: Comparison;
  readonly mode1: CompiledMode;
  readonly mode2: CompiledMode;
  readonly whenAbsent: WhenAbsent;
}

export interface ComplexPathValue {
  readonly kind: 'complex-path-value';
  readonly path1: CompiledPath;
  readonly path2: CompiledPath;
  readonly comparison: Comparison;
  /** What only one side has is a difference. */
  readonly strict: boolean;
  readonly whenAbsent: WhenAbsent;
}

export interface StringFormat extends OnValues {
  readonly kind: 'string-format';
  readonly format: 'LOINC' | 'SNOMED';
}

export interface AssertedValueSet {
  readonly kind: 'value-set';
  readonly path: CompiledPath;
  /** As written; several ids have a colon between them. */
  readonly id: string;
  readonly sets: readonly CompiledValueSet[];
  /** 1-based positions of the components that may hold the code; never empty. */
  readonly positions: readonly number[];
  readonly whenAbsent: WhenAbsent;
}

export interface SubContext {
  readonly kind: 'sub-context';
  readonly path: CompiledPath;
  readonly assertion: CompiledAssertion;
  readonly quantity: CompiledQuantity;
  readonly whenAbsent: WhenAbsent;
}

export interface Plugin {
  readonly kind: 'plugin';
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
}
