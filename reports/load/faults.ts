import type { LoadResult, SutEventOutcome } from '../../src/evidence/load-result.js';
import { duration } from '../times.js';
import { counted, grouped } from './figures.js';

/** What became of the messages that faults of the plan struck, a row for each fault: its name, how many, and their ends. */
export function faultRows({ faults = {} }: LoadResult): readonly (readonly [string, number, string])[] {
  return Object.entries(faults).map(([name, outcomes]) => {
    const ends = Object.entries(outcomes).sort(([, a], [, b]) => b - a);
    const total = ends.reduce((sum, [, count]) => sum + count, 0);
    return [name, total, ends.map(([end, count]) => `${end} ${grouped(count)}`).join('  ')];
  });
}

/** What was done to the system under test, in one line; undefined where the plan wants nothing. */
export function sutLine({ sut = [] }: LoadResult): string | undefined {
  if (sut.length === 0) return undefined;
  return sut.map(eventText).join('; ');
}

function eventText({ action, atMs, untilMs, trouble }: SutEventOutcome): string {
  const when = atMs === undefined ? 'not done' : `at ${duration(atMs)}`;
  const until = untilMs === undefined || atMs === undefined ? '' : ` for ${duration(untilMs - atMs)}`;
  return `${action} ${when}${until}${trouble === undefined ? '' : ` (${trouble})`}`;
}

/** How often messages travelled once more on either side; undefined where none did. */
export function againLine({ resent = 0, ledger }: LoadResult): string | undefined {
  const { redelivered = 0 } = ledger ?? {};
  if (resent + redelivered === 0) return undefined;
  return `${grouped(resent)} sent once more, ${grouped(redelivered)} rightly delivered once more`;
}

/** The faults in one line; undefined where the plan has none. */
export function faultsLine(result: LoadResult): string | undefined {
  const rows = faultRows(result);
  if (rows.length === 0) return undefined;
  return rows.map(([name, count, ends]) => `${name} on ${counted(count, 'message')}: ${ends}`).join('; ');
}
