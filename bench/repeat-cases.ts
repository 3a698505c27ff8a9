import type { Outcome, Sample } from './outcome.js';

/** All that was measured of one subject in one case. */
export interface Series {
  readonly caseId: string;
  readonly subject: string;
  readonly samples: readonly Sample[];
  /** Why there is nothing, or no more. */
  readonly why?: string;
}

export interface Plan {
  readonly repetitions: number;
  readonly caseIds: readonly string[];
  readonly subjects: readonly string[];
}

/** The processes of one repetition. */
export interface Crew {
  measure(subject: string, caseId: string): Promise<Outcome>;
  stop(): void;
}

/** A message that costs more than so many microseconds is measured once: more would tell nothing new. */
const SLOW_MICROS = 2_000_000;

/**
 * Interleaved: each repetition goes through all cases, each case through all subjects, so that a disturbance meets
 * everyone. A subject that failed in a case is not asked again. `onCase` hears the repetition, 1-based, and the case.
 */
export async function repeatCases(
  { repetitions, caseIds, subjects }: Plan,
  makeCrew: () => Crew,
  onCase: (repetition: number, caseId: string) => void,
): Promise<readonly Series[]> {
  const series = new Map<string, Series>();
  for (let repetition = 1; repetition <= repetitions; repetition++) {
    const crew = makeCrew();
    for (const caseId of caseIds) {
      onCase(repetition, caseId);
      for (const subject of subjects) {
        const known = series.get(`${caseId} ${subject}`) ?? { caseId, subject, samples: [] };
        if (isDone(known)) continue;
        series.set(`${caseId} ${subject}`, extended(known, await crew.measure(subject, caseId)));
      }
    }
    crew.stop();
  }
  return [...series.values()];
}

function isDone({ samples, why }: Series): boolean {
  return why !== undefined || samples.some(({ cpuMicros }) => cpuMicros > SLOW_MICROS);
}

function extended(series: Series, outcome: Outcome): Series {
  if (outcome.kind === 'not-available') return { ...series, why: outcome.why };
  return { ...series, samples: [...series.samples, outcome.sample] };
}
