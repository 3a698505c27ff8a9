import { wallClock } from '../../base/clock.js';
import type { LoadPlan } from '../../load/plan/load-plan.js';
import { type LoadHooks, type LoadRun, prefixOf } from '../../load/run/run-load.js';
import { longestMs, openListener } from '../../load/shard/listen-shard.js';
import { type Merged, mergeShards } from '../../load/shard/merge-shards.js';
import { runShard } from '../../load/shard/run-shard.js';
import type { ShardPlace, ShardRecord } from '../../load/shard/shard-record.js';
import { shardText } from '../../load/shard/shard-text.js';
import { waitUntil } from '../../load/shard/wait-until.js';
import { makeMix } from '../../load/template/make-mix.js';
import { EXIT } from '../exit-codes.js';
import { OperatorError } from '../operator-error.js';
import type { Terminal } from '../terminal.js';
import { checkShardFile, readShards, writeShard } from './shard-files.js';
import type { ShardFlags } from './shard-options.js';

/** A shard that sends and so has a result of its own, or one that only listened. */
export type OwnShard = LoadRun | { readonly kind: 'listened' };

/** So long before the start the connections are opened, milliseconds. */
const LEAD_MS = 10_000;

/** The whole run out of the files of its shards. Throws OperatorError. */
export function mergeFiles(files: readonly string[]): Extract<Merged, { kind: 'merged' }> {
  const merged = mergeShards(readShards(files));
  if (merged.kind === 'merged') return merged;
  throw new OperatorError(EXIT.usage, `--merge: ${merged.what}`, merged.remedy);
}

/** Carries out the part of the plan that the options name, at the instant that they name, and writes it to a file. */
export async function ownShard(
  plan: LoadPlan,
  hooks: LoadHooks,
  flags: ShardFlags & { readonly shard: ShardPlace },
  terminal: Terminal,
): Promise<OwnShard> {
  const startAtEpochMs = startOf(flags);
  const file = flags.shardFile ?? fileOf(flags.shard);
  checkShardFile(file);
  const keep = (record: ShardRecord): void => keepShard(record, file, terminal);
  if (flags.shard.kind === 'far-ends') return listen(plan, hooks, { of: flags.shard.of, startAtEpochMs, keep });
  const { index, of } = flags.shard;
  const sharded = { ...plan, shard: { index, of } };
  const mix = makeMix(sharded).data;
  await waitUntil(startAtEpochMs - LEAD_MS, hooks.signal);
  if (hooks.signal?.aborted)
    throw new OperatorError(EXIT.interrupted, 'interrupted before the start', 'nothing was sent');
  const run = await runShard(sharded, { ...hooks, mix, startAtEpochMs, listens: flags.farEnds });
  if (run.kind === 'failed') return run;
  keep(run.record);
  return run.run;
}

async function listen(
  plan: LoadPlan,
  { pipehat, signal }: LoadHooks,
  order: { readonly of: number; readonly startAtEpochMs: number; readonly keep: (record: ShardRecord) => void },
): Promise<OwnShard> {
  const { of, startAtEpochMs, keep } = order;
  if (plan.farEnds.length === 0) {
    throw new OperatorError(EXIT.usage, 'the plan has no far end to listen at', 'add --far-end lis=127.0.0.1:7001');
  }
  const opening = await openListener({ pipehat, plan, of, prefix: prefixOf(plan.seed, startAtEpochMs) });
  if (opening.kind === 'failed') return opening;
  const { listener } = opening;
  try {
    listener.begin(startAtEpochMs);
    await waitUntil(startAtEpochMs + longestMs(plan), signal);
    keep(await listener.finish(undefined, signal?.aborted ? 'interrupted' : 'completed'));
  } finally {
    await listener.close();
  }
  return { kind: 'listened' };
}

function startOf({ startAt }: ShardFlags): number {
  if (startAt === undefined) {
    const soon = new Date(Math.ceil(wallClock().getTime() / 60_000 + 1) * 60_000).toISOString();
    const remedy = `give every shard the same instant: --start-at ${soon.replace('.000Z', 'Z')}`;
    throw new OperatorError(EXIT.usage, '--shard needs --start-at: all machines must begin together', remedy);
  }
  const late = wallClock().getTime() - startAt.getTime();
  if (late < 0) return startAt.getTime();
  const what = `--start-at was ${Math.ceil(late / 1_000)} s ago: what was due until now would be sent at once`;
  throw new OperatorError(EXIT.usage, what, 'choose an instant that lies ahead, the same for every shard');
}

function fileOf(shard: ShardPlace): string {
  const part = shard.kind === 'far-ends' ? 'far-ends' : `${shard.index + 1}`;
  return `load-shard-${part}-of-${shard.of}.json`;
}

/** A shard that no file takes goes to the standard output: it cannot be measured again. */
function keepShard(record: ShardRecord, wanted: string, terminal: Terminal): void {
  const text = shardText(record);
  try {
    const { file, trouble } = writeShard(wanted, text);
    const why = trouble === undefined ? '' : ` (${wanted} cannot be written: ${trouble})`;
    terminal.err(`shard: ${file}${why}; put all of them together with pipehat load --merge`);
  } catch (error) {
    terminal.out(text.trimEnd());
    throw error;
  }
}
