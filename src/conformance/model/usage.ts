/**
 * What a profile demands of an element, chapter 2.B §2.B.7.5. `C` is decided by a predicate where there is one, else
 * undecidable. W (withdrawn) and B (backward compatible) come from the standard's own tables, IX (incrementally excluded)
 * and CE from older profiles.
 */
export type Usage = 'R' | 'RE' | 'O' | 'C' | 'CE' | 'X' | 'B' | 'W' | 'IX';

export const USAGES: readonly Usage[] = ['R', 'RE', 'O', 'C', 'CE', 'X', 'B', 'W', 'IX'];

/** What a conditional element is where its condition holds and where it does not: `C(R/X)`. */
export interface ConditionalOutcome {
  readonly whenTrue: Usage;
  readonly whenFalse: Usage;
}

/** How often an element may occur; `max` is Infinity for `*`. */
export interface Cardinality {
  readonly min: number;
  readonly max: number;
}
