import { Worker } from 'node:worker_threads';
import type { FarEndCounts, FarEndOpening, FarEndOrder, FarEndResult, OrdinalPages } from './far-end-part.js';
import { THREAD_MEMORY } from './thread-memory.js';

/** What a thread is told, and what it tells. */
export type ToFarEnd =
  | { readonly kind: 'begin'; readonly atEpochMs: number }
  | { readonly kind: 'counts'; readonly accepted?: OrdinalPages }
  | { readonly kind: 'settle'; readonly accepted: readonly (Uint8Array | undefined)[] };
export type FromFarEnd =
  | { readonly kind: 'opened'; readonly port: number }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'counts'; readonly counts: FarEndCounts }
  | { readonly kind: 'settled'; readonly result: FarEndResult };

/** Opens a far end in a thread of its own. */
export async function threadFarEnd(order: FarEndOrder): Promise<FarEndOpening> {
  const worker = new Worker(new URL('./far-end-thread.js', import.meta.url), {
    workerData: order,
    resourceLimits: THREAD_MEMORY,
  });
  const tell = (message: ToFarEnd): void => worker.postMessage(message);
  const hear = <K extends FromFarEnd['kind']>(...kinds: readonly K[]): Promise<Extract<FromFarEnd, { kind: K }>> =>
    new Promise((resolve, reject) => {
      worker.once('error', reject);
      const listen = (message: FromFarEnd): void => {
        if (!isOneOf(message, kinds)) return;
        worker.off('message', listen);
        worker.off('error', reject);
        resolve(message);
      };
      worker.on('message', listen);
    });
  const opened = await hear('opened', 'failed');
  if (opened.kind === 'failed') return opened;
  return {
    kind: 'open',
    part: {
      port: opened.port,
      begin: (atEpochMs) => tell({ kind: 'begin', atEpochMs }),
      counts: async (accepted) => {
        tell({ kind: 'counts', ...(accepted && { accepted }) });
        return (await hear('counts')).counts;
      },
      settle: async (accepted) => {
        tell({ kind: 'settle', accepted });
        return (await hear('settled')).result;
      },
      close: async () => {
        await worker.terminate();
      },
    },
  };
}

function isOneOf<K extends FromFarEnd['kind']>(
  message: FromFarEnd,
  kinds: readonly K[],
): message is Extract<FromFarEnd, { kind: K }> {
  return kinds.some((kind) => kind === message.kind);
}
