import type { LoadPlan } from '../plan/load-plan.js';
import type { FarEndResult } from '../run/far-end-part.js';
import type { FarEndRecord } from './shard-record.js';

/** What the far ends of a plan saw, in its order, by name. */
export function farEndRecords({ farEnds }: LoadPlan, results: readonly FarEndResult[]): readonly FarEndRecord[] {
  return results.map((result, n) => {
    const { name = '', expects } = farEnds[n] ?? {};
    return { name, ...result, ...(expects !== undefined && { expects }) };
  });
}
