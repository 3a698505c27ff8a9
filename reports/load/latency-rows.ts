import type { LatencySummary, LoadResult } from '../../src/evidence/load-result.js';
import { latency } from './figures.js';

export const LATENCY_HEADS = ['p50', 'p90', 'p99', 'p99.9', 'max', 'mean'] as const;

/** Response, service, queue and lateness, and end to end where a far end was watched: name and figures, for texts. */
export function latencyRows(result: LoadResult): readonly (readonly string[])[] {
  const far = result.ledger?.endToEnd;
  const rows = (['response', 'service', 'queue', 'lateness'] as const).map((name) => [name, ...cells(result[name])]);
  return far === undefined || far.count === 0 ? rows : [...rows, ['end to end', ...cells(far)]];
}

function cells({ count, p50, p90, p99, p999, max, mean }: LatencySummary): readonly string[] {
  return [p50, p90, p99, p999, max, mean].map((ms) => (count === 0 ? '-' : latency(ms)));
}
