import type { Exchange } from './exchange.js';
import { oncePerRun } from './once-per-run.js';
import type { RunRecord } from './run-record.js';

/** Every exchange of the run in the order of its ids (`x2` before `x10`), claimed by a scenario or not. */
export const allExchanges = oncePerRun((run: RunRecord): readonly Exchange[] => {
  const exchanges = [...run.scenarios.flatMap((scenario) => scenario.exchanges), ...run.strayExchanges];
  return exchanges.sort((a, b) => ordinal(a) - ordinal(b));
});

function ordinal(exchange: Exchange): number {
  return Number(exchange.id.replace(/^\D+/, ''));
}
