import type { Capacity } from '../../src/evidence/load-result.js';

const LIMITS: Readonly<Record<NonNullable<Capacity['limitedBy']>, string>> = {
  system: 'What broke above it is the system under test.',
  generator: 'What broke above it is the generator, not the system: the system may carry more.',
  connections:
    'What broke above it are the connections of the plan, which all waited for answers: more of them may carry more.',
  ceiling: 'The highest rate that was allowed held: the system may carry more.',
  interrupted: 'The search was ended before it was done: the system may carry more.',
};

/** What a search for the capacity ended at, in a sentence; undefined where it is not known. */
export function capacityLimit({ limitedBy }: Capacity): string | undefined {
  return limitedBy === undefined ? undefined : LIMITS[limitedBy];
}
