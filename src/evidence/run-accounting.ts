import { type Accounted, type Accounting, account } from './accounting.js';
import { USUAL_ACCOUNTING } from './accounting-rules.js';
import { allExchanges } from './all-exchanges.js';
import { oncePerRun } from './once-per-run.js';
import type { RunRecord } from './run-record.js';

const TAKES_AWAY: ReadonlySet<string> = new Set(['stop', 'kill', 'pause', 'cutOff']);

/** The accounting of a run; undefined where the system under test is an actor itself and passes nothing on. */
export const accountingOf = oncePerRun((run: RunRecord): Accounting | undefined => {
  if (run.manifest.sut.role !== 'engine') return undefined;
  const controlled = run.scenarios.flatMap(({ controls }) =>
    controls.filter(({ action }) => TAKES_AWAY.has(action)).map(({ at }) => at),
  );
  return account(allExchanges(run), controlled, run.manifest.accounting ?? USUAL_ACCOUNTING, run.manifest.timeScale);
});

/**
 * What was lost, doubled, out of order or altered although nothing of ours explains it: it makes the run red. Nothing where the configuration
 * does not state what the system filters, or where no actor of ours could have got anything.
 */
export function damageOf(run: RunRecord): readonly Accounted[] {
  const { accounting, links } = run.manifest;
  if (accounting?.filters === undefined || !links.some(({ from }) => from === 'sut')) return [];
  const wrong = accountingOf(run)?.wrong ?? [];
  return wrong.filter(({ kind, faults }) => kind !== 'late' && faults.length === 0);
}
