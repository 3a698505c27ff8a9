import { type Command, InvalidArgumentError } from 'commander';
import type { ShardPlace } from '../../load/shard/shard-record.js';

export interface ShardFlags {
  /** Counted from 1 by people, and from 0 here. */
  readonly shard?: ShardPlace;
  readonly startAt?: Date;
  readonly shardFile?: string;
  /** False where another machine listens. */
  readonly farEnds: boolean;
  readonly merge?: readonly string[];
}

const MOST_SHARDS = 1_000;

export function addShardOptions(command: Command): Command {
  return command
    .option(
      '--shard <k/W>',
      'send part k of W of the plan, as one of W machines; far-ends/W only listens for what they send',
      shardOption,
    )
    .option('--start-at <time>', 'with --shard: when every machine begins, 2026-03-01T08:00:00Z', instantOption)
    .option('--shard-file <file>', 'with --shard: where the part goes; load-shard-k-of-W.json unless named')
    .option('--no-far-ends', 'with --shard: another machine listens at the far ends of the plan')
    .option('--merge <files...>', 'send nothing: put the files of all shards together as one result');
}

function shardOption(text: string): ShardPlace {
  const [, part, parts] = /^(\d+|far-ends)\/(\d+)$/.exec(text.trim()) ?? [];
  const [k, of] = [Number(part), Number(parts)];
  if (part === undefined || of < 1 || of > MOST_SHARDS) {
    throw new InvalidArgumentError('Write the part and the number of parts: 2/4.');
  }
  if (part === 'far-ends') return { kind: 'far-ends', of };
  if (k < 1 || k > of) throw new InvalidArgumentError(`There are the parts 1/${of} to ${of}/${of}.`);
  return { kind: 'shard', index: k - 1, of };
}

/** Machines may stand in different time zones: an instant without one is none. */
function instantOption(text: string): Date {
  const instant = new Date(text);
  const hasZone = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/.test(text.trim());
  if (hasZone && !Number.isNaN(instant.getTime())) return instant;
  throw new InvalidArgumentError('Write an instant with its time zone: 2026-03-01T08:00:00Z.');
}
