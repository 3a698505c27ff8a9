import { placeText, type ShardRecord } from './shard-record.js';
import { differenceOf } from './shared-plan.js';

/** A shard, and what people know it by: the name of its file, or of the agent that told it. */
export interface NamedShard {
  readonly source: string;
  readonly record: ShardRecord;
}

export interface Refusal {
  readonly kind: 'refused';
  readonly what: string;
  readonly remedy: string;
}

/** Why these are not shards of one run, each once; undefined where nothing speaks against it. */
export function refusalOf(shards: readonly NamedShard[]): Refusal | undefined {
  const [first, ...others] = shards;
  if (first === undefined) return undefined;
  for (const other of others) {
    const trouble = strangers(first, other);
    if (trouble !== undefined) return trouble;
  }
  return twice(shards);
}

function strangers(one: NamedShard, other: NamedShard): Refusal | undefined {
  const [a, b] = [one.record, other.record];
  if (a.pipehat !== b.pipehat) {
    const versions = `${other.source} is of version ${b.pipehat} and ${one.source} of ${a.pipehat}`;
    return refused(`${versions}: their messages may differ`, 'run every shard with the same version of Pipehat');
  }
  const difference = differenceOf(b.plan, a.plan) ?? (a.place.of === b.place.of ? undefined : partsText(b, a));
  if (difference !== undefined) {
    const what = `${other.source} is of another plan than ${one.source}: ${difference}`;
    return refused(what, 'run every shard with the same plan and the same options');
  }
  if (a.prefix === b.prefix) return undefined;
  const what = `${other.source} is of another run than ${one.source}: the ids of its messages begin otherwise`;
  return refused(what, 'start every shard with the same --start-at');
}

function partsText(one: ShardRecord, other: ShardRecord): string {
  return `it is one of ${one.place.of} shards, not of ${other.place.of}`;
}

function twice(shards: readonly NamedShard[]): Refusal | undefined {
  const seen = new Map<string, string>();
  for (const { source, record } of shards) {
    const place = placeText(record.place);
    const before = seen.get(place);
    if (before !== undefined) {
      return refused(
        `${before} and ${source} are both ${place}`,
        'name each shard once: together they would count twice',
      );
    }
    seen.set(place, source);
  }
  return undefined;
}

export function refused(what: string, remedy: string): Refusal {
  return { kind: 'refused', what, remedy };
}
