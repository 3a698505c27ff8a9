/** Where something stands in the text of a profile. Line and column are 1-based. */
export interface SourcePlace {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}
