import { Worker } from 'node:worker_threads';
import type { IntervalSample } from '../measure/recorder.js';
import type { OrdinalPages } from './far-end-part.js';
import type { Part, PartListener, PartOrder, PartResult } from './part.js';
import { THREAD_MEMORY } from './thread-memory.js';

/** What a thread is told, and what it tells. */
export type ToThread = { readonly kind: 'start'; readonly atEpochMs: number } | { readonly kind: 'stop' };
export type FromThread =
  | { readonly kind: 'ready' }
  | { readonly kind: 'interval'; readonly sample: IntervalSample; readonly accepted: OrdinalPages }
  | { readonly kind: 'done'; readonly result: PartResult };

/** Carries out a part in a thread of its own. Resolves when the thread is ready. */
export async function threadPart(order: PartOrder, listener: PartListener): Promise<Part> {
  const worker = new Worker(new URL('./part-thread.js', import.meta.url), {
    workerData: order,
    resourceLimits: THREAD_MEMORY,
  });
  const tell = (message: ToThread): void => worker.postMessage(message);
  const done = new Promise<PartResult>((resolve, reject) => {
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`a worker of the load run ended by itself (exit code ${code})`)));
    worker.on('message', (message: FromThread) => {
      if (message.kind === 'interval') listener.onInterval(message.sample, message.accepted);
      if (message.kind === 'done') resolve(message.result);
    });
  });
  // Whoever runs the part hears of its failure; one that never starts must not end the process.
  done.catch(() => {});
  await new Promise<void>((resolve, reject) => {
    worker.once('error', reject);
    worker.on('message', (message: FromThread) => {
      if (message.kind === 'ready') resolve();
    });
  });
  return {
    async run(atEpochMs) {
      tell({ kind: 'start', atEpochMs });
      try {
        return await done;
      } finally {
        void worker.terminate();
      }
    },
    stop: () => tell({ kind: 'stop' }),
  };
}
