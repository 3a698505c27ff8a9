/** Files by their names, and what their form cannot say, in sentences. */
export interface WrittenFiles {
  readonly files: ReadonlyMap<string, string>;
  readonly losses: readonly string[];
}
