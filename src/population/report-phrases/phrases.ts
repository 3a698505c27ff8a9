/** What a radiologist may say after one kind of examination. `{side}` becomes left, right or both. */
export interface Phrases {
  readonly technique: string;
  readonly normal: Reading;
  readonly abnormal: readonly Reading[];
}

export interface Reading {
  /** One entry a paragraph. */
  readonly findings: readonly string[];
  readonly impression: readonly string[];
  /** What is added after the report was signed. */
  readonly addendum: string;
}

export function reading(
  findings: readonly string[],
  impression: readonly string[],
  addendum = 'After discussion with the referring team the conclusion is unchanged.',
): Reading {
  return { findings, impression, addendum };
}
