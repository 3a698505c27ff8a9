import type { Code } from '../model/value-set.js';
import type { CompiledRegularExpression } from './regular-expression.js';

/** A code that stands for every value of a form. */
export interface CodePattern {
  readonly code: Code;
  readonly expression: CompiledRegularExpression;
}

/**
 * Whether the codes can be looked up: `listed`; `empty` and `missing` (no such set in the library) are defects of the
 * profile; `excluded` is bound and not to be checked.
 */
export type ValueSetState = 'listed' | 'empty' | 'missing' | 'excluded';

/** A value set made for looking up codes. One object a set and library, however often it is bound. */
export interface CompiledValueSet {
  readonly id: string;
  /** For people: `HL70001 (Administrative Sex)`. */
  readonly label: string;
  readonly state: ValueSetState;
  /** Absent where the set does not say. */
  readonly stability?: 'Static' | 'Dynamic';
  readonly extensibility?: 'Open' | 'Closed';
  /** That a code is not found proves nothing. */
  readonly incomplete: boolean;
  /** Codes without a pattern, by value; several where systems share a value. */
  readonly codes: ReadonlyMap<string, readonly Code[]>;
  readonly patterns: readonly CodePattern[];
  /** Table 0396's `HL7nnnn` and `99zzz` listed as codes: what they stand for. */
  readonly pseudo: readonly CodePattern[];
}
