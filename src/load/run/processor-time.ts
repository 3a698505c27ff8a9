import type { EventLoopUtilization, Performance } from 'node:perf_hooks';

/** `process.threadCpuUsage` came with Node 22.19 and 23.9. */
type ThreadUsage = (() => { readonly user: number; readonly system: number }) | undefined;

/**
 * Processor time of this thread. Where Node cannot tell it for one thread, the time in which its event loop was not idle stands
 * for it, which on a busy machine is more.
 */
export class ProcessorTime {
  readonly #performance: Performance;
  readonly #loop: EventLoopUtilization;
  readonly #usage = threadUsage();

  constructor(performance: Performance) {
    this.#performance = performance;
    this.#loop = performance.eventLoopUtilization();
  }

  since(): { readonly cpuMs: number; readonly busyShare: number } {
    const { active, utilization } = this.#performance.eventLoopUtilization(this.#loop);
    const now = threadUsage();
    const cpuMs = this.#usage === undefined || now === undefined ? active : now - this.#usage;
    return { cpuMs, busyShare: utilization };
  }
}

function threadUsage(): number | undefined {
  const read: ThreadUsage = Reflect.get(process, 'threadCpuUsage');
  if (read === undefined) return undefined;
  const { user, system } = read.call(process);
  return (user + system) / 1_000;
}
