import { describe, expect, it } from 'vitest';
import { readShard, shardText } from './shard-text.js';
import { sharedPlan } from './shared-plan.js';
import { farEndOf, latencies, partOf, planOf, shardOf } from './testdata/shards.js';

const { record } = shardOf(1, 4, partOf(latencies(500), [1, 5, 9, 200_001]), {
  farEnds: [farEndOf('lis', [1, 70_000], { expects: ['ADT'] })],
  clock: { offsetMs: 1.5, uncertaintyMs: 0.7 },
});

describe('a shard as a file', () => {
  it('comes back as it was', () => {
    expect(readShard(shardText(record))).toEqual({ kind: 'shard', record });
  });

  it('may be laid out for people', () => {
    const pretty = JSON.stringify(JSON.parse(shardText(record)), undefined, 2);
    expect(readShard(pretty)).toEqual({ kind: 'shard', record });
  });

  it('holds a million accepted messages of a stripe in little room', () => {
    const accepted = Array.from({ length: 1_000_000 }, (_, n) => n * 4 + 1);
    const text = shardText({ ...record, parts: [partOf([], accepted)] });
    expect(text.length).toBeLessThan(20_000);
  });

  it.each([
    ['is cut off', shardText(record).slice(0, -200), 'is not JSON'],
    ['is empty', '', 'is not JSON'],
    ['is something else', '{"pipehat":"0.1.0"}', 'is not a shard of a load run'],
    ['is a list', '[]', 'is not a shard of a load run'],
    ['is of a later form', '{"form":"pipehat-load-shard/9"}', 'has the form pipehat-load-shard/9'],
    ['was changed', shardText(record).replace('"AA":500', '"AA":501'), 'was changed after it was written'],
  ])('is refused where it %s', (_name, text, what) => {
    const file = readShard(text);
    expect(file).toMatchObject({ kind: 'unreadable', what: expect.stringContaining(what), remedy: expect.any(String) });
  });
});

describe('sharedPlan', () => {
  it('keeps private keys and passphrases on the machine', () => {
    const tls = { ca: 'PUBLIC', key: 'SECRET KEY', cert: 'CERT', passphrase: 'SECRET', serverName: 'engine' };
    const farEnd = { name: 'lis', host: '127.0.0.1', port: 1, serviceTime: 'constant:0ms' };
    const plan = planOf({
      targets: [{ host: '127.0.0.1', port: 1, tls }],
      farEnds: [{ ...farEnd, tls: { key: 'SECRET KEY', cert: 'CERT' } }],
      shard: { index: 0, of: 2 },
    });
    const shared = sharedPlan(plan);
    expect(shared.targets).toEqual([{ host: '127.0.0.1', port: 1, tls: { ca: 'PUBLIC', serverName: 'engine' } }]);
    expect(shared.farEnds).toEqual([farEnd]);
    expect(shared).not.toHaveProperty('shard');
    expect(JSON.stringify(shared)).not.toContain('SECRET');
  });
});
