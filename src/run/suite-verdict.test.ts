import { expect, it } from 'vitest';
import { fold } from '../evidence/fold.js';
import type { JournalEntry } from '../evidence/journal-entry.js';
import type { Verdict } from '../evidence/verdict.js';
import { suiteVerdict } from './suite-verdict.js';

/** A run with a scenario for each verdict. */
function run(...verdicts: readonly Verdict[]) {
  const at = '2026-03-01T08:00:00.000Z';
  return fold(
    verdicts.flatMap((verdict, n): readonly JournalEntry[] => {
      const scenario = `s${n + 1}`;
      const facts = { feature: 'A', uri: 'a.feature', line: 1, name: 'B', tags: [], steps: [] };
      return [
        { kind: 'scenario-started', scenario, ...facts, at },
        { kind: 'scenario-finished', scenario, verdict, durationMs: 1, at },
      ];
    }),
  );
}

it.each<[readonly Verdict[], Verdict]>([
  [['passed', 'passed'], 'passed'],
  [['passed', 'pending'], 'pending'],
  [['pending', 'untestable', 'passed'], 'untestable'],
  [['untestable', 'failed', 'pending'], 'failed'],
  [['failed', 'harness-error', 'passed'], 'harness-error'],
  [[], 'untestable'],
])('a run of %j is %s', (verdicts, expected) => {
  expect(suiteVerdict(run(...verdicts))).toBe(expected);
});
