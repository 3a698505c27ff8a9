import type { RunRecord } from '../evidence/run-record.js';
import { type Verdict, worst } from '../evidence/verdict.js';

/** A run is as good as its worst scenario, and a run without scenarios has shown nothing. */
export function suiteVerdict(record: RunRecord): Verdict {
  if (record.scenarios.length === 0) return 'untestable';
  return worst(record.scenarios.map((scenario) => scenario.verdict));
}
