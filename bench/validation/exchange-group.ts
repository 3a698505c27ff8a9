import type { Effort } from '../effort.js';
import type { Group } from '../group.js';
import { notAvailable, type Sample } from '../outcome.js';
import { Worker } from '../process/worker.js';

/** Two stages with an engine each have to be set up, however little is measured. */
const DEADLINE_MS = 60_000;

/** What validation adds to the harness's share of an exchange of the suite. */
export function exchangeGroup(effort: Effort): Group {
  return {
    title: 'Journaled exchange, validated',
    note: 'as in the go-live suite: real sockets, simulators, journal; the demo engine is another process and not counted',
    cases: [{ id: 'exchange', title: 'an exchange of the suite, its acknowledgment and its place in the journal' }],
    subjects: ['pipehat'],
    rivals: {},
    repetitions: 1,
    makeCrew: () => {
      const worker: Worker<Effort, Sample> = new Worker(new URL('./exchange-worker.js', import.meta.url), 'exchange');
      return {
        async measure() {
          const answered = await worker.ask(effort, Math.max(effort.deadlineMs, DEADLINE_MS));
          return answered.kind === 'lost' ? notAvailable(answered.why) : { kind: 'measured', sample: answered.answer };
        },
        stop: () => worker.stop(),
      };
    },
  };
}
