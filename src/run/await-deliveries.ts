import { damageOf } from '../evidence/run-accounting.js';
import type { RunRecord } from '../evidence/run-record.js';
import type { Stage } from '../session/stage.js';
import { waitFor } from '../session/waiting.js';

/**
 * Waits for what the system has accepted and not delivered yet, for as long as for anything else: the last scenario may end before all of
 * its messages have come out, and they are not lost. `read` gives the record of the run so far.
 */
export async function awaitDeliveries(
  { book, timer, expectationMs }: Pick<Stage, 'book' | 'timer' | 'expectationMs'>,
  read: () => RunRecord,
): Promise<void> {
  const isThere = (): true | undefined => (damageOf(read()).some(({ kind }) => kind === 'lost') ? undefined : true);
  await waitFor(book, timer, expectationMs, isThere);
}
