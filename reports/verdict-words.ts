import { damageOf } from '../src/evidence/run-accounting.js';
import type { RunRecord } from '../src/evidence/run-record.js';
import { verdictCounts } from '../src/evidence/tally.js';
import type { Verdict } from '../src/evidence/verdict.js';

/** The verdicts from worst to best, which is the order in which reports list them. */
export const VERDICTS: readonly Verdict[] = ['failed', 'harness-error', 'untestable', 'pending', 'passed'];

export const VERDICT_WORDS: Readonly<Record<Verdict | 'untested', string>> = {
  passed: 'passed',
  failed: 'failed',
  pending: 'pending',
  untestable: 'untestable',
  'harness-error': 'harness error',
  untested: 'untested',
};

/** `15 scenarios: 9 passed, 3 failed, 1 untestable`; verdicts that nobody has are left out. */
export function countsLine(run: RunRecord): string {
  const counts = verdictCounts(run.scenarios);
  const parts = [...VERDICTS].reverse().filter((verdict) => counts[verdict] > 0);
  const total = `${run.scenarios.length} ${run.scenarios.length === 1 ? 'scenario' : 'scenarios'}`;
  if (parts.length === 0) return `${total}: nothing ran`;
  return `${total}: ${parts.map((verdict) => `${counts[verdict]} ${VERDICT_WORDS[verdict]}`).join(', ')}`;
}

/** Why a run proves less than it seems; empty for a run that came to its own end. */
export function caveats(run: RunRecord): readonly string[] {
  const said: string[] = [];
  if (!run.complete) {
    said.push(
      'This run is incomplete: the harness was ended before it finished. What had happened until then is shown.',
    );
  } else if (run.interrupted)
    said.push('This run was interrupted by a person: scenarios that had not started are not shown.');
  if (run.scenarios.length === 0) said.push('Nothing ran, so nothing is proved.');
  if (run.unreadableLines > 0) {
    said.push(`Lines of the journal that could not be read: ${run.unreadableLines}.`);
  }
  const damaged = run.complete && !run.interrupted ? damageOf(run).length : 0;
  if (damaged > 0)
    said.push(`Messages that do not add up, whatever the scenarios say: ${damaged}; see the accounting.`);
  return said;
}
