import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ActorConfig, Config } from '../config/config.js';
import { demoConfig } from '../config/demo.js';
import type { Role } from '../endpoint/simulator.js';
import { caller, farEnd } from '../endpoint/testdata/far-end.js';
import { openStage, type StageResult } from './open-stage.js';

/** A run against somebody else's system: each actor by the port to which it sends, and the one on which it listens. */
function config(actors: Readonly<Partial<Record<Role, { readonly send?: number; readonly listen?: number }>>>): Config {
  const demo = demoConfig({ folder: '/', features: [] });
  const made = Object.entries(actors).map(([role, { send, listen }]): [string, ActorConfig] => {
    const usual = demo.environment.actors[role as Role];
    if (usual === undefined) throw new Error('the demo plays every role');
    const { send: _send, listen: _listen, ...rest } = usual;
    const point = (port: number) => ({ host: '127.0.0.1', port, tls: false });
    return [
      role,
      {
        ...rest,
        ...(send !== undefined && { send: point(send) }),
        ...(listen !== undefined && { listen: point(listen) }),
      },
    ];
  });
  const environment = { ...demo.environment, isDemoEngine: false, actors: Object.fromEntries(made) };
  return { ...demo, environment };
}

async function opened(given: Config): Promise<StageResult> {
  const ask = async (question: string) => ({ question, verdict: 'pending' }) as const;
  const result = await openStage({ config: given, seed: '1', clock: new Date(0), append: () => {}, ask });
  if (result.kind === 'open') onTestFinished(() => result.close());
  return result;
}

/** A port on which nothing listens. */
async function closedPort(): Promise<number> {
  const result = await opened(config({ ehr: { listen: 0 } }));
  if (result.kind === 'failed') throw new Error(result.message);
  const port = result.stage.players.ehr?.port ?? 0;
  await result.close();
  return port;
}

describe('the stage of a run', () => {
  it('leaves the system under test as it was found when it closes in the middle of a scenario', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pipehat-stage-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const command = (name: string) =>
      ({
        kind: 'program',
        program: process.execPath,
        args: ['-e', `require('fs').writeFileSync('${name}', '')`],
      }) as const;
    const given = config({ ehr: { listen: 0 } });
    const [kill, start] = ['killed', 'started'].map((name) => join(folder, name).replaceAll('\\', '/'));
    const commands = { kill: command(kill ?? ''), start: command(start ?? '') };
    const environment = { ...given.environment, control: { commands, timeoutMs: 30_000 } };
    const result = await opened({ ...given, environment });
    if (result.kind === 'failed') throw new Error(result.message);
    expect(await result.stage.control.act('kill')).toEqual({ kind: 'done' });
    expect(readdirSync(folder)).toEqual(['killed']);
    await result.close();
    expect(readdirSync(folder)).toEqual(['killed', 'started']);
    expect(await result.stage.control.act('kill')).toEqual({ kind: 'failed', message: 'the run is over' });
  });

  it('opens when the system under test has been reached, once for each of its addresses', async () => {
    const sut = await farEnd();
    const other = await farEnd();
    const result = await opened(
      config({ ehr: { send: sut.port, listen: 0 }, lis: { send: sut.port, listen: 0 }, ris: { send: other.port } }),
    );
    if (result.kind === 'failed') throw new Error(result.message);
    await sut.until(() => sut.closes.length === 1);
    expect([sut.opened.length, other.opened.length]).toEqual([1, 1]);
    expect(result.links.map(({ name, address }) => `${name} ${address}`)).toEqual([
      `ehr>sut 127.0.0.1:${sut.port}`,
      `sut>ehr 127.0.0.1:${result.stage.players.ehr?.port}`,
      `lis>sut 127.0.0.1:${sut.port}`,
      `sut>lis 127.0.0.1:${result.stage.players.lis?.port}`,
      `ris>sut 127.0.0.1:${other.port}`,
    ]);
  });

  it('stays closed where it cannot be reached: each address is named, and nothing is left open', async () => {
    const [closed, sut, listen] = [await closedPort(), await farEnd(), await closedPort()];
    const result = await opened(
      config({
        ehr: { send: closed, listen },
        lis: { send: sut.port },
        ris: { send: closed },
        pharmacy: { send: listen },
      }),
    );
    expect(result).toMatchObject({ kind: 'failed', remedy: expect.stringContaining('"pipehat doctor"') });
    const message = result.kind === 'failed' ? result.message : '';
    expect(message).toContain('the EHR cannot reach the system under test. ');
    expect(message).toContain(`Cannot connect to 127.0.0.1:${closed}: nothing listens there`);
    expect(message.split('\n')).toHaveLength(1);
    await expect(caller(listen)).rejects.toThrow('nothing listens there');
  });

  it('stays closed where a port of ours is taken, and the others are free again', async () => {
    const [taken, free] = [await farEnd(), await closedPort()];
    const result = await opened(config({ ehr: { listen: free }, lis: { listen: taken.port } }));
    expect(result).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining(`127.0.0.1:${taken.port}`),
      remedy: expect.stringContaining('"listen"'),
    });
    await expect(caller(free)).rejects.toThrow('nothing listens there');
  });
});
