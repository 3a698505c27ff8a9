import type { LinkEvidence } from '../../evidence/exchange.js';
import type { LedgerSummary, LoadResult, LoadShard } from '../../evidence/load-result.js';
import { OrdinalSet } from '../../ledger/ordinal-set.js';
import type { IntervalSample } from '../measure/recorder.js';
import { mergeInterval, mergeLedgers, mergeValidation } from '../run/merge.js';
import type { PartResult } from '../run/part.js';
import { resultOf } from '../run/result.js';
import { messagesPerArrival } from '../template/load-unit.js';
import { makeMix } from '../template/make-mix.js';
import { type NamedShard, type Refusal, refusalOf, refused } from './check-shards.js';
import { mergeFarEnds } from './merge-far-ends.js';
import { type MissingShard, missingOf, outcomeOf, warningsOf } from './missing-shards.js';
import type { FarEndRecord, ShardRecord } from './shard-record.js';

export type Merged =
  | {
      readonly kind: 'merged';
      readonly result: LoadResult;
      readonly parts: readonly PartResult[];
      readonly farEnds: readonly FarEndRecord[];
    }
  | Refusal;

/**
 * Puts the shards of a run together as if one machine had done everything: counts add up, histograms merge exactly, and the
 * ledger is balanced over all far ends. A shard that is missing makes the result `partial`; `known` says what is known of it.
 */
export function mergeShards(shards: readonly NamedShard[], known: readonly MissingShard[] = []): Merged {
  const refusal = refusalOf(shards);
  if (refusal !== undefined) return refusal;
  const records = shards.map(({ record }) => record).sort(byPlace);
  const [first] = records;
  if (first === undefined) return refused('there is no shard to put together', 'name the files of the shards');
  const missing = missingOf(records, first.place.of, known);
  const parts = records.flatMap((record) => record.parts);
  const ledger = ledgerOf(records, parts);
  const whole = resultOf(parts, {
    plan: first.plan,
    pipehat: first.pipehat,
    startedAt: records.map(({ startedAt }) => startedAt).sort()[0] ?? first.startedAt,
    types: records.find(({ types }) => types.length > 0)?.types ?? [],
    messagesPerArrival: messagesPerArrival(makeMix(first.plan).data),
    outcome: outcomeOf(records, missing),
    links: linksOf(records),
    intervals: intervalsOf([...records, ...missing].flatMap(({ samples }) => samples)),
    abortedBy: abortedBy(records),
    ...(ledger && { ledger }),
    ...mergeValidation(records.flatMap(({ farEnds }) => farEnds)),
  });
  const result = {
    ...whole,
    connections: sum(records, ({ connections }) => connections),
    generator: { ...whole.generator, rssBytes: sum(records, ({ rssBytes }) => rssBytes) },
    shards: [...records.flatMap(shardOf), ...missing.map(missingShard)].sort((a, b) => a.index - b.index),
    warnings: [...warningsOf(records, missing, ledger !== undefined), ...whole.warnings],
  };
  return { kind: 'merged', result, parts, farEnds: records.flatMap(({ farEnds }) => farEnds) };
}

/** Senders by number, whoever only listens last. */
function byPlace({ place: a }: ShardRecord, { place: b }: ShardRecord): number {
  const number = (place: ShardRecord['place']): number => (place.kind === 'shard' ? place.index : place.of);
  return number(a) - number(b);
}

function sum(records: readonly ShardRecord[], of: (record: ShardRecord) => number): number {
  return records.reduce((total, record) => total + of(record), 0);
}

function ledgerOf(records: readonly ShardRecord[], parts: readonly PartResult[]): LedgerSummary | undefined {
  const [first] = records;
  const farEnds = records.flatMap((record) => record.farEnds);
  if (first === undefined || farEnds.length === 0) return undefined;
  const accepted = new OrdinalSet();
  for (const part of parts) accepted.addPages(part.accepted);
  return mergeLedgers(
    mergeFarEnds(farEnds, accepted, () => makeMix(first.plan)),
    first.prefix,
  );
}

function intervalsOf(samples: readonly IntervalSample[]): LoadResult['intervals'] {
  const bySecond = new Map<number, IntervalSample[]>();
  for (const sample of samples) {
    const known = bySecond.get(sample.second);
    if (known) known.push(sample);
    else bySecond.set(sample.second, [sample]);
  }
  return [...bySecond.entries()].sort(([a], [b]) => a - b).map(([, same]) => mergeInterval(same));
}

/** Each link once, however many machines used it. */
function linksOf(records: readonly ShardRecord[]): readonly LinkEvidence[] {
  const links = new Map<string, LinkEvidence>();
  for (const link of records.flatMap((record) => record.links)) links.set(JSON.stringify(link), link);
  return [...links.values()];
}

function abortedBy(records: readonly ShardRecord[]) {
  const text = records.find((record) => record.abortedBy !== undefined)?.abortedBy;
  return records[0]?.plan.thresholds.find((threshold) => threshold.text === text);
}

function shardOf({ place, host, outcome, parts, clock }: ShardRecord): readonly LoadShard[] {
  if (place.kind !== 'shard') return [];
  const sent = parts.reduce((total, { all }) => total + all.sent, 0);
  return [{ index: place.index, host, outcome, sent, ...(clock && { clock }) }];
}

function missingShard({ index, host, samples }: MissingShard): LoadShard {
  const sent = samples.reduce((total, sample) => total + sample.sent, 0);
  return { index, outcome: 'missing', sent, ...(host !== undefined && { host }) };
}
