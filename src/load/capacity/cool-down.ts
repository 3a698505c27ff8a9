import { realTimer } from '../../base/timer.js';
import type { LatencySummary, LoadResult } from '../../evidence/load-result.js';
import type { StepSurroundings } from './run-step.js';
import { responseLimitMs } from './step-time.js';

const PROBE_MS = 250;
const SLACK_MS = 5;
const AS_USUAL = 2;

/** `calm`: it answers as usual; `busy`: not within the time for it; `gone`: nobody answers any more. */
export type CoolDown =
  | { readonly kind: 'calm' | 'busy'; readonly result?: LoadResult }
  | { readonly kind: 'gone'; readonly result: LoadResult };

/**
 * Waits until the system, asked by one user alone, answers as it did when it was not busy. `calm`: response times of the first
 * rate that held; where none did, the SLO's limit stands for them.
 */
export async function coolDown(around: StepSurroundings, calm: LatencySummary | undefined): Promise<CoolDown> {
  const timer = realTimer();
  const deadline = timer.now() + around.options.coolDownMs;
  const usual =
    calm === undefined ? (responseLimitMs(around.slo) ?? Number.POSITIVE_INFINITY) : calm.p50 * AS_USUAL + SLACK_MS;
  const { plan, targets, signal } = around;
  const probe = {
    ...plan,
    targets,
    arrival: { kind: 'closed', users: targets.length, durationMs: PROBE_MS },
    connections: 1,
    workers: 1,
    warmUpMs: 0,
    thresholds: [],
    abortOnFail: false,
    settleMs: 0,
  } as const;
  for (;;) {
    const run = await around.run(probe, { signal });
    const result = run.kind === 'ran' ? run.result : undefined;
    if (result?.outcome === 'unreachable') return { kind: 'gone', result };
    const isCalm = result !== undefined && result.acknowledged > 0 && result.response.p50 <= usual;
    if (isCalm || signal.aborted || timer.now() >= deadline)
      return { kind: isCalm ? 'calm' : 'busy', ...(result && { result }) };
  }
}
