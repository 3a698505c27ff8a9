import type { Identifier, PersonName } from '../../population/facts.js';

/** MRG: the numbers that are given up. */
export interface MergedNumbers {
  /** MRG-1. */
  readonly patient: Identifier;
  /** MRG-3. */
  readonly account?: Identifier;
  /** MRG-5. */
  readonly visit?: Identifier;
  /** MRG-7: the name under which the given-up record was known. */
  readonly name?: PersonName;
}
