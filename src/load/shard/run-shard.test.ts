import { describe, expect, it, onTestFinished } from 'vitest';
import { wallClock } from '../../base/clock.js';
import { realTimer } from '../../base/timer.js';
import { OrdinalSet } from '../../ledger/ordinal-set.js';
import type { LoadPlan } from '../plan/load-plan.js';
import { Receiver } from '../receiver/receiver.js';
import { openListener } from './listen-shard.js';
import { mergeShards } from './merge-shards.js';
import { runShard } from './run-shard.js';
import type { ShardRecord } from './shard-record.js';
import { readShard, shardText } from './shard-text.js';
import { planOf } from './testdata/shards.js';

const timer = realTimer();

/** A system that acknowledges, and keeps the control ids of what it got. */
async function system() {
  const ids: string[] = [];
  const receiver = new Receiver({
    listen: { port: 0, timer },
    timer,
    serviceTime: { answerAt: (at) => at },
    seed: 's',
    onMessage: (payload) => void ids.push(payload.toString('latin1').split('|')[9] ?? ''),
  });
  expect(await receiver.open()).toBeUndefined();
  onTestFinished(() => receiver.close());
  return { ids, port: receiver.port };
}

function planTo(port: number, more: Partial<LoadPlan> = {}): LoadPlan {
  const stages = [{ kind: 'constant', rate: 300, durationMs: 1_000 }] as const;
  const farEnds = [{ name: 'lis', host: '127.0.0.1', port: 0, serviceTime: 'constant:0ms' }];
  const targets = [{ host: '127.0.0.1', port }];
  return planOf({ arrival: { kind: 'open', spacing: 'poisson', stages }, targets, farEnds, settleMs: 100, ...more });
}

async function ran(plan: LoadPlan, startAtEpochMs: number): Promise<ShardRecord> {
  const run = await runShard(plan, { pipehat: '0.0.0', startAtEpochMs, listens: false });
  if (run.kind === 'failed') throw new Error(run.message);
  return run.record;
}

describe('shards that nobody coordinates', () => {
  it('send together exactly what one machine sends, and are put together from their files', async () => {
    const [alone, together] = [await system(), await system()];
    const startAt = wallClock().getTime() + 300;
    const single = await ran(planTo(alone.port, { farEnds: [] }), startAt);
    const again = wallClock().getTime() + 300;
    const shards = await Promise.all(
      [0, 1, 2].map((index) => ran(planTo(together.port, { shard: { index, of: 3 }, farEnds: [] }), again)),
    );
    const ordinals = (ids: readonly string[]) => ids.map((id) => Number(id.slice(6))).sort((a, b) => a - b);
    expect(ordinals(together.ids)).toEqual(ordinals(alone.ids));
    expect(new Set(together.ids).size).toBe(together.ids.length);
    expect(new Set(together.ids.map((id) => id.slice(0, 6)))).toEqual(new Set([shards[0]?.prefix]));
    expect(single.place).toEqual({ kind: 'shard', index: 0, of: 1 });

    const files = shards.map((record, n) => {
      const file = readShard(shardText(record));
      if (file.kind === 'unreadable') throw new Error(file.what);
      return { source: `${n}.json`, record: file.record };
    });
    const merged = mergeShards(files);
    if (merged.kind === 'refused') throw new Error(merged.what);
    const { result } = merged;
    expect(result).toMatchObject({ outcome: 'completed', sent: alone.ids.length, acknowledged: alone.ids.length });
    expect(result.response.count).toBe(alone.ids.length);
    expect(result.intervals.reduce((sum, { sent }) => sum + sent, 0)).toBe(alone.ids.length);
  });

  it('know what was accepted, for a far end on another machine', async () => {
    const { port, ids } = await system();
    const record = await ran(planTo(port, { shard: { index: 1, of: 2 } }), wallClock().getTime() + 200);
    const accepted = new OrdinalSet();
    for (const part of record.parts) accepted.addPages(part.accepted);
    expect(accepted.size).toBe(ids.length);
    expect(record.farEnds).toEqual([]);
    expect(Math.abs(record.wallMovedMs)).toBeLessThan(1_000);
  });
});

describe('a machine that only listens', () => {
  it('waits for what was accepted no longer than the plan allows', async () => {
    const order = { pipehat: '0.0.0', plan: planTo(1), of: 2, prefix: 'Labcde' };
    const opening = await openListener(order);
    if (opening.kind === 'failed') throw new Error(opening.message);
    onTestFinished(() => opening.listener.close());
    opening.listener.begin(wallClock().getTime());
    expect(await opening.listener.counts()).toMatchObject([{ delivered: 0 }]);
    const accepted = new OrdinalSet();
    accepted.add(3);
    const record = await opening.listener.finish(accepted, 'completed');
    expect(record).toMatchObject({
      place: { kind: 'far-ends', of: 2 },
      parts: [],
      types: [],
      farEnds: [{ name: 'lis' }],
    });
    expect(record.farEnds[0]?.counts.lost).toBe(1);
    expect(record.links).toMatchObject([{ name: 'sut>lis' }]);
  });

  it('says which port is taken', async () => {
    const { port } = await system();
    const farEnds = [{ name: 'lis', host: '127.0.0.1', port, serviceTime: 'constant:0ms' }];
    const opening = await openListener({ pipehat: '0.0.0', plan: planTo(1, { farEnds }), of: 1, prefix: 'Labcde' });
    expect(opening).toMatchObject({ kind: 'failed', message: expect.stringContaining('lis') });
  });
});
