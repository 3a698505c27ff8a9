import { wallClock } from '../../base/clock.js';
import { hashKey } from '../../base/rng.js';
import { realTimer } from '../../base/timer.js';
import type { LoadInterval, LoadResult } from '../../evidence/load-result.js';
import { OrdinalSet } from '../../ledger/ordinal-set.js';
import type { IntervalSample } from '../measure/recorder.js';
import type { LoadPlan, LoadTarget } from '../plan/load-plan.js';
import { plannedMessages } from '../plan/planned-messages.js';
import { type ActOnSut, noControl, SutCourse } from '../sut/sut-course.js';
import { BY_CONTENT } from '../template/identity.js';
import { LoadMix, type MixData, messagesPerArrival } from '../template/load-unit.js';
import { makeMix } from '../template/make-mix.js';
import { PREFIX_LENGTH } from '../template/message-template.js';
import type { Threshold } from '../threshold/threshold.js';
import { AbortWatch } from './abort-watch.js';
import { AcceptedBefore } from './accepted-before.js';
import { type DamagedMessage, damagedMessages } from './damaged-messages.js';
import type { FarEndPart, FarEndResult } from './far-end-part.js';
import { IntervalGathering } from './interval-gathering.js';
import { linksOf } from './links.js';
import { mergeLedgers, mergeValidation } from './merge.js';
import { type FarEndsOpening, openFarEnds, type SharedOrder } from './open-far-ends.js';
import { openParts } from './open-parts.js';
import type { PartResult } from './part.js';
import { type LoadProgress, ProgressCount } from './progress.js';
import { resultOf } from './result.js';
import { settleFarEnds } from './settle.js';

export interface LoadHooks {
  /** The version of this package, for the result. */
  readonly pipehat: string;
  readonly onInterval?: (interval: LoadInterval) => void;
  /** What one worker of this machine measured in a second, with histograms that merge. */
  readonly onSample?: (sample: IntervalSample) => void;
  readonly onProgress?: (progress: LoadProgress) => void;
  /**
   * Called once the far ends listen, before anything is sent, for whoever must start the system under test then; where it gives
   * targets, they are sent to instead of those of the plan.
   */
  readonly onFarEnds?: (ports: readonly number[]) => Promise<readonly LoadTarget[] | undefined>;
  /** Wall clock milliseconds of the first arrival, where several machines must agree on it; at once where absent. */
  readonly startAtEpochMs?: number;
  /** The first letters of every MSH-10, where several machines must agree on them and their clocks do not. */
  readonly prefix?: string;
  /** Aborted: the run ends with what it has. */
  readonly signal?: AbortSignal;
  /** Messages that were made before: several runs of one plan need them made only once. */
  readonly mix?: MixData;
  /** Acts on the system under test, for a plan that wants it. */
  readonly onSut?: ActOnSut;
  /** Opens what takes the deliveries, where others listen already, instead of the listeners of the plan. */
  readonly openFarEnds?: (shared: SharedOrder) => Promise<FarEndsOpening>;
}

export type LoadRun =
  | {
      readonly kind: 'ran';
      readonly result: LoadResult;
      readonly parts: readonly PartResult[];
      /** In the order of the plan. */
      readonly farEnds: readonly FarEndResult[];
      /** Every message that suffered damage, with what may be its cause. */
      readonly damaged: readonly DamagedMessage[];
    }
  /** Nothing was sent: a far end could not listen. */
  | { readonly kind: 'failed'; readonly message: string };

/** Between the moment when everybody is ready and the first arrival. */
const LEAD_MS = 250;

interface Run {
  readonly shared: SharedOrder;
  readonly hooks: LoadHooks;
  readonly startedAt: Date;
  readonly farEnds: readonly FarEndPart[];
}

/** Carries out a plan from the first message to the balance of the ledger. */
export async function runLoad(plan: LoadPlan, hooks: LoadHooks): Promise<LoadRun> {
  const startedAt = wallClock();
  const mix = hooks.mix ?? makeMix(plan).data;
  const prefix = hooks.prefix ?? prefixOf(plan.seed, hooks.startAtEpochMs ?? startedAt.getTime());
  const shared = { plan, mix, prefix };
  const opening = await (hooks.openFarEnds ?? openFarEnds)(shared);
  if (opening.kind === 'failed') return opening;
  const farEnds = opening.parts;
  try {
    const targets = await hooks.onFarEnds?.(farEnds.map(({ port }) => port));
    const order = targets === undefined ? shared : { ...shared, plan: { ...plan, targets } };
    return await perform({ shared: order, hooks, startedAt, farEnds });
  } finally {
    await Promise.all(farEnds.map((farEnd) => farEnd.close()));
  }
}

