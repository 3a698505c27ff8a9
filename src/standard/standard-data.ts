import type { StandardVersion } from './versions.js';

/** The shapes of the JSON files that scripts/generate-standard.mjs writes. */

/** Optionality: 1 O, 2 R, 3 C, 4 B. Repetitions, length, table: 0 or absent is "no limit" or "none". */
export type FieldRow = readonly [
  name: string,
  datatype: string,
  optionality: number,
  repetitions?: number,
  length?: number,
  table?: number,
];

export interface StandardData {
  readonly version: StandardVersion;
  readonly segments: Readonly<Record<string, readonly [name: string, fields: readonly FieldRow[]]>>;
  readonly datatypes: Readonly<Record<string, readonly [name: string, components: readonly FieldRow[]]>>;
  /** In the notation of structure-notation.ts. */
  readonly structures: Readonly<Record<string, string>>;
}

export interface TableData {
  /** By number without leading zeros. */
  readonly tables: Readonly<Record<string, readonly [name: string, codes: Readonly<Record<string, string>>]>>;
  readonly additions: readonly {
    readonly table: number;
    readonly code: string;
    readonly text: string;
    readonly since: StandardVersion;
  }[];
}
