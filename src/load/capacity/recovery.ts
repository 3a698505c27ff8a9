import type { LoadResult } from '../../evidence/load-result.js';
import { shareWithin } from '../measure/share-within.js';
import { ratePlan, type StepSurroundings } from './run-step.js';
import { responseLimitMs } from './step-time.js';

/** What is offered of the capacity: too much for a while, then little. */
const OVERLOAD = 1.5;
const CALM = 0.5;
const LONGEST_OVERLOAD_MS = 5_000;
/** At these rates a queue takes as long to go as it took to come; who needs more than four times that has other troubles. */
const PATIENCE = 4;
const REST_MS = 1_000;

/**
 * Overloads the system once and tells how long after that, in milliseconds, messages still had to wait longer than the SLO
 * allows; undefined where they did to the end. Every arrival behind the overload counts, so that the answer is as fine as the
 * gaps between them.
 */
export async function recoveryAfterOverload(
  around: StepSurroundings,
  capacity: number,
  held: LoadResult,
): Promise<number | undefined> {
  const { plan, options, targets, slo, signal } = around;
  const overloadMs = Math.min(LONGEST_OVERLOAD_MS, options.leastStepMs);
  const calmMs = overloadMs * PATIENCE + REST_MS;
  // What belongs to the warm-up is sent and not measured: here that is the overload.
  const overloaded = ratePlan(
    { ...plan, targets, thresholds: [] },
    [
      { rate: capacity * OVERLOAD, ms: overloadMs },
      { rate: capacity * CALM, ms: calmMs },
    ],
    overloadMs,
    `${plan.seed} overload`,
  );
  const run = await around.run(overloaded, { signal });
  if (run.kind === 'failed' || run.result.outcome !== 'completed') return undefined;
  const limit = responseLimitMs(slo) ?? held.response.p99 * 2;
  const tooLate = 1 - shareWithin(run.result, limit);
  return tooLate > STILL_LATE ? undefined : Math.round(tooLate * calmMs);
}

const STILL_LATE = 0.95;
