import type { LatencySummary, LoadResult } from '../../evidence/load-result.js';
import type { LoadPlan, LoadTarget } from '../plan/load-plan.js';
import type { LoadHooks, LoadRun } from '../run/run-load.js';
import type { Threshold } from '../threshold/threshold.js';
import { judgeStep, type StepVerdict } from './judge-step.js';
import type { CapacityOptions } from './options.js';
import type { Trial } from './rate-search.js';
import { responseLimitMs, stepMs } from './step-time.js';

/** What all steps of a search share. */
export interface StepSurroundings {
  readonly plan: LoadPlan;
  readonly slo: readonly Threshold[];
  readonly options: CapacityOptions;
  /** Carries out a plan, with what is the same for all steps. */
  readonly run: (plan: LoadPlan, hooks: Pick<LoadHooks, 'signal' | 'onInterval' | 'onProgress'>) => Promise<LoadRun>;
  readonly targets: readonly LoadTarget[];
  /** Aborted: the search ends. */
  readonly signal: AbortSignal;
  readonly onProgress?: LoadHooks['onProgress'];
}

export type StepRun =
  | { readonly kind: 'ran'; readonly result: LoadResult; readonly verdict: StepVerdict }
  /** The search cannot go on: the system is not there any more, or somebody stopped it. */
  | { readonly kind: 'ended'; readonly result: LoadResult }
  | { readonly kind: 'failed'; readonly message: string };

/** The median of a second may be so many times over the limit before the step is ended. */
const HOPELESS = 10;

/** Tries one rate. `ordinal`: which step of the search it is, from 0; its arrivals differ from those of the others. */
export async function runStep(
  around: StepSurroundings,
  trial: Trial,
  ordinal: number,
  calm: LatencySummary | undefined,
): Promise<StepRun> {
  const plan = stepPlan(around, trial, ordinal);
  const limit = responseLimitMs(around.slo) ?? Number.POSITIVE_INFINITY;
  const hopeless = new AbortController();
  const run = await around.run(plan, {
    signal: AbortSignal.any([around.signal, hopeless.signal]),
    onInterval: ({ response }) => {
      if (response.p50 > limit * HOPELESS) hopeless.abort();
    },
    ...(around.onProgress && { onProgress: around.onProgress }),
  });
  if (run.kind === 'failed') return run;
  const { result } = run;
  if (around.signal.aborted || result.outcome === 'unreachable') return { kind: 'ended', result };
  const isHopeless = hopeless.signal.aborted && result.outcome === 'interrupted';
  const { resolution } = trial;
  return { kind: 'ran', result, verdict: judgeStep({ plan, slo: around.slo, result, resolution, isHopeless, calm }) };
}

function stepPlan({ plan, slo, options, targets }: StepSurroundings, trial: Trial, ordinal: number): LoadPlan {
  const spacing = plan.arrival.kind === 'open' ? plan.arrival.spacing : 'even';
  return ratePlan(
    { ...plan, targets, thresholds: slo },
    [{ rate: trial.rate, ms: options.warmUpMs + stepMs(trial, slo, spacing, options) }],
    options.warmUpMs,
    `${plan.seed} ${ordinal}`,
  );
}

/** The plan at other rates, one after the other. */
export function ratePlan(
  plan: LoadPlan,
  rates: readonly { readonly rate: number; readonly ms: number }[],
  warmUpMs: number,
  seed: string,
): LoadPlan {
  const spacing = plan.arrival.kind === 'open' ? plan.arrival.spacing : 'even';
  const highest = Math.max(...rates.map(({ rate }) => rate));
  return {
    ...plan,
    arrival: {
      kind: 'open',
      spacing,
      seed,
      stages: rates.map(({ rate, ms }) => ({ kind: 'constant', rate, durationMs: ms })),
    },
    warmUpMs,
    queueLimit: Math.max(1, Math.ceil((highest * plan.acknowledgmentTimeoutMs) / 1_000)),
    abortOnFail: false,
  };
}
