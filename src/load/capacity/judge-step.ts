import type { CapacityLimit, LatencySummary, LoadResult, ThresholdOutcome } from '../../evidence/load-result.js';
import type { LoadPlan } from '../plan/load-plan.js';
import { lineThrough } from '../soak/trend.js';
import type { Threshold } from '../threshold/threshold.js';
import { responseLimitMs } from './step-time.js';

export interface StepFacts {
  readonly plan: LoadPlan;
  readonly slo: readonly Threshold[];
  readonly result: LoadResult;
  /** A rate that is too much by this share must not hold. */
  readonly resolution: number;
  /** Ended because the messages already waited many times too long. */
  readonly isHopeless: boolean;
  /** Service times of the first rate that held: those of a system that is not busy. */
  readonly calm: LatencySummary | undefined;
}

export type StepVerdict =
  | { readonly held: true; readonly reason: string }
  | { readonly held: false; readonly reason: string; readonly limit: CapacityLimit };

/** Whether a rate was held, why not, and who could not do more. */
export function judgeStep(facts: StepFacts): StepVerdict {
  const broken = brokenPromises(facts);
  const [reason] = broken;
  if (reason === undefined) return { held: true, reason: heldBy(facts) };
  const late = lateness(facts);
  if (late !== undefined) return { held: false, limit: 'generator', reason: `${reason}; but ${late}` };
  const short = shortage(facts);
  if (short !== undefined) return { held: false, limit: 'connections', reason: `${reason}; but ${short}` };
  return { held: false, limit: 'system', reason };
}

function brokenPromises(facts: StepFacts): readonly string[] {
  const { slo, result, isHopeless } = facts;
  const mentions = (metric: string): boolean => slo.some((one) => one.metric.startsWith(metric));
  const broken = result.thresholds.filter(({ passed }) => !passed).map(describe);
  if (isHopeless) broken.push('the messages waited longer and longer for their answers, and the step was ended');
  const { dropped, timedOut, lost } = result;
  if (dropped > 0 && !mentions('dropped')) broken.push(`${dropped} messages found no connection in time`);
  if (!mentions('errors') && !mentions('timedOut') && timedOut + lost > 0)
    broken.push(`${timedOut + lost} messages were not answered`);
  if (!mentions('errors') && refused(result) > MOST_REFUSED * result.offered)
    broken.push(`${refused(result)} messages were not accepted`);
  return isHopeless ? broken : [...broken, ...growth(facts), ...shortfall(facts)];
}

/** Above this share of refused messages a rate says nothing about what the system carries, if the SLO is silent about errors. */
const MOST_REFUSED = 0.01;

function refused({ codes, timedOut, lost }: LoadResult): number {
  const bad = Object.entries(codes).filter(([code]) => code !== 'AA' && code !== 'CA');
  return bad.reduce((total, [, count]) => total + count, 0) - timedOut - lost;
}

function describe({ text, actual }: ThresholdOutcome): string {
  return Number.isNaN(actual) ? `${text}: nothing measures it` : `${text}: it was ${round(actual)}`;
}

/** A queue that grows in every second has no bound, even where it is still short. */
function growth({ result, resolution, plan }: StepFacts): readonly string[] {
  let backlog = 0;
  const [from, to] = [plan.warmUpMs / 1_000, plan.warmUpMs / 1_000 + result.durationSeconds];
  const points = result.intervals
    .filter(({ second }) => second >= from && second + 1 <= to)
    .map(({ second, offered, acknowledged, dropped }) => {
      backlog += offered - acknowledged - dropped;
      return { x: second, y: backlog };
    });
  const line = points.length < LEAST_SECONDS ? undefined : lineThrough(points);
  const isDeep = backlog > plan.connections * plan.depth * plan.targets.length;
  if (!line?.isSignificant || !isDeep || line.slope < (result.plannedRate * resolution) / 2) return [];
  return [`the queue grew by ${round(line.slope)} messages a second`];
}

const LEAST_SECONDS = 5;

function shortfall({ result, resolution }: StepFacts): readonly string[] {
  const { rate, plannedRate, sent } = result;
  const allowed = Math.max(LEAST_SHORTFALL, Math.min(resolution, MOST_SHORTFALL)) + 2 / Math.max(1, sent);
  if (rate >= plannedRate * (1 - allowed)) return [];
  return [`${round(rate)} messages a second were sent instead of ${round(plannedRate)}`];
}

const LEAST_SHORTFALL = 0.02;
const MOST_SHORTFALL = 0.05;

/** Of the limit: what half of all messages, one in a hundred, or one may be late before the generator is blamed. */
const LATE_SHARE = 0.25;
const STALL_SHARE = 0.5;
const BUSY = 0.95;

/** Why the generator, and not the system, may have broken the promise; undefined where it was in time. */
function lateness({ slo, result }: StepFacts): string | undefined {
  const { generator, lateness: late } = result;
  if (generator.cpuShare > BUSY) return `a worker of the generator was busy ${percent(generator.cpuShare)} of the time`;
  const limit = responseLimitMs(slo) ?? result.response.p99;
  const isLate = late.p50 > LATE_SHARE * limit || late.p99 > STALL_SHARE * limit || late.max > limit;
  if (!isLate || late.max <= LEAST_LATE_MS) return undefined;
  return `the generator itself was late, by ${round(late.p99)} ms at p99 and at most ${round(late.max)} ms`;
}

/** A tick of the generator is a millisecond long. */
const LEAST_LATE_MS = 2;

const FULL = 0.9;
const AS_USUAL = 1.5;

/**
 * Every connection waited for an answer nearly all of the time (Little's law), and yet the answers were no slower than those of
 * a system that is not busy: more connections would carry more.
 */
function shortage({ plan, result, calm }: StepFacts): string | undefined {
  const { service, queue } = result;
  const places = plan.connections * plan.depth * plan.targets.length;
  if (calm === undefined || plan.perMessage || result.durationSeconds === 0) return undefined;
  const carried = Math.min(result.rate, result.plannedRate);
  const inUse = (carried * service.mean) / 1_000 / places;
  if (inUse < FULL || service.p50 > calm.p50 * AS_USUAL || queue.p50 < service.p50) return undefined;
  const most = round((places * 1_000) / service.mean);
  return `all ${places} places on the connections were taken while the system answered as quickly as ever: ${places} messages at once, ${round(service.mean)} ms each, are ${most} a second; take more connections`;
}

function heldBy({ result }: StepFacts): string {
  if (result.thresholds.length === 0) return 'every message was answered';
  return result.thresholds.map(({ text, actual }) => `${text}: ${round(actual)}`).join('; ');
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
