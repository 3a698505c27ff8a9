import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as hdr from 'hdr-histogram-js';
import { describe, expect, it } from 'vitest';
import type { Kept } from '../../load/agents/link.js';
import { openLink } from '../../load/agents/open-link.js';
import { RunLog } from '../../load/agents/run-log.js';
import { subjectsOf } from '../../load/agents/subjects.js';
import { HAS_NATS, NatsServer } from '../../load/agents/testdata/nats.js';
import type { ShardRecord } from '../../load/shard/shard-record.js';
import { waitUntil } from '../../load/shard/wait-until.js';
import { EXIT } from '../exit-codes.js';
import { emptyFolder, Pipehat } from './testdata/pipehat.js';
import { freePort, numbers, System } from './testdata/system.js';

const PLAN = ['--rate', '250/s', '--duration', '2s', '--patients', '2', '--format', 'json'];

/** A NATS server, a system, and commands that know both. */
async function field() {
  const folder = emptyFolder();
  const [nats, system] = await Promise.all([NatsServer.started(), System.open()]);
  const at = ['--nats', nats.address, '--run', 'test'];
  return {
    nats,
    system,
    folder,
    coordinator: (...args: readonly string[]) =>
      new Pipehat(folder, ['load', '--to', system.address, ...at, '--patience', '4s', ...PLAN, ...args]),
    agent: (...args: readonly string[]) => new Pipehat(folder, ['load-agent', ...at, ...args]),
  };
}

/** The results of the agents as NATS keeps them. */
async function kept(address: string, of: number): Promise<readonly ShardRecord[]> {
  const opening = await openLink({ servers: address, name: 'test' });
  if (opening.kind === 'failed') throw new Error(opening.message);
  const log = new RunLog('test');
  const stop = opening.link.follow(subjectsOf('test').all, (message: Kept) => log.take(message));
  await log.until(() => (log.results.size === of ? true : undefined));
  stop();
  await opening.link.close();
  return [...log.results.values()];
}

/** One histogram into which every sample of every worker is recorded again, each by itself. */
function ofAllSamples(records: readonly ShardRecord[], name: 'response' | 'service' | 'queue' | 'lateness') {
  const all = hdr.build({ highestTrackableValue: 3_600_000_000, numberOfSignificantValueDigits: 3 });
  for (const { all: measures } of records.flatMap(({ parts }) => parts)) {
    const one = hdr.decodeFromCompressedBase64(measures[name].histogram);
    for (const rank of numbers(one.totalCount))
      all.recordValue(one.getValueAtPercentile(((rank + 0.5) * 100) / one.totalCount));
  }
  return {
    count: all.totalCount,
    p50: all.getValueAtPercentile(50) / 1_000,
    p90: all.getValueAtPercentile(90) / 1_000,
    p99: all.getValueAtPercentile(99) / 1_000,
    p999: all.getValueAtPercentile(99.9) / 1_000,
    max: all.getValueAtPercentile(100) / 1_000,
  };
}

