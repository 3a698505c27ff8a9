import type { LoadResult } from '../../src/evidence/load-result.js';
import { counted, grouped } from './figures.js';

/** What became of the messages that faults of the plan struck, a row for each fault: its name, how many, and their ends. */
export function faultRows({ faults = {} }: LoadResult): readonly (readonly [string, number, string])[] {
  return Object.entries(faults).map(([name, outcomes]) => {
    const ends = Object.entries(outcomes).sort(([, a], [, b]) => b - a);
    const total = ends.reduce((sum, [, count]) => sum + count, 0);
    return [name, total, ends.map(([end, count]) => `${end} ${grouped(count)}`).join('  ')];
  });
}

/** The faults in one line; undefined where the plan has none. */
export function faultsLine(result: LoadResult): string | undefined {
  const rows = faultRows(result);
  if (rows.length === 0) return undefined;
  return rows.map(([name, count, ends]) => `${name} on ${counted(count, 'message')}: ${ends}`).join('; ');
}