/** Ids of two runs differ, and those of all machines of one run begin alike. */
export function prefixOf(seed: string, startEpochMs: number | string): string {
  const [a, b] = hashKey(seed, 'run', startEpochMs);
  const letters = a.toString(36) + b.toString(36);
  return `L${letters.padEnd(PREFIX_LENGTH, '0').slice(0, PREFIX_LENGTH - 1)}`;
}

async function perform(run: Run): Promise<LoadRun> {
  const { shared, hooks, farEnds } = run;
  const { plan, prefix, mix } = shared;
  const watch = new AbortWatch(plan);
  const accepted = new AcceptedBefore();
  const gathering = new IntervalGathering(plan.workers, tellerOf(run, accepted));
  const wantsAccepted = farEnds.length > 0 || plan.shard !== undefined;
  const course = new SutCourse(plan.sut, hooks.onSut ?? noControl, realTimer());
  const parts = await openParts({ ...shared, wantsAccepted }, (worker, sample, pages) => {
    course.count(sample.acknowledged);
    if (hooks.onProgress !== undefined) accepted.add(sample.second, pages);
    hooks.onSample?.(sample);
    watch.take(sample);
    gathering.take(worker, sample);
  });
  const stop = (): void => {
    for (const part of parts) part.stop();
  };
  watch.onBroken(stop);
  hooks.signal?.addEventListener('abort', stop);
  const startAt = hooks.startAtEpochMs ?? wallClock().getTime() + LEAD_MS;
  for (const farEnd of farEnds) farEnd.begin(startAt);
  course.begin(startAt - wallClock().getTime());
  const running = Promise.all(parts.map((part) => part.run(startAt)));
  // Aborted while it was set up.
  if (hooks.signal?.aborted) stop();
  const results = await running;
  hooks.signal?.removeEventListener('abort', stop);
  gathering.finish();
  const sut = await course.end();
  const settled = await settle(run, results);
  const result = resultOf(results, {
    plan,
    pipehat: hooks.pipehat,
    startedAt: run.startedAt.toISOString(),
    types: mix.types,
    messagesPerArrival: messagesPerArrival(mix),
    outcome: outcomeOf(results, watch.broken, hooks.signal),
    links: linksOf(plan, farEnds),
    intervals: gathering.intervals,
    abortedBy: watch.broken,
    ...(sut.length > 0 && { sut }),
    ...(settled.length > 0 && { ledger: mergeLedgers(settled, prefix) }),
    ...mergeValidation(settled),
  });
  const warnings = [...reasonsOf(results), ...result.warnings];
  const damaged = damagedMessages(shared, settled, sut);
  return { kind: 'ran', result: { ...result, warnings }, parts: results, farEnds: settled, damaged };
}

/** Why the system is not there, once. */
function reasonsOf(results: readonly PartResult[]): readonly string[] {
  const reasons = results.flatMap(({ end }) => (end.kind === 'unreachable' ? [end.reason ?? ''] : []));
  return [...new Set(reasons)].filter((reason) => reason !== '');
}

function tellerOf({ shared, hooks, farEnds }: Run, accepted: AcceptedBefore): (interval: LoadInterval) => void {
  const { plan } = shared;
  const count = new ProgressCount(plan, plan.connections * plan.targets.length);
  const planned = plannedMessages(plan, messagesPerArrival(shared.mix));
  return (counted) => {
    const interval = { ...counted, ...(planned && { planned: planned(counted.second) }) };
    hooks.onInterval?.(interval);
    if (hooks.onProgress === undefined) return;
    const before = accepted.take(interval.second);
    // Who sends only a part does not know what the others sent.
    const told = plan.shard === undefined ? before : undefined;
    void Promise.all(farEnds.map((farEnd) => farEnd.counts(told))).then(
      (counts) => hooks.onProgress?.(count.take(interval, counts)),
      () => {},
    );
  };
}

async function settle(
  { shared, hooks, farEnds }: Run,
  results: readonly PartResult[],
): Promise<readonly FarEndResult[]> {
  if (farEnds.length === 0) return [];
  const { settleMs, shard } = shared.plan;
  const accepted = new OrdinalSet();
  for (const result of results) accepted.addPages(result.accepted);
  const hasOthers = shard !== undefined && hooks.signal?.aborted !== true;
  const { somewhere: types, identity } = shared.plan;
  // One machine of several does not know what the others saw.
  const isKnown = shard === undefined && identity !== BY_CONTENT;
  const somewhere = types && isKnown ? { types, mix: new LoadMix(shared.mix) } : undefined;
  return settleFarEnds(farEnds, { accepted, settleMs, hasOthers, ...(somewhere && { somewhere }) });
}

function outcomeOf(
  results: readonly PartResult[],
  abortedBy: Threshold | undefined,
  signal: AbortSignal | undefined,
): LoadResult['outcome'] {
  if (results.some(({ end }) => end.kind === 'unreachable')) return 'unreachable';
  if (abortedBy !== undefined) return 'aborted';
  return signal?.aborted === true ? 'interrupted' : 'completed';
}
