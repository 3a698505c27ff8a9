import type { Assertion } from './assertion.js';
import type { PathText } from './profile-path.js';
import type { SourcePlace } from './source-place.js';
import type { Cardinality } from './usage.js';
import type { CodeLocation, ValueSetBinding } from './value-set.js';

/** One cell of a co-constraint table, about the element at `path` in the segment. */
export type CoConstraintCell =
  | { readonly kind: 'plain-text'; readonly path: PathText; readonly name: string; readonly value: string }
  | {
      readonly kind: 'code';
      readonly path: PathText;
      readonly name: string;
      readonly code: string;
      readonly system: string;
      /** Any of these places may hold the code; positions are those of the components. */
      readonly locations: readonly (CodeLocation & { readonly position?: number })[];
    }
  | {
      readonly kind: 'value-set';
      readonly path: PathText;
      readonly name: string;
      readonly bindings: readonly ValueSetBinding[];
    };

export interface CoConstraint {
  readonly usage: 'R' | 'S' | 'O';
  readonly cardinality: Cardinality;
  readonly selectors: readonly CoConstraintCell[];
  readonly constraints: readonly CoConstraintCell[];
  readonly place?: SourcePlace;
}

export interface CoConstraintGroup {
  readonly name: string;
  readonly usage: 'R' | 'S' | 'O';
  readonly cardinality: Cardinality;
  readonly primary: CoConstraint;
  readonly others: readonly CoConstraint[];
  readonly place?: SourcePlace;
}

export interface CoConstraintTable {
  /** The table holds only where this does. */
  readonly condition?: { readonly description: string; readonly assertion: Assertion };
  /** Where the grouping id stands, in order of priority. */
  readonly groupIds: readonly { readonly priority: number; readonly path: PathText; readonly name: string }[];
  readonly rows: readonly CoConstraint[];
  readonly groups: readonly CoConstraintGroup[];
}

/** Tables for the segments at `segmentPath` in each element at `contextPath` of one message. */
export interface CoConstraintContext {
  readonly message: string;
  readonly contextName: string;
  readonly contextPath: PathText;
  readonly segmentName: string;
  readonly segmentPath: PathText;
  readonly tables: readonly CoConstraintTable[];
  readonly place?: SourcePlace;
}
