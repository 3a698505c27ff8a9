import { pause, realTimer } from '../../base/timer.js';
import type { OrdinalSet } from '../../ledger/ordinal-set.js';
import { nowhere, type Somewhere } from './arrives-somewhere.js';
import type { FarEndPart, FarEndResult } from './far-end-part.js';

/** Between two looks at what is still on its way to the far end. */
const SETTLE_STEP_MS = 50;

export interface Settling {
  /** What the system accepted, as far as this machine knows. */
  readonly accepted: OrdinalSet;
  readonly settleMs: number;
  /** Other machines sent too, and what they sent may come here: the whole time is waited. */
  readonly hasOthers: boolean;
  /** Absent where everything that must arrive is expected at a far end of its own. */
  readonly somewhere?: Somewhere;
}

/**
 * What was accepted has some time to arrive; nobody waits longer than for the last of it. Resolves with what each far end saw, and
 * behind them with what arrived nowhere, where that is asked for.
 */
export async function settleFarEnds(
  farEnds: readonly FarEndPart[],
  { accepted, settleMs, hasOthers, somewhere }: Settling,
): Promise<readonly FarEndResult[]> {
  const timer = realTimer();
  const deadline = timer.now() + settleMs;
  for (;;) {
    const each = await Promise.all(farEnds.map((farEnd) => farEnd.settle(accepted.pages())));
    const settled = somewhere === undefined ? each : [...each, nowhere(somewhere, accepted, each)];
    const isWhole = !hasOthers && settled.every(({ counts }) => counts.lost === 0);
    if (isWhole || timer.now() >= deadline) return settled;
    await pause(timer, SETTLE_STEP_MS);
  }
}
