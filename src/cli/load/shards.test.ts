import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wallClock } from '../../base/clock.js';
import { pause, realTimer } from '../../base/timer.js';
import { EXIT } from '../exit-codes.js';
import { emptyFolder, Pipehat } from './testdata/pipehat.js';
import { freePort, numbers, System } from './testdata/system.js';

const PLAN = ['--rate', '200/s', '--duration', '1s', '--patients', '2', '--format', 'json'];

/** So far ahead that three processes are up by then. */
function soon(): string {
  return new Date(wallClock().getTime() + 8_000).toISOString();
}

describe('load --shard and --merge', () => {
  it('carry out one plan on several machines without a coordinator', async () => {
    const [folder, system, port] = [emptyFolder(), await System.open(), await freePort()];
    writeFileSync(join(folder, 'load.yaml'), `settle: 4s\nfarEnds:\n  lis:\n    listen: 127.0.0.1:${port}\n`);
    const startAt = soon();
    const shard = (k: string, ...more: readonly string[]) => {
      const plan = ['load.yaml', '--to', system.address, ...PLAN, '--timeout', '5s', ...more];
      return new Pipehat(folder, ['load', ...plan, '--shard', `${k}/2`, '--start-at', startAt]);
    };
    const shards = [shard('far-ends'), shard('1', '--no-far-ends'), shard('2', '--no-far-ends')];
    while (!(await system.deliversTo(port, 50))) await pause(realTimer(), 100);
    const codes = await Promise.all(shards.map(({ ended }) => ended));
    expect(codes, shards.map(({ err }) => err).join()).toEqual([0, 0, 0]);
    expect(system.ordinals).toEqual(numbers(200));
    expect(await shards[1]?.result()).toMatchObject({ sent: 100, shard: { index: 0, of: 2 } });

    const files = ['far-ends', '1', '2'].map((part) => `load-shard-${part}-of-2.json`);
    const merge = (...names: readonly string[]) =>
      new Pipehat(folder, ['load', '--format', 'json', '--merge', ...names]);
    const whole = merge(...files);
    expect(await whole.result()).toMatchObject({
      outcome: 'completed',
      sent: 200,
      ledger: { delivered: 196, lost: 4 },
    });
    expect(await whole.ended).toBe(EXIT.failed);
    const [part, twice] = [merge(files[0] ?? '', files[2] ?? ''), merge(...files, files[2] ?? '')];
    expect(await part.result()).toMatchObject({ outcome: 'partial', sent: 100 });
    expect((await part.result()).warnings[0]).toContain('shard 1 of 2 is missing');
    expect(await twice.ended).toBe(EXIT.usage);
    expect(twice.err).toContain('are both shard 2 of 2');
  });

  it.each([
    [['--shard', '1/2'], '--shard needs --start-at'],
    [['--shard', '3/2'], 'There are the parts 1/2 to 2/2'],
    [['--shard', '1/2', '--start-at', '2026-01-01T08:00:00'], 'with its time zone'],
    [['--shard', '1/2', '--start-at', '2020-01-01T08:00:00Z'], 's ago'],
    [['--start-at', '2027-01-01T08:00:00Z'], 'add --shard 1/2'],
    [['--shard', '1/2', '--agents', '2'], '--shard needs no coordinator'],
    [['--agents', '2', '--find-capacity', '--slo', 'dropped == 0'], '--find-capacity'],
    [['--memory-command', 'true'], 'add --soak'],
    [['--soak', '--find-capacity', '--slo', 'dropped == 0'], '--soak looks at one whole run'],
    [['--run', 'a'], '--run names a run of several agents'],
    [['--agents', '2', '--run', 'a.b'], 'letters, digits'],
  ])('refuse %j', async (args, what) => {
    const run = new Pipehat(emptyFolder(), ['load', '--to', 'mllp://127.0.0.1:1', ...PLAN, ...args]);
    expect(await run.ended).toBe(EXIT.usage);
    expect(run.err).toContain(what);
  });
});
