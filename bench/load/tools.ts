import { notAvailable, type Outcome } from '../outcome.js';
import { Worker } from '../process/worker.js';
import { artillery } from './artillery.js';
import type { Drive, DriveResult } from './drive.js';
import { k6 } from './k6.js';

/** Something that makes a load, in processes of its own. */
export interface Tool {
  drive(drive: Drive, deadlineMs: number): Promise<DriveResult | { readonly notHere: string }>;
}

export const OURS = 'pipehat';

/** By the name in the tables. */
export const TOOLS: Readonly<Record<string, Tool>> = {
  [OURS]: worker(new URL('./generator-worker.js', import.meta.url), OURS),
  '@medplum/hl7': client('@medplum/hl7'),
  'simple-hl7': client('simple-hl7'),
  'node-hl7-client': client('node-hl7-client'),
  Artillery: artillery,
  'k6 with xk6-mllp': k6,
};

function client(library: string): Tool {
  return worker(new URL('./client-worker.js', import.meta.url), library);
}

function worker(module: URL, subject: string): Tool {
  return {
    async drive(drive, deadlineMs) {
      const process = new Worker<Drive, DriveResult>(module, subject);
      const answered = await process.ask(drive, deadlineMs);
      process.stop();
      return answered.kind === 'lost' ? { notHere: answered.why } : answered.answer;
    },
  };
}

/** `cpuMicros` is the tool's alone: the receiver is the same for all. */
export function outcomeOf(result: DriveResult | { readonly notHere: string }, receiverMicros: number): Outcome {
  if ('notHere' in result) return notAvailable(result.notHere);
  const { messages, ms, cpuMicros, figures } = result;
  if (messages === 0) return notAvailable('it sent nothing');
  return {
    kind: 'measured',
    sample: {
      cpuMicros: cpuMicros / messages,
      perSecond: (messages * 1_000) / ms,
      clientMicros: cpuMicros / messages,
      serverMicros: receiverMicros / messages,
      figures,
    },
  };
}
