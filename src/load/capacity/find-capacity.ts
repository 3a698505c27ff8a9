import type { CapacityStep } from '../../evidence/load-result.js';
import type { LoadPlan, LoadTarget } from '../plan/load-plan.js';
import type { LoadProgress } from '../run/progress.js';
import { type LoadHooks, runLoad } from '../run/run-load.js';
import { makeMix } from '../template/make-mix.js';
import type { Threshold } from '../threshold/threshold.js';
import { type CapacityRun, CapacitySearch } from './capacity-search.js';
import { CAPACITY_DEFAULTS, type CapacityOptions } from './options.js';
import { StandingFarEnds } from './standing-far-ends.js';

export interface CapacityHooks {
  /** The version of this package, for the result. */
  readonly pipehat: string;
  /** A step is over. */
  readonly onStep?: (step: CapacityStep) => void;
  /** The step that goes on. */
  readonly onProgress?: (progress: LoadProgress) => void;
  /** As for a run; called once for the whole search. */
  readonly onFarEnds?: (ports: readonly number[]) => Promise<readonly LoadTarget[] | undefined>;
  /** Aborted: the search ends with what it has. */
  readonly signal?: AbortSignal;
  /** Carries out each step; `runLoad` where absent. */
  readonly run?: typeof runLoad;
}

/**
 * Looks for the highest rate at which the SLO holds. The plan says what is sent, where to and over which connections; its
 * rates and times are those of the search.
 */
export async function findCapacity(
  plan: LoadPlan,
  slo: readonly Threshold[],
  options: Partial<CapacityOptions>,
  hooks: CapacityHooks,
): Promise<CapacityRun> {
  const farEnds = new StandingFarEnds(plan);
  const failure = await farEnds.open();
  if (failure !== undefined) return { kind: 'failed', message: failure };
  try {
    const targets = (await hooks.onFarEnds?.(farEnds.ports)) ?? plan.targets;
    const mix = makeMix(plan).data;
    const run = hooks.run ?? runLoad;
    const shared: LoadHooks = { pipehat: hooks.pipehat, mix, openFarEnds: farEnds.forRun };
    const search = new CapacitySearch({
      plan,
      slo,
      targets,
      options: { ...CAPACITY_DEFAULTS, ...options },
      run: (stepPlan, more) => run(stepPlan, { ...shared, ...more }),
      signal: hooks.signal ?? new AbortController().signal,
      ...(hooks.onProgress && { onProgress: hooks.onProgress }),
      ...(hooks.onStep && { onStep: hooks.onStep }),
    });
    return await search.perform();
  } finally {
    await farEnds.close();
  }
}
