import type { LinkEvidence } from '../../evidence/exchange.js';
import type { LedgerSummary, LoadInterval, LoadResult, SutEventOutcome } from '../../evidence/load-result.js';
import type { ValidationCounts } from '../far-end/delivery-check.js';
import type { LoadPlan } from '../plan/load-plan.js';
import { plannedMessages } from '../plan/planned-messages.js';
import type { Threshold } from '../threshold/threshold.js';
import { type Measures, mergeCounts, mergeMeasures } from './merge.js';
import { judgeThresholds, measuredSeconds, warningsOf } from './outcome.js';
import type { PartResult } from './part.js';

export interface RunFacts {
  readonly plan: LoadPlan;
  readonly pipehat: string;
  readonly startedAt: string;
  readonly types: readonly string[];
  /** On average. */
  readonly messagesPerArrival: number;
  readonly outcome: LoadResult['outcome'];
  readonly links: readonly LinkEvidence[];
  readonly intervals: readonly LoadInterval[];
  readonly ledger?: LedgerSummary;
  readonly validation?: ValidationCounts;
  readonly sut?: readonly SutEventOutcome[];
  readonly abortedBy: Threshold | undefined;
}

/** What the parts of a run have shown together. */
export function resultOf(parts: readonly PartResult[], facts: RunFacts): LoadResult {
  const { plan, ledger, outcome, links } = facts;
  const measures = mergeMeasures(parts.map(({ all }) => all));
  const codes = mergeCounts(parts.map((part) => part.codes));
  const durationSeconds = measuredSeconds(plan);
  const measured = {
    ...measures,
    errors: errorsOf(codes),
    rate: rateOf(parts, measures.sent),
    ...(ledger && { ledger }),
    ...validationOf(facts),
  };
  const result = {
    pipehat: facts.pipehat,
    name: plan.name,
    startedAt: facts.startedAt,
    outcome,
    durationSeconds,
    seed: plan.seed,
    ...measured,
    codes,
    ...faultsOf(parts),
    ...resentOf(parts),
    ...(facts.sut && { sut: facts.sut }),
    plannedRate: measures.offered / durationSeconds,
    connections: parts.reduce((sum, { connections }) => sum + connections, 0),
    links,
    byMessage: byMessage(parts, facts.types),
    generator: generatorOf(parts, measures.sent),
    intervals: withoutEnd(withPlanned(facts)),
    thresholds: judgeThresholds(plan.thresholds, measured, facts.abortedBy),
    ...(plan.shard && { shard: plan.shard }),
  };
  return { ...result, warnings: warningsOf(result) };
}

/** A run ends some milliseconds behind a full second: one in which nothing was due and nothing happened is none. */
function withoutEnd(intervals: readonly LoadInterval[]): readonly LoadInterval[] {
  const last = intervals.at(-1);
  if (last === undefined) return intervals;
  const { planned = 0, offered, sent, acknowledged, errors, dropped } = last;
  return planned + offered + sent + acknowledged + errors + dropped === 0 ? intervals.slice(0, -1) : intervals;
}

function withPlanned({ intervals, plan, messagesPerArrival }: RunFacts): readonly LoadInterval[] {
  const planned = plannedMessages(plan, messagesPerArrival);
  if (planned === undefined) return intervals;
  return intervals.map((interval) => ({ ...interval, planned: planned(interval.second) }));
}

function validationOf({ plan, validation }: RunFacts): Pick<LoadResult, 'validation'> {
  if (validation === undefined || plan.validation === undefined) return {};
  const { cpuMs, ...counts } = validation;
  const cpuShare = cpuMs / 1_000 / (measuredSeconds(plan) + plan.warmUpMs / 1_000);
  return { validation: { ...counts, sample: plan.validation.sample, cpuShare } };
}

/** Absent where the plan has none. */
function faultsOf(parts: readonly PartResult[]): Pick<LoadResult, 'faults'> {
  const names = [...new Set(parts.flatMap(({ faults }) => Object.keys(faults)))];
  if (names.length === 0) return {};
  return {
    faults: Object.fromEntries(names.map((name) => [name, mergeCounts(parts.map(({ faults }) => faults[name] ?? {}))])),
  };
}

/** Absent where nothing was. */
function resentOf(parts: readonly PartResult[]): Pick<LoadResult, 'resent'> {
  const resent = parts.reduce((sum, part) => sum + part.resent, 0);
  return resent === 0 ? {} : { resent };
}

const GOOD = new Set(['AA', 'CA']);

function errorsOf(codes: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(codes).filter(([code]) => !GOOD.has(code)));
}

/** Between the first and the last write: what was really sent, not what was wanted. */
function rateOf(parts: readonly PartResult[], sent: number): number {
  const first = Math.min(...parts.map(({ firstSent }) => firstSent ?? Number.POSITIVE_INFINITY));
  const last = Math.max(...parts.map(({ lastSent }) => lastSent ?? 0));
  return sent < 2 || last <= first ? 0 : ((sent - 1) * 1_000) / (last - first);
}

function byMessage(parts: readonly PartResult[], types: readonly string[]): Readonly<Record<string, Measures>> {
  return Object.fromEntries(
    types.map((type, n) => [type, mergeMeasures(parts.flatMap(({ byType }) => byType[n] ?? []))]),
  );
}

function generatorOf(parts: readonly PartResult[], sent: number): LoadResult['generator'] {
  const cpuMs = parts.reduce((sum, part) => sum + part.cpuMs, 0);
  return {
    workers: parts.length,
    cpuMicrosPerMessage: sent === 0 ? 0 : (cpuMs * 1_000) / sent,
    cpuShare: Math.max(0, ...parts.map(({ busyShare }) => busyShare)),
    rssBytes: process.memoryUsage.rss(),
  };
}
