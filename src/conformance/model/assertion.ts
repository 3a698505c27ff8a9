import type { PathText } from './profile-path.js';
import type { BindingStrength, CodeLocation } from './value-set.js';

export type ComparisonOperator = 'EQ' | 'NE' | 'GT' | 'LT' | 'GE' | 'LE';

/** What a path without a value means; PASS where the profile does not say. */
export type WhenAbsent = 'PASS' | 'FAIL' | 'INCONCLUSIVE';

/** How many of the values at a path must fulfil the assertion. All of them where nothing is said. */
export interface Quantity {
  readonly atLeastOnce?: boolean;
  readonly min?: number;
  /** Infinity for `*`. */
  readonly max?: number;
}

interface OnValues extends Quantity {
  readonly path: PathText;
  readonly whenAbsent?: WhenAbsent;
}

/** Which of several values one side of a comparison stands for: all, any, or exactly so many. */
export type ComparisonMode = 'All' | 'AtLeastOne' | number;

/** The computable language of conformance statements and predicates (IGAMT Constraints.xml): pass, fail or inconclusive. */
export type Assertion =
  | { readonly kind: 'presence'; readonly path: PathText }
  /** Every simple value, un-escaped, equals `text`. */
  | ({ readonly kind: 'plain-text'; readonly text: string; readonly ignoreCase: boolean } & OnValues)
  /** Every simple value matches the whole regular expression, which is in Java's syntax. */
  | ({ readonly kind: 'format'; readonly regex: string } & OnValues)
  | ({ readonly kind: 'string-list'; readonly values: readonly string[]; readonly ignoreCase?: boolean } & OnValues)
  /** The numbers as written. */
  | ({ readonly kind: 'number-list'; readonly values: readonly string[] } & OnValues)
  | ({
      readonly kind: 'simple-value';
      readonly operator: ComparisonOperator;
      readonly value: string;
      readonly type: 'String' | 'Number' | 'DateTime';
      readonly truncated?: boolean;
      readonly identicalEquality?: boolean;
    } & OnValues)
  | {
      readonly kind: 'path-value';
      readonly path1: PathText;
      readonly operator: ComparisonOperator;
      readonly path2: PathText;
      readonly path1Mode?: ComparisonMode;
      readonly path2Mode?: ComparisonMode;
      readonly truncated?: boolean;
      readonly identicalEquality?: boolean;
      readonly whenAbsent?: WhenAbsent;
    }
  /** Element trees compared by position and occurrence. */
  | {
      readonly kind: 'complex-path-value';
      readonly path1: PathText;
      readonly operator: ComparisonOperator;
      readonly path2: PathText;
      /** True where nothing is said: what one side lacks counts. */
      readonly strict: boolean;
      readonly truncated?: boolean;
      readonly identicalEquality?: boolean;
      readonly whenAbsent?: WhenAbsent;
    }
  /** A code with a check digit. */
  | ({ readonly kind: 'string-format'; readonly format: 'LOINC' | 'SNOMED' } & OnValues)
  | {
      readonly kind: 'value-set';
      readonly path: PathText;
      readonly valueSet: string;
      readonly strength?: BindingStrength;
      readonly locations: readonly CodeLocation[];
      readonly whenAbsent?: WhenAbsent;
    }
  /** The value is the number of its parent's occurrence. */
  | { readonly kind: 'set-id'; readonly path: PathText }
  /** The values of `element` in the occurrences of `parent` count 1, 2, 3. */
  | { readonly kind: 'iz-set-id'; readonly parent: PathText; readonly element: PathText }
  /** The field is HL7's `""`. */
  | { readonly kind: 'is-null'; readonly path: PathText }
  /** `assertion` holds in each (or at least one, or `min` to `max`) of the elements at `path`, whose paths start there. */
  | ({ readonly kind: 'sub-context'; readonly assertion: Assertion } & OnValues)
  /** A function outside the language; `parameters` are the attributes of its element but the name. */
  | { readonly kind: 'plugin'; readonly name: string; readonly parameters: Readonly<Record<string, string>> }
  | { readonly kind: 'not'; readonly of: Assertion }
  | { readonly kind: 'and' | 'or' | 'xor' | 'implies'; readonly left: Assertion; readonly right: Assertion }
  /** All (`for-all`) or at least one (`exists`) of two or more. */
  | { readonly kind: 'for-all' | 'exists'; readonly of: readonly Assertion[] };
