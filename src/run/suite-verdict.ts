import { damageOf } from '../evidence/run-accounting.js';
import type { RunRecord } from '../evidence/run-record.js';
import { type Verdict, worst } from '../evidence/verdict.js';

/**
 * A run is as good as its worst scenario and its accounting, and a run without scenarios has shown nothing. Of one that was interrupted
 * nobody knows what was still to come out.
 */
export function suiteVerdict(record: RunRecord, isInterrupted = false): Verdict {
  if (record.scenarios.length === 0) return 'untestable';
  const verdicts = record.scenarios.map((scenario) => scenario.verdict);
  const isDamaged = !isInterrupted && damageOf(record).length > 0;
  return worst(isDamaged ? [...verdicts, 'failed'] : verdicts);
}
