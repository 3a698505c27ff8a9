import type { LoadInterval, LoadResult } from '../../src/evidence/load-result.js';

/** What is known of a run before its first second. */
export type LoadStart = Pick<LoadResult, 'pipehat' | 'name' | 'startedAt' | 'seed' | 'plannedRate' | 'connections'>;

/**
 * A run as lines of JSON, each with its `kind`: `load` first, an `interval` for each second, `end` last. The lines that a
 * running load writes are those that its result gives, so that a reader needs to know one form. Each ends with a line feed.
 */
export function loadNdjson(result: LoadResult): string {
  return [startLine(result), ...result.intervals.map(intervalLine), endLine(result)].join('');
}

export function startLine({ pipehat, name, startedAt, seed, plannedRate, connections }: LoadStart): string {
  return line('load', { pipehat, name, startedAt, seed, plannedRate, connections });
}

/** Latencies are milliseconds; `second` counts from the start of the run. */
export function intervalLine(interval: LoadInterval): string {
  return line('interval', interval);
}

/** The counts of the whole run; its latencies are in the JSON of the result. */
export function endLine(result: LoadResult): string {
  const { outcome, durationSeconds, offered, sent, acknowledged, timedOut, lost, dropped, pending, errors } = result;
  const { ledger, thresholds, warnings } = result;
  const counts = { offered, sent, acknowledged, timedOut, lost, dropped, pending, errors };
  const far = ledger && { delivered: ledger.delivered, lost: ledger.lost, duplicated: ledger.duplicated };
  return line('end', { outcome, durationSeconds, ...counts, ...(far && { ledger: far }), thresholds, warnings });
}

function line(kind: string, fields: object): string {
  return `${JSON.stringify({ kind, ...fields })}\n`;
}
