import type { Group } from '../group.js';
import { Worker } from '../process/worker.js';
import type { DriveResult } from './drive.js';
import { OURS, outcomeOf } from './tools.js';

const MESSAGES = 10_000_000;
/** Both the deliveries and the balance at the end go through all messages. */
const DEADLINE_MS = 900_000;

/** What it takes to know ten million messages by their content, with the balance at the end. */
export function contentGroup(): Group {
  return {
    title: 'Load, ledger by content',
    note: 'CPU of everything: making a message, its digest at the far end, and the balance, which makes all digests again',
    cases: [{ id: 'content', title: `${MESSAGES} messages, of which one in a million is not delivered` }],
    subjects: [OURS],
    rivals: {},
    repetitions: 1,
    makeCrew: () => {
      const worker = new Worker<{ readonly messages: number }, DriveResult>(
        new URL('./content-worker.js', import.meta.url),
        OURS,
      );
      return {
        async measure() {
          const answered = await worker.ask({ messages: MESSAGES }, DEADLINE_MS);
          return outcomeOf(answered.kind === 'lost' ? { notHere: answered.why } : answered.answer, 0);
        },
        stop: () => worker.stop(),
      };
    },
  };
}
