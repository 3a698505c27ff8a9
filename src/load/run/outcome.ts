import type { LoadResult, ThresholdOutcome } from '../../evidence/load-result.js';
import { extentOf } from '../arrival/arrival-schedule.js';
import type { LoadPlan } from '../plan/load-plan.js';
import { holds, type Measured, measure } from '../threshold/judge-threshold.js';
import type { Threshold } from '../threshold/threshold.js';

/** Seconds of the plan that are measured: without the warm-up. */
export function measuredSeconds({ arrival, warmUpMs }: LoadPlan): number {
  const ms = arrival.kind === 'open' ? extentOf(arrival.stages).durationMs : arrival.durationMs;
  return (ms - warmUpMs) / 1_000;
}

/** How the thresholds of a plan came out. One that nothing measures (no far end) is not kept. */
export function judgeThresholds(
  thresholds: readonly Threshold[],
  measured: Measured,
  abortedBy: Threshold | undefined,
): readonly ThresholdOutcome[] {
  return thresholds.map((threshold) => {
    const actual = measure(threshold, measured);
    const passed = actual !== undefined && holds(threshold, actual);
    return { text: threshold.text, passed, actual: actual ?? Number.NaN, aborted: threshold === abortedBy };
  });
}

const LATENESS_SHARE = 0.1;
const BUSY = 0.8;

/** What limits the worth of the figures, one sentence each. */
export function warningsOf(result: Omit<LoadResult, 'warnings'>): readonly string[] {
  const { lateness, response, generator, plannedRate, rate, dropped, codes, outcome } = result;
  const warnings: string[] = [];
  if (response.count > 0 && lateness.p99 > response.p99 * LATENESS_SHARE && lateness.p99 > 1) {
    warnings.push(
      `the generator was late by ${round(lateness.p99)} ms at p99, more than a tenth of the response p99 of ` +
        `${round(response.p99)} ms: the generator, not the system, limits these figures; ${cureOf(generator.cpuShare)}`,
    );
  }
  if (generator.cpuShare > BUSY) {
    warnings.push(
      `a worker of the generator was busy ${Math.round(generator.cpuShare * 100)} % of the time: add --workers`,
    );
  }
  if (plannedRate > 0 && dropped === 0 && Math.abs(rate / plannedRate - 1) > 0.02 && outcome === 'completed') {
    warnings.push(`${round(rate)} messages a second were sent where the plan wanted ${round(plannedRate)}`);
  }
  for (const odd of ['uncorrelated', 'bad-reply', 'junk']) {
    if (codes[odd]) warnings.push(`${codes[odd]} times the system sent ${ODD[odd]}`);
  }
  return warnings;
}

/** A generator that is late and not busy was kept from working. */
function cureOf(cpuShare: number): string {
  if (cpuShare > IDLE) return 'use more workers or machines';
  return `its workers were busy ${Math.round(cpuShare * 100)} % of the time, so that this machine is too busy with other things`;
}

const IDLE = 0.5;

const ODD: Readonly<Record<string, string>> = {
  uncorrelated: 'an acknowledgment that names no message which waits for one',
  'bad-reply': 'a reply without MSA',
  junk: 'bytes that are no frame',
};

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
