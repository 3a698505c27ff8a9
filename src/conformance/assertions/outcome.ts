import type { Examination } from '../examination.js';
import type { CompiledAssertion } from '../plan/compiled-assertion.js';

/** What an assertion says about an element. Numbers, because most are asked for and forgotten. */
export type Outcome = 0 | 1 | 2 | 3;

export const PASS = 0;
export const FAIL = 1;
/** It cannot be told. */
export const INCONCLUSIVE = 2;
/** A rule function fails the element with sentences of its own. */
export const REFUSED = 3;

/** Why something failed or could not be told, and where. */
export interface Note {
  /** The element that is to blame; NONE: that to which the rule belongs. */
  readonly node: number;
  /** The element about which the assertion speaks. */
  readonly from: number;
  readonly assertion: CompiledAssertion;
  /** Why it could not be told. */
  readonly problem?: string;
  /** The value that was found. */
  readonly actual?: string;
  /** The elements whose values were compared, where they are more than the one that is to blame. */
  readonly compared?: readonly number[];
  /** What a rule function says. */
  readonly sentences?: readonly string[];
}

/** Collects the notes of one evaluation, in order; what turns out to be no reason is taken out again. */
export type Notes = Note[];

/** Evaluates any assertion: given to those that hold others. Without `notes` nothing is written down. */
export type Judge = (x: Examination, node: number, assertion: CompiledAssertion, notes: Notes | undefined) => Outcome;

/** A note that makes an outcome inconclusive. */
export function undecided(
  notes: Notes | undefined,
  from: number,
  assertion: CompiledAssertion,
  problem: string,
  compared: readonly number[] = [],
): typeof INCONCLUSIVE {
  notes?.push({ node: from, from, assertion, problem, compared });
  return INCONCLUSIVE;
}
