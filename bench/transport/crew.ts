import type { Effort } from '../effort.js';
import { notAvailable, type Outcome } from '../outcome.js';
import type { Crew } from '../repeat-cases.js';
import type { TransportCase } from './case.js';
import { Pair } from './pair.js';
import { NO_PIPELINE } from './stacks.js';

/** Two processes a stack, which go through all cases; new ones after a case in which they failed. */
export function transportCrew(cases: readonly TransportCase[], effort: Effort): Crew {
  const pairs = new Map<string, Pair>();
  const pairFor = (subject: string): Pair => {
    const known = pairs.get(subject);
    if (known?.isUsable) return known;
    const pair = new Pair(subject, effort);
    pairs.set(subject, pair);
    return pair;
  };
  return {
    async measure(subject, caseId): Promise<Outcome> {
      const transportCase = cases.find(({ id }) => id === caseId);
      if (transportCase === undefined) return notAvailable('no such case');
      const refusal = transportCase.depth > 1 ? NO_PIPELINE[subject] : undefined;
      return refusal === undefined ? pairFor(subject).measure(transportCase) : notAvailable(refusal);
    },
    stop() {
      for (const pair of pairs.values()) pair.stop();
    },
  };
}
