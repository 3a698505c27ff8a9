import type { ProfilePath } from '../model/profile-path.js';
import type { CompiledBinding, CompiledLocation } from './binding.js';
import type { CompiledAssertion } from './compiled-assertion.js';

/** One cell of a co-constraint table; paths start at the segment, those of locations at the element of the cell. */
export type CompiledCell =
  | { readonly kind: 'plain-text'; readonly path: ProfilePath; readonly name: string; readonly value: string }
  | {
      readonly kind: 'code';
      readonly path: ProfilePath;
      readonly name: string;
      readonly code: string;
      readonly system: string;
      readonly locations: readonly CompiledLocation[];
    }
  | {
      readonly kind: 'value-set';
      readonly path: ProfilePath;
      readonly name: string;
      readonly bindings: readonly CompiledBinding[];
    };

/** A row: the segments that the selectors pick must be so many, and each must meet the constraints. */
export interface CompiledRow {
  readonly usage: 'R' | 'S' | 'O';
  readonly min: number;
  /** Infinity where there is no limit. */
  readonly max: number;
  readonly selectors: readonly CompiledCell[];
  readonly constraints: readonly CompiledCell[];
  /** In words, from the profile: `OBX with OBX-3 = 64994-7 (LN)`. */
  readonly description: string;
}

/** Segments that share a group id with one that the primary row picks. */
export interface CompiledRowGroup {
  readonly name: string;
  readonly usage: 'R' | 'S' | 'O';
  readonly min: number;
  readonly max: number;
  readonly primary: CompiledRow;
  readonly others: readonly CompiledRow[];
}

export interface CompiledTable {
  readonly condition?: { readonly description: string; readonly assertion: CompiledAssertion };
  /** In order of priority: the first that has one value in a segment gives its group id. */
  readonly groupIds: readonly { readonly path: ProfilePath; readonly name: string }[];
  readonly rows: readonly CompiledRow[];
  readonly groups: readonly CompiledRowGroup[];
}

/** Tables for segments in each of the groups at `path`. */
export interface CompiledCoConstraints {
  readonly name: string;
  /** From the message. */
  readonly path: ProfilePath;
  readonly segments: readonly {
    readonly name: string;
    /** From the group. */
    readonly path: ProfilePath;
    readonly tables: readonly CompiledTable[];
  }[];
}
