import { type Accounting, account } from './accounting.js';
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
