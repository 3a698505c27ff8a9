import { wallClock } from '../../base/clock.js';
import { hashKey } from '../../base/rng.js';
import { pause, realTimer } from '../../base/timer.js';
import type { LinkEvidence } from '../../evidence/exchange.js';
import type { LedgerSummary, LoadInterval, LoadResult } from '../../evidence/load-result.js';
import { OrdinalSet } from '../../ledger/ordinal-set.js';
import type { LoadPlan, LoadTarget } from '../plan/load-plan.js';
import type { MixData } from '../template/load-unit.js';
import { makeMix } from '../template/make-mix.js';
import { PREFIX_LENGTH } from '../template/message-template.js';
import type { Threshold } from '../threshold/threshold.js';
import { AbortWatch } from './abort-watch.js';
import type { FarEndPart } from './far-end-part.js';
import { IntervalGathering } from './interval-gathering.js';
import { mergeLedgers } from './merge.js';
import { type FarEndsOpening, openFarEnds, type SharedOrder } from './open-far-ends.js';
import { openParts } from './open-parts.js';
import { measuredSeconds } from './outcome.js';
import type { PartResult } from './part.js';
import { type LoadProgress, ProgressCount } from './progress.js';
import { resultOf } from './result.js';

export interface LoadHooks {
  /** The version of this package, for the result. */
  readonly pipehat: string;
  readonly onInterval?: (interval: LoadInterval) => void;
  readonly onProgress?: (progress: LoadProgress) => void;
  /**
   * Called once the far ends listen, before anything is sent, for whoever must start the system under test then; where it gives
   * targets, they are sent to instead of those of the plan.
   */
  readonly onFarEnds?: (ports: readonly number[]) => Promise<readonly LoadTarget[] | undefined>;
  /** Wall clock milliseconds of the first arrival, where several machines must agree on it; at once where absent. */
  readonly startAtEpochMs?: number;
  /** Aborted: the run ends with what it has. */
  readonly signal?: AbortSignal;
  /** Messages that were made before: several runs of one plan need them made only once. */
  readonly mix?: MixData;
  /** Opens what takes the deliveries, where others listen already, instead of the listeners of the plan. */
  readonly openFarEnds?: (shared: SharedOrder) => Promise<FarEndsOpening>;
}

export type LoadRun =
  | { readonly kind: 'ran'; readonly result: LoadResult; readonly parts: readonly PartResult[] }
  /** Nothing was sent: a far end could not listen. */
  | { readonly kind: 'failed'; readonly message: string };

/** Between the moment when everybody is ready and the first arrival. */
const LEAD_MS = 250;
/** Between two looks at what is still on its way to the far end. */
const SETTLE_STEP_MS = 50;

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
  const shared = { plan, mix, prefix: prefixOf(plan.seed, hooks.startAtEpochMs ?? startedAt.getTime()) };
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
function prefixOf(seed: string, startEpochMs: number): string {
  const [a, b] = hashKey(seed, 'run', startEpochMs);
  const letters = a.toString(36) + b.toString(36);
  return `L${letters.padEnd(PREFIX_LENGTH, '0').slice(0, PREFIX_LENGTH - 1)}`;
}

async function perform(run: Run): Promise<LoadRun> {
  const { shared, hooks, farEnds } = run;
  const { plan, prefix, mix } = shared;
  const watch = new AbortWatch(plan);
  const gathering = new IntervalGathering(plan.workers, tellerOf(run));
  const parts = await openParts({ ...shared, wantsAccepted: farEnds.length > 0 }, (worker, sample) => {
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
  const results = await Promise.all(parts.map((part) => part.run(startAt)));
  hooks.signal?.removeEventListener('abort', stop);
  gathering.finish();
  const ledger = farEnds.length === 0 ? undefined : await balance(plan, farEnds, results, prefix);
  const result = resultOf(results, {
    plan,
    pipehat: hooks.pipehat,
    startedAt: run.startedAt.toISOString(),
    types: mix.types,
    outcome: outcomeOf(results, watch.broken, hooks.signal),
    links: linksOf(plan),
    intervals: gathering.intervals,
    abortedBy: watch.broken,
    ...(ledger && { ledger }),
  });
  return { kind: 'ran', result, parts: results };
}

function tellerOf({ shared, hooks, farEnds }: Run): (interval: LoadInterval) => void {
  const { plan } = shared;
  const count = new ProgressCount(
    measuredSeconds(plan) + plan.warmUpMs / 1_000,
    plan.connections * plan.targets.length,
  );
  return (interval) => {
    hooks.onInterval?.(interval);
    if (hooks.onProgress === undefined) return;
    void Promise.all(farEnds.map((farEnd) => farEnd.counts())).then(
      (counts) => hooks.onProgress?.(count.take(interval, counts)),
      () => {},
    );
  };
}

/** What was accepted has some time to arrive; nobody waits longer than for the last of it. */
async function balance(
  plan: LoadPlan,
  farEnds: readonly FarEndPart[],
  results: readonly PartResult[],
  prefix: string,
): Promise<LedgerSummary> {
  const accepted = new OrdinalSet();
  for (const result of results) accepted.addPages(result.accepted);
  const timer = realTimer();
  const deadline = timer.now() + plan.settleMs;
  for (;;) {
    const settled = await Promise.all(farEnds.map((farEnd) => farEnd.settle(accepted.pages())));
    if (settled.every(({ counts }) => counts.lost === 0) || timer.now() >= deadline)
      return mergeLedgers(settled, prefix);
    await pause(timer, SETTLE_STEP_MS);
  }
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

function linksOf({ targets, farEnds }: LoadPlan): readonly LinkEvidence[] {
  const out = targets.map(({ role = 'everybody', host, port, tls }) => {
    return { name: `${role}>sut`, from: role, to: 'sut', address: `${host}:${port}`, tls: tls !== undefined };
  });
  const back = farEnds.map(({ name, host, port, tls }) => {
    return { name: `sut>${name}`, from: 'sut', to: name, address: `${host}:${port}`, tls: tls !== undefined };
  });
  return [...out, ...back];
}
