import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pause, realTimer } from '../../base/timer.js';
import { HAS_NATS, NatsServer } from '../../load/agents/testdata/nats.js';
import { readShard } from '../../load/shard/shard-text.js';
import { EXIT } from '../exit-codes.js';
import { emptyFolder, Pipehat } from './testdata/pipehat.js';
import { numbers, System } from './testdata/system.js';

const PLAN = ['--rate', '200/s', '--patients', '2', '--format', 'json', '--run', 'test'];

describe.skipIf(!HAS_NATS)('NATS that goes away (skipped without nats-server)', () => {
  it('for a while keeps nobody from measuring and delivering', async () => {
    const [folder, nats, system] = [emptyFolder(), await NatsServer.started(), await System.open()];
    const agents = [1, 2].map(() => new Pipehat(folder, ['load-agent', '--nats', nats.address, '--run', 'test']));
    const to = ['--to', system.address, '--nats', nats.address];
    const run = new Pipehat(folder, ['load', ...to, ...PLAN, '--duration', '2s', '--agents', '2', '--patience', '20s']);
    await Promise.all(agents.map((agent) => agent.said(/start at/)));
    await nats.kill();
    await run.said(/NATS is away/);
    // Everything is sent while it is away.
    while (system.ids.length < 400) await pause(realTimer(), 50);
    await nats.start();
    expect(await run.result(), run.err).toMatchObject({ outcome: 'completed', sent: 400, acknowledged: 400 });
    expect(run.err).toContain('NATS is back');
    expect(system.ordinals).toEqual(numbers(400));
    expect(await Promise.all(agents.map(({ ended }) => ended))).toEqual([EXIT.passed, EXIT.passed]);
  });

  it('for good leaves each result in a file, and these can be put together', async () => {
    const [folder, nats, system] = [emptyFolder(), await NatsServer.started(), await System.open()];
    const agents = [1, 2].map(() => new Pipehat(folder, ['load-agent', '--nats', nats.address, '--run', 'test']));
    const to = ['--to', system.address, '--nats', nats.address];
    const run = new Pipehat(folder, ['load', ...to, ...PLAN, '--duration', '1s', '--agents', '2', '--patience', '2s']);
    await Promise.all(agents.map((agent) => agent.said(/start at/)));
    await nats.kill();
    expect(await Promise.all(agents.map(({ ended }) => ended))).toEqual([EXIT.infrastructure, EXIT.infrastructure]);
    expect(await run.ended).toBe(EXIT.infrastructure);
    expect(run.err).toContain('no agent told a result (shard 1: NATS has been away for 2 s');
    const files = readdirSync(folder)
      .filter((name) => name.startsWith('load-shard-'))
      .sort();
    expect(files).toEqual(['load-shard-1-of-2.json', 'load-shard-2-of-2.json']);
    expect(agents[0]?.err).toContain('for pipehat load --merge');
    const merged = new Pipehat(folder, ['load', '--format', 'json', '--merge', ...files]);
    expect(await merged.result()).toMatchObject({ outcome: 'completed', sent: 200, acknowledged: 200 });
    const alone = new Pipehat(folder, ['load', '--format', 'json', '--merge', files[1] ?? '']);
    expect(await alone.result()).toMatchObject({ outcome: 'partial', sent: 100 });
    expect(await alone.ended).toBe(EXIT.incomplete);
    expect(readShard(readFileSync(join(folder, files[0] ?? ''), 'utf8'))).toMatchObject({ kind: 'shard' });
  });

  it('is told where it was never there, or has no JetStream', async () => {
    const folder = emptyFolder();
    const system = await System.open();
    const plain = await NatsServer.started('--no-js');
    const run = (address: string) => {
      const to = ['--to', system.address, '--nats', address];
      return new Pipehat(folder, ['load', ...to, ...PLAN, '--agents', '1']);
    };
    const [nobody, without] = [run('nats://127.0.0.1:1'), run(plain.address)];
    const agent = new Pipehat(folder, ['load-agent', '--nats', 'nats://127.0.0.1:1', '--wait', '100ms']);
    expect(await Promise.all([nobody.ended, without.ended, agent.ended])).toEqual([3, 3, 3]);
    for (const { err } of [nobody, agent]) expect(err).toMatch(/NATS at nats:\/\/127\.0\.0\.1:1: .*REFUSED/);
    expect(without.err).toContain('the server runs without JetStream; start it with -js');
  });
});

describe.skipIf(!HAS_NATS)('an agent (skipped without nats-server)', () => {
  it('sends to no other machine without an allowance of its own, and says so to the coordinator', async () => {
    const [folder, nats] = [emptyFolder(), await NatsServer.started()];
    const agent = new Pipehat(folder, ['load-agent', '--nats', nats.address]);
    const to = ['--to', 'mllp://192.0.2.1:2575', '--allow-target', '192.0.2.1', '--nats', nats.address];
    const run = new Pipehat(folder, ['load', ...to, ...PLAN, '--agents', '1']);
    expect(await agent.ended, agent.err).toBe(EXIT.infrastructure);
    expect(agent.err).toContain('192.0.2.1 is another machine, and this agent has no allowance');
    await run.said(/is gone \(192\.0\.2\.1 is another machine/);
    run.kill('SIGINT');
    expect(await run.ended).toBe(EXIT.interrupted);
    expect(run.err).toContain('nothing was sent');
  });

  it('takes the shard of its index in a job, and leaves its place to another when it dies before the start', async () => {
    const [folder, nats, system] = [emptyFolder(), await NatsServer.started(), await System.open()];
    const agent = (index: string) =>
      new Pipehat(folder, ['load-agent', '--nats', nats.address], { JOB_COMPLETION_INDEX: index });
    const to = ['--to', system.address, '--nats', nats.address];
    const run = new Pipehat(folder, ['load', ...to, ...PLAN, '--duration', '1s', '--agents', '2']);
    const doomed = agent('1');
    await run.said(/shard 2 of 2 .* is ready/);
    doomed.kill('SIGKILL');
    await run.said(/shard 2 of 2 .* is gone \(no sign of life\)/);
    const [second, first] = [agent('1'), agent('0')];
    expect(await run.result(), run.err).toMatchObject({ outcome: 'completed', sent: 200 });
    expect([first.err.includes('shard 1 of 2'), second.err.includes('shard 2 of 2')]).toEqual([true, true]);
    expect(system.ordinals).toEqual(numbers(200));
  });

  it('shows the credentials that the environment holds', async () => {
    const [folder, system] = [emptyFolder(), await System.open()];
    const nats = await NatsServer.started('--user', 'load', '--pass', 'only-here');
    const variables = { PIPEHAT_NATS_USER: 'load', PIPEHAT_NATS_PASSWORD: 'only-here' };
    const agent = new Pipehat(folder, ['load-agent', '--nats', nats.address], variables);
    const args = ['load', '--to', system.address, '--nats', nats.address, ...PLAN, '--duration', '1s', '--agents', '1'];
    const [stranger, run] = [new Pipehat(folder, args), new Pipehat(folder, args, variables)];
    expect(await stranger.ended).toBe(EXIT.infrastructure);
    expect(stranger.err).toMatch(/authorization/i);
    expect(await run.result(), run.err).toMatchObject({ outcome: 'completed', sent: 200 });
    expect(run.err + run.out + agent.err).not.toContain('only-here');
  });
});
