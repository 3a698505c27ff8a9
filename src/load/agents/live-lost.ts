import type { LoadInterval } from '../../evidence/load-result.js';
import type { LoadPlan } from '../plan/load-plan.js';
import { GRACE_SECONDS } from '../run/accepted-before.js';
import type { FarEndCounts } from '../run/far-end-part.js';

/**
 * How many messages are missing at least while several agents send: their numbers alone are compared, since which of them each
 * accepted is told at the end. Only where everything must arrive at the one far end.
 */
export class LiveLost {
  readonly #isKnown: boolean;
  readonly #recent: number[] = [];
  #accepted = 0;

  constructor({ farEnds }: Pick<LoadPlan, 'farEnds'>) {
    this.#isKnown = farEnds.length === 1 && farEnds[0]?.expects === undefined;
  }

  /** The counts of the far end with what is missing behind a second. */
  told({ acknowledged, errors }: LoadInterval, counts: readonly FarEndCounts[]): readonly FarEndCounts[] {
    // Some errors had no answer, so this is less than was accepted rather than more.
    this.#recent.push(Math.max(0, acknowledged - errors));
    if (this.#recent.length > GRACE_SECONDS) this.#accepted += this.#recent.shift() ?? 0;
    const [only] = counts;
    if (!this.#isKnown || only === undefined) return counts;
    return [{ ...only, lost: Math.max(0, this.#accepted - only.delivered) }];
  }
}
