import { realTimer } from '../../base/timer.js';
import type { LoadPlan } from '../plan/load-plan.js';
import { measuredSeconds } from '../run/outcome.js';
import { type LoadHooks, type LoadRun, runLoad } from '../run/run-load.js';
import { MemoryProbe } from './memory-probe.js';
import { OwnMemory } from './own-memory.js';
import { soakOf } from './soak-summary.js';

export interface SoakOptions {
  /** A command that prints how many bytes of memory the system under test uses. */
  readonly memoryCommand?: string;
  /** Carries the plan out; on this machine where absent. */
  readonly perform?: (plan: LoadPlan, hooks: LoadHooks) => Promise<LoadRun>;
}

/** So often is the memory asked for over a run, but not more than once a second. */
const MEMORY_SAMPLES = 120;

/** Carries out a plan and tells besides how latencies, errors and memory moved from its beginning to its end. */
export async function runSoak(plan: LoadPlan, options: SoakOptions, hooks: LoadHooks): Promise<LoadRun> {
  const { memoryCommand, perform = runLoad } = options;
  const seconds = measuredSeconds(plan);
  const from = plan.warmUpMs / 1_000;
  const everyMs = Math.max(1_000, (seconds * 1_000) / MEMORY_SAMPLES);
  const memory = memoryCommand === undefined ? undefined : new MemoryProbe(memoryCommand, everyMs, realTimer());
  const own = new OwnMemory(everyMs, realTimer());
  memory?.start();
  own.start();
  const run = await perform(plan, hooks);
  own.stop();
  await memory?.stop();
  if (run.kind === 'failed') return run;
  const soak = soakOf(run.result.intervals, { from, to: from + seconds }, { memory, own });
  return { ...run, result: { ...run.result, soak } };
}
