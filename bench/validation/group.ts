import type { Effort } from '../effort.js';
import type { Group } from '../group.js';
import { notAvailable, type Sample } from '../outcome.js';
import { Worker } from '../process/worker.js';
import type { Crew } from '../repeat-cases.js';
import { type ValidationCase, validationCases } from './case.js';
import { STATED_NAMES, stated } from './stated.js';
import type { ValidationQuestion } from './worker.js';

const MODES: Readonly<Record<string, string>> = { pipehat: 'pipehat', 'pipehat, as NIST': 'nist' };

export function validationGroup(effort: Effort): Group {
  const cases = validationCases(effort);
  return {
    title: 'Validation',
    note: 'from the bytes to the findings; stated figures are of earlier measurements elsewhere and not of this run',
    cases,
    subjects: [...Object.keys(MODES), ...STATED_NAMES],
    rivals: Object.fromEntries(STATED_NAMES.map((name) => [name, 'pipehat, as NIST'])),
    makeCrew: () => crew(cases, effort),
  };
}

/** One process a mode, which goes through all cases. */
function crew(cases: readonly ValidationCase[], effort: Effort): Crew {
  const workers = new Map<string, Worker<ValidationQuestion, Sample>>();
  const workerFor = (mode: string): Worker<ValidationQuestion, Sample> => {
    const known = workers.get(mode);
    if (known?.isUsable) return known;
    const worker: Worker<ValidationQuestion, Sample> = new Worker(new URL('./worker.js', import.meta.url), mode);
    workers.set(mode, worker);
    return worker;
  };
  return {
    async measure(subject, caseId) {
      const mode = MODES[subject];
      if (mode === undefined) return stated(subject, caseId);
      const validationCase = cases.find(({ id }) => id === caseId);
      if (validationCase === undefined) return notAvailable('no such case');
      const answered = await workerFor(mode).ask({ validationCase, effort }, effort.deadlineMs);
      return answered.kind === 'lost' ? notAvailable(answered.why) : { kind: 'measured', sample: answered.answer };
    },
    stop() {
      for (const worker of workers.values()) worker.stop();
    },
  };
}
