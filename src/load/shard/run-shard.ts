import { hostname } from 'node:os';
import type { IntervalSample } from '../measure/recorder.js';
import type { LoadPlan } from '../plan/load-plan.js';
import { type LoadHooks, type LoadRun, prefixOf, runLoad } from '../run/run-load.js';
import { makeMix } from '../template/make-mix.js';
import { clockGap } from './clock-gap.js';
import { farEndRecords } from './far-end-records.js';
import type { ShardRecord } from './shard-record.js';
import { sharedPlan } from './shared-plan.js';

export interface ShardHooks extends LoadHooks {
  /** Wall clock milliseconds of this machine. */
  readonly startAtEpochMs: number;
  /** Whether this machine listens at the far ends of the plan too; others may do it. */
  readonly listens: boolean;
}

export type ShardRun =
  | { readonly kind: 'ran'; readonly record: ShardRecord; readonly run: Extract<LoadRun, { kind: 'ran' }> }
  | { readonly kind: 'failed'; readonly message: string };

/** Carries out the shard that the plan names, and keeps what the others need to be put together with it. */
export async function runShard(plan: LoadPlan, hooks: ShardHooks): Promise<ShardRun> {
  const { shard = { index: 0, of: 1 } } = plan;
  const mix = hooks.mix ?? makeMix(plan).data;
  const prefix = hooks.prefix ?? prefixOf(plan.seed, hooks.startAtEpochMs);
  const samples: IntervalSample[] = [];
  const clocks = clockGap();
  const run = await runLoad(plan, {
    ...hooks,
    mix,
    prefix,
    onSample: (sample) => {
      samples.push(sample);
      hooks.onSample?.(sample);
    },
    ...(!hooks.listens && { openFarEnds: nobodyListens }),
  });
  if (run.kind === 'failed') return run;
  const { result, parts } = run;
  const record = {
    pipehat: hooks.pipehat,
    place: { kind: 'shard', ...shard } as const,
    plan: sharedPlan(plan),
    prefix,
    startAtEpochMs: hooks.startAtEpochMs,
    startedAt: result.startedAt,
    host: hostname(),
    outcome: result.outcome,
    ...abortedBy(run),
    types: mix.types,
    connections: result.connections,
    links: result.links,
    rssBytes: result.generator.rssBytes,
    parts,
    samples,
    farEnds: farEndRecords(plan, run.farEnds),
    wallMovedMs: clockGap() - clocks,
  };
  return { kind: 'ran', record, run };
}

async function nobodyListens() {
  return { kind: 'open', parts: [] } as const;
}

function abortedBy({ result }: Extract<LoadRun, { kind: 'ran' }>): Pick<ShardRecord, 'abortedBy'> {
  const text = result.thresholds.find(({ aborted }) => aborted)?.text;
  return text === undefined ? {} : { abortedBy: text };
}
