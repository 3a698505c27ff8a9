import type { IntervalSample } from '../measure/recorder.js';
import type { OrdinalPages } from './far-end-part.js';
import { localPart } from './local-part.js';
import type { SharedOrder } from './open-far-ends.js';
import type { Part, PartListener } from './part.js';
import { threadPart } from './thread-part.js';
import { HAS_THREADS } from './threads.js';

/** Sets up every worker of this machine, each with its stripe of the whole plan. */
export function openParts(
  shared: SharedOrder & { readonly wantsAccepted: boolean },
  onInterval: (worker: number, sample: IntervalSample, accepted: OrdinalPages) => void,
): Promise<readonly Part[]> {
  const { workers, shard = { index: 0, of: 1 } } = shared.plan;
  const open = (worker: number): Part | Promise<Part> => {
    // Worker w of shard k owns one stripe of all workers of all shards.
    const stripe = { index: shard.index * workers + worker, of: shard.of * workers };
    const listener: PartListener = { onInterval: (sample, accepted) => onInterval(worker, sample, accepted) };
    return (HAS_THREADS ? threadPart : localPart)({ ...shared, stripe }, listener);
  };
  return Promise.all(Array.from({ length: workers }, (_, worker) => open(worker)));
}
