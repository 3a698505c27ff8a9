import { describe, expect, it } from 'vitest';
import type { LoadResult } from '../../evidence/load-result.js';
import { CONTROL_ID_LENGTH } from '../template/message-template.js';
import { parseThreshold } from '../threshold/threshold.js';
import type { NamedShard } from './check-shards.js';
import { type Merged, mergeShards } from './merge-shards.js';
import type { MissingShard } from './missing-shards.js';
import { farEndOf, latencies, PREFIX, partOf, planOf, shardOf } from './testdata/shards.js';

const ALL = latencies(30_000);

/** Every so-many-th of the samples, as stripes are. */
function striped(of: number): readonly NamedShard[] {
  return Array.from({ length: of }, (_, index) =>
    shardOf(index, of, partOf(ALL.filter((_sample, n) => n % of === index))),
  );
}

function merged(shards: readonly NamedShard[], known: readonly MissingShard[] = []): LoadResult {
  const result = mergeShards(shards, known);
  if (result.kind === 'refused') throw new Error(result.what);
  return result.result;
}

function refusal(shards: readonly NamedShard[]): Extract<Merged, { kind: 'refused' }> {
  const result = mergeShards(shards);
  if (result.kind === 'merged') throw new Error('it was merged');
  return result;
}

describe('mergeShards', () => {
  it.each([1, 2, 4, 7])('gives the percentiles of one histogram of all samples, from %i shards', (of) => {
    const [single, several] = [merged(striped(1)), merged(striped(of))];
    expect(single.response.count).toBe(30_000);
    for (const name of ['response', 'service', 'queue', 'lateness'] as const) {
      expect(several[name]).toEqual(single[name]);
      expect(several.byMessage['ADT^A01']?.[name]).toEqual(single.byMessage['ADT^A01']?.[name]);
    }
    expect(several.intervals).toEqual(single.intervals);
    expect(several).toMatchObject({ offered: 30_000, sent: 30_000, acknowledged: 30_000, codes: { AA: 30_000 } });
    expect(several).toMatchObject({ outcome: 'completed', rate: single.rate, plannedRate: 3_000, connections: 8 * of });
    expect(several.shards?.map(({ index, outcome }) => [index, outcome])).toEqual(
      Array.from({ length: of }, (_, index) => [index, 'completed']),
    );
  });

  it('does not mind in which order the shards are named', () => {
    const shards = striped(3);
    expect(merged([...shards].reverse())).toEqual(merged(shards));
  });

  it('is partial where a shard is missing, and names it', () => {
    const [first, , third] = striped(3);
    if (first === undefined || third === undefined) throw new Error('there are three');
    const result = merged([first, third]);
    expect(result).toMatchObject({ outcome: 'partial', sent: 20_000 });
    expect(result.warnings[0]).toBe(
      'shard 2 of 3 is missing: the totals are those of the other shards; nothing is known of what it sent',
    );
    expect(result.shards?.[1]).toEqual({ index: 1, outcome: 'missing', sent: 0 });
  });

  it('keeps what a shard told before it was lost, in the intervals', () => {
    const [first, second] = striped(2);
    if (first === undefined || second === undefined) throw new Error('there are two');
    const { samples } = second.record;
    const lost = { index: 1, host: 'machine-1', reason: 'no sign of life for 60 s', samples };
    const result = merged([first], [lost]);
    expect(result.sent).toBe(15_000);
    expect(result.intervals.reduce((sum, { sent }) => sum + sent, 0)).toBe(30_000);
    expect(result.warnings[0]).toContain('shard 2 of 2 is missing (on machine-1: no sign of life for 60 s)');
    expect(result.warnings[0]).toContain('the 15000 messages that it told of are in the intervals');
  });

  it('balances what any shard had accepted with what any far end saw', () => {
    const numbers = Array.from({ length: 10 }, (_, n) => n);
    const even = numbers.filter((n) => n % 2 === 0);
    const odd = numbers.filter((n) => n % 2 === 1);
    const result = merged([
      shardOf(0, 2, partOf([], even), { farEnds: [farEndOf('lis', [0, 1, 2, 3, 4])] }),
      shardOf(1, 2, partOf([], odd), { farEnds: [farEndOf('lis', [4, 5, 6, 8, 9])] }),
    ]);
    expect(result.ledger).toMatchObject({ delivered: 9, lost: 1, duplicated: 1 });
    expect(result.ledger?.samples).toMatchObject({ lost: [`${PREFIX}${id(7)}`], duplicated: [`${PREFIX}${id(4)}`] });
  });

  it('takes the far end of a machine that only listens', () => {
    const listening = shardOf(9, 2, partOf([]), {
      place: { kind: 'far-ends', of: 2 },
      parts: [],
      types: [],
      connections: 0,
      farEnds: [farEndOf('lis', [0, 1, 3]), farEndOf('ris', [0, 1, 2, 3], { expects: ['ADT'] })],
    });
    const result = merged([listening, shardOf(0, 2, partOf([], [0, 2])), shardOf(1, 2, partOf([], [1, 3]))]);
    expect(result).toMatchObject({ outcome: 'completed', connections: 16, ledger: { delivered: 7, lost: 1 } });
    expect(result.shards).toHaveLength(2);
  });

  it('expects at a far end only what must arrive there', () => {
    const plan = planOf({ mix: [{ kind: 'workflow', name: 'outpatient', weight: 1 }] });
    const accepted = [0, 1, 2];
    const all = merged([shardOf(0, 1, partOf([], accepted), { plan, farEnds: [farEndOf('lis', [])] })]);
    const some = merged([
      shardOf(0, 1, partOf([], accepted), { plan, farEnds: [farEndOf('lis', [], { expects: ['ZZZ'] })] }),
    ]);
    expect([all.ledger?.lost, some.ledger?.lost]).toEqual([3, 0]);
  });

  it('says that nobody listened where the plan has far ends', () => {
    const plan = planOf({ farEnds: [{ name: 'lis', host: '127.0.0.1', port: 0, serviceTime: 'constant:0ms' }] });
    const result = merged([shardOf(0, 1, partOf([1]), { plan })]);
    expect(result.outcome).toBe('partial');
    expect(result.warnings.join()).toContain('no shard listened at the far end');
  });

  it('judges the thresholds over everything, and keeps which one ended a shard', () => {
    const parsed = parseThreshold('response.p99 < 1ms');
    if (parsed.kind === 'mistake') throw new Error(parsed.what);
    const plan = planOf({ thresholds: [parsed.threshold] });
    const result = merged([
      shardOf(0, 2, partOf([0.5]), { plan }),
      shardOf(1, 2, partOf([5]), { plan, outcome: 'aborted', abortedBy: 'response.p99 < 1ms' }),
    ]);
    expect(result).toMatchObject({
      outcome: 'aborted',
      thresholds: [{ text: 'response.p99 < 1ms', passed: false, actual: result.response.p99, aborted: true }],
    });
  });

  it('is interrupted where all machines were, and partial where some were', () => {
    const shard = (index: number, outcome: 'completed' | 'interrupted') => shardOf(index, 2, partOf([1]), { outcome });
    expect(merged([shard(0, 'interrupted'), shard(1, 'interrupted')]).outcome).toBe('interrupted');
    const some = merged([shard(0, 'completed'), shard(1, 'interrupted')]);
    expect(some.outcome).toBe('partial');
    expect(some.warnings).toContain('shard 2 of 2 on machine-1 was interrupted');
  });

  it('says which machine could not reach the system, and whose clock was set', () => {
    const end = { kind: 'unreachable', reason: 'ECONNREFUSED' } as const;
    const result = merged([
      shardOf(0, 2, { ...partOf([]), end }, { outcome: 'unreachable' }),
      shardOf(1, 2, partOf([1]), { wallMovedMs: 250.4 }),
    ]);
    expect(result.outcome).toBe('unreachable');
    expect(result.warnings).toContain('shard 1 of 2 on machine-0 could not reach the system (ECONNREFUSED)');
    expect(result.warnings.join()).toContain('the wall clock of machine-1 moved by 250 ms');
  });

  it('doubts end-to-end times across machines whose clocks nobody compared', () => {
    const clock = { offsetMs: 3, uncertaintyMs: 0.6 };
    const pair = (more: object) => [
      shardOf(0, 2, partOf([]), { clock, farEnds: [farEndOf('lis', [])] }),
      shardOf(1, 2, partOf([]), more),
    ];
    expect(merged(pair({ clock })).warnings).toEqual([]);
    expect(merged(pair({ clock })).shards?.[0]?.clock).toEqual(clock);
    expect(merged(pair({})).warnings.join()).toContain('the clocks of machine-1 were not compared');
  });

  it.each<[string, () => readonly NamedShard[], string]>([
    ['nothing', () => [], 'there is no shard'],
    [
      'a shard twice',
      () => [...striped(2), ...striped(2).slice(1)],
      'shard-2.json and shard-2.json are both shard 2 of 2',
    ],
    [
      'shards of another plan',
      () => pairWith({ plan: planOf({ workers: 2 }) }),
      'another plan than shard-1.json: workers (2, not 1)',
    ],
    ['shards of another mix', () => pairWith({ plan: planOf({ patients: 9 }) }), 'patients (9, not 2)'],
    [
      'shards of another number of parts',
      () => [shardOf(0, 2, partOf([])), shardOf(1, 3, partOf([]))],
      'it is one of 3 shards',
    ],
    ['shards of another start', () => pairWith({ prefix: 'Lother' }), 'of another run than shard-1.json'],
    ['shards of another version', () => pairWith({ pipehat: '9.9.9' }), 'of version 9.9.9 and shard-1.json of 0.0.0'],
  ])('refuses %s', (_name, shards, what) => {
    const found = refusal(shards());
    expect(found.what).toContain(what);
    expect(found.remedy).not.toBe('');
  });

  it('lets addresses differ, since each machine may have a system of its own', () => {
    const plan = planOf({ targets: [{ host: '10.0.0.7', port: 9_000 }] });
    expect(merged(pairWith({ plan })).outcome).toBe('completed');
  });
});

function pairWith(more: object): readonly NamedShard[] {
  return [shardOf(0, 2, partOf([])), shardOf(1, 2, partOf([]), more)];
}

function id(ordinal: number): string {
  return String(ordinal).padStart(CONTROL_ID_LENGTH - PREFIX.length, '0');
}
