import type { Effort } from '../effort.js';
import { notAvailable, type Sample } from '../outcome.js';
import { Worker } from '../process/worker.js';
import type { Crew } from '../repeat-cases.js';
import type { ParsingCase } from './case.js';
import type { ParsingQuestion } from './worker.js';

type ParsingWorker = Worker<ParsingQuestion, Sample>;

/** One process a parser, which goes through all cases. */
export function parsingCrew(cases: readonly ParsingCase[], effort: Effort): Crew {
  const workers = new Map<string, ParsingWorker>();
  const workerFor = (subject: string): ParsingWorker => {
    const known = workers.get(subject);
    if (known?.isUsable) return known;
    const worker: ParsingWorker = new Worker(new URL('./worker.js', import.meta.url), subject);
    workers.set(subject, worker);
    return worker;
  };
  return {
    async measure(subject, caseId) {
      const parsingCase = cases.find(({ id }) => id === caseId);
      if (parsingCase === undefined) return notAvailable('no such case');
      const answered = await workerFor(subject).ask({ parsingCase, effort }, effort.deadlineMs);
      return answered.kind === 'lost' ? notAvailable(answered.why) : { kind: 'measured', sample: answered.answer };
    },
    stop() {
      for (const worker of workers.values()) worker.stop();
    },
  };
}
