/** `pending`: a person has not looked yet. Untestable is not green. */
export type Verdict = 'passed' | 'failed' | 'pending' | 'untestable' | 'harness-error';

/** Whose mistake it is when a verdict is not `passed`. `feature`: a scenario says what cannot be meant. */
export type Blame = 'system under test' | 'profile' | 'harness' | 'infrastructure' | 'feature';

const ORDER: readonly Verdict[] = ['harness-error', 'failed', 'untestable', 'pending', 'passed'];

/** The worst of several verdicts; `passed` for none. */
export function worst(verdicts: Iterable<Verdict>): Verdict {
  const seen = new Set(verdicts);
  return ORDER.find((verdict) => seen.has(verdict)) ?? 'passed';
}