describe.skipIf(!HAS_NATS)('agents on a real NATS server (skipped without nats-server)', () => {
  it.each([1, 2, 4])('send exactly the plan and are measured as one, %i of them', async (of) => {
    const { coordinator, agent, system, nats } = await field();
    const agents = numbers(of).map(() => agent());
    const run = coordinator('--agents', String(of));
    const result = await run.result();
    expect(await run.ended, run.err).toBe(EXIT.passed);
    expect(await Promise.all(agents.map(({ ended }) => ended))).toEqual(agents.map(() => EXIT.passed));

    expect(system.ordinals).toEqual(numbers(500));
    expect(new Set(system.ids.map((id) => id.slice(0, 6))).size).toBe(1);
    expect(result).toMatchObject({
      outcome: 'completed',
      offered: 500,
      sent: 500,
      acknowledged: 500,
      codes: { AA: 500 },
    });
    expect(result.shards?.map(({ index, sent }) => [index, sent])).toEqual(numbers(of).map((n) => [n, 500 / of]));
    const records = await kept(nats.address, of);
    for (const name of ['response', 'service', 'queue', 'lateness'] as const) {
      expect(result[name]).toMatchObject(ofAllSamples(records, name));
    }
    for (const { clock } of result.shards ?? []) {
      // All on one machine: whatever is measured must allow for 0.
      expect(Math.abs(clock?.offsetMs ?? Number.NaN)).toBeLessThanOrEqual(clock?.uncertaintyMs ?? Number.NaN);
    }
  });

  it('are partial where one is killed, which is named, with what it told till then', async () => {
    const { coordinator, agent, system } = await field();
    const [first, second] = [agent(), agent()];
    const run = coordinator('--agents', '2', '--duration', '5s');
    await second.said(/shard \d of 2: start at/);
    const [, k = '', at = ''] = /shard (\d) of 2: start at (\S+)/.exec(second.err) ?? [];
    // Some of it is told by then, and some is not.
    await waitUntil(new Date(at).getTime() + 2_500);
    second.kill('SIGKILL');
    const result = await run.result();
    expect(await run.ended).toBe(EXIT.incomplete);
    expect(await first.ended).toBe(EXIT.passed);
    expect(result).toMatchObject({ outcome: 'partial', sent: 625 });
    expect(result.shards?.[Number(k) - 1]).toMatchObject({ outcome: 'missing' });
    const [warning] = result.warnings;
    expect(warning).toContain(`shard ${k} of 2 is missing`);
    expect(warning).toMatch(/agent [0-9a-f]{8}: no sign of life for 4 s/);
    const told = result.intervals.reduce((sum, { sent }) => sum + sent, 0) - 625;
    expect(told).toBeGreaterThan(0);
    expect(told).toBeLessThanOrEqual(system.ids.length - 625);
  });

  it('outlive their coordinator, whose successor collects what they told', async () => {
    const { coordinator, agent, system } = await field();
    const agents = [agent(), agent()];
    const first = coordinator('--agents', '2');
    await first.said(/start at/);
    first.kill('SIGKILL');
    expect(await Promise.all(agents.map(({ ended }) => ended))).toEqual([EXIT.passed, EXIT.passed]);
    const second = coordinator('--agents', '2');
    expect(await second.result()).toMatchObject({ outcome: 'completed', sent: 500 });
    expect(system.ordinals).toEqual(numbers(500));
    expect(second.err).toContain('start at');
    const other = coordinator('--agents', '2', '--rate', '300/s');
    expect(await other.ended).toBe(EXIT.infrastructure);
    expect(other.err).toContain('the run test has another plan: arrival');
  });

  it('know the fate of every message where one listens at the far end', async () => {
    const { coordinator, agent, system, folder } = await field();
    const port = await freePort();
    const [listening, ...senders] = [agent('--receive'), agent(), agent()];
    writeFileSync(join(folder, 'load.yaml'), 'settle: 500ms');
    const run = coordinator('load.yaml', '--agents', '2', '--far-end', `lis=127.0.0.1:${port}`);
    await run.said(/the shard that listens.* is ready/);
    expect(await system.deliversTo(port, 100)).toBe(true);
    const result = await run.result();
    expect(result).toMatchObject({
      outcome: 'completed',
      sent: 500,
      ledger: { delivered: 495, lost: 5, duplicated: 0 },
    });
    expect(result.ledger?.samples['lost']).toHaveLength(5);
    expect(result.ledger?.endToEnd.count).toBe(495);
    expect(await run.ended).toBe(EXIT.failed);
    expect(await Promise.all([listening, ...senders].map(({ ended }) => ended))).toEqual([0, 0, 0]);
  });

  it('leave the system alone, on which their coordinator acts by time and by count', async () => {
    const { coordinator, agent, folder, system } = await field();
    const acts = Object.entries({ pause: 'resume', cutOff: 'restore' }).flat();
    const control = acts.map((act) => `${act}: echo ${act} >> acts.txt`).join(', ');
    const sut = '"pause:at=500ms,for=200ms", "cut-off:at=150 messages,for=100ms", "pause:at=1h,for=1s"';
    writeFileSync(join(folder, 'load.yaml'), `sut: [ ${sut} ]\ncontrol: { ${control} }`);
    const agents = [agent(), agent()];
    const run = coordinator('load.yaml', '--agents', '2');
    const { sut: done = [], sent } = await run.result();
    expect(await run.ended, run.err).toBe(EXIT.passed);
    expect(await Promise.all(agents.map(({ ended }) => ended))).toEqual([EXIT.passed, EXIT.passed]);
    expect([sent, system.ids.length]).toEqual([500, 500]);
    expect(readFileSync(join(folder, 'acts.txt'), 'utf8').trim().split('\n').sort()).toEqual([...acts].sort());
    expect(done.map(({ action, trouble }) => [action, trouble]).sort()).toEqual([
      ['cut-off', undefined],
      ['pause', undefined],
      ['pause', 'the run was over before'],
    ]);
  });

  it('end together where a threshold over all of them is broken', async () => {
    const { coordinator, agent } = await field();
    const agents = [agent(), agent()];
    const run = coordinator(
      '--agents',
      '2',
      '--duration',
      '30s',
      '--threshold',
      'response.p99 < 0.01ms',
      '--abort-on-fail',
    );
    const result = await run.result();
    expect(result).toMatchObject({ outcome: 'aborted', thresholds: [{ passed: false, aborted: true }] });
    expect(result.sent).toBeLessThan(5_000);
    expect(await run.ended).toBe(EXIT.failed);
    expect(await Promise.all(agents.map(({ ended }) => ended))).toEqual([0, 0]);
  });
});
