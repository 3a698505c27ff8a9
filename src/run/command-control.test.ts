import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { realTimer } from '../base/timer.js';
import type { ControlCommand } from '../config/config.js';
import type { ControlAction, SutControl } from '../session/sut-control.js';
import { commandControl } from './command-control.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pipehat-commands-'));
  // Where tmpdir() points, so that what the commands leave there is ours.
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const node = (script: string): ControlCommand => ({
  kind: 'program',
  program: process.execPath,
  args: ['-e', script],
});
const nothing = node('');

function control(commands: Partial<Record<ControlAction, ControlCommand>>, timeoutMs = 30_000): SutControl {
  return commandControl({ commands, timeoutMs }, realTimer());
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('commands that act on the system under test', () => {
  it('are done when they end with 0, as a program with its arguments or a line for the shell', async () => {
    const file = join(folder, 'started.txt');
    const program = node(`require('fs').writeFileSync(${JSON.stringify(file)}, 'x')`);
    expect(await control({ start: program }).act('start')).toEqual({ kind: 'done' });
    expect(existsSync(file)).toBe(true);
    const line = `"${process.execPath}" -e "process.exit(0)"`;
    expect(await control({ start: { kind: 'shell', line } }).act('start')).toEqual({ kind: 'done' });
  });

  it('fail with their code and the last thing that they said', async () => {
    const script = "console.error('first'); console.error('port 2575 is taken'); process.exitCode = 3";
    expect(await control({ start: node(script) }).act('start')).toEqual({
      kind: 'failed',
      message: 'the command for start ended with 3: port 2575 is taken',
    });
  });

  it('fail by their name where there is no such program', async () => {
    const command = { kind: 'program', program: join(folder, 'no-such-program'), args: [] } as const;
    expect(await control({ start: command }).act('start')).toEqual({
      kind: 'failed',
      message: expect.stringMatching(/^the command for start: .*no-such-program/),
    });
  });

  it('are killed when they take too long', async () => {
    const file = join(folder, 'pid');
    const script = `require('fs').writeFileSync(${JSON.stringify(file)}, String(process.pid)); setInterval(() => {}, 1000)`;
    const result = await control({ start: node(script) }, 1_000).act('start');
    expect(result).toEqual({ kind: 'failed', message: 'the command for start did not end within 1 s' });
    while (existsSync(file) && isAlive(Number(readFileSync(file, 'utf8')))) await new Promise(setImmediate);
  });

  it('may leave an engine running that keeps their outputs open', async () => {
    const engine = join(folder, 'engine.mjs');
    const stop = join(folder, 'stop');
    writeFileSync(
      engine,
      `import { existsSync } from 'node:fs';
       console.error('engine is up');
       setInterval(() => existsSync(${JSON.stringify(stop)}) && process.exit(), 20);`,
    );
    const script = `require('child_process').spawn(process.execPath, [${JSON.stringify(engine)}],
      { detached: true, stdio: ['ignore', 'ignore', 'inherit'] }).unref()`;
    expect(await control({ start: node(script) }).act('start')).toEqual({ kind: 'done' });
    writeFileSync(stop, '');
  });

  it('leave no files behind', async () => {
    await control({ start: nothing }).act('start');
    await control({ start: node('process.exitCode = 1') }).act('start');
    expect(readdirSync(folder).filter((name) => name.startsWith('pipehat-control-'))).toEqual([]);
  });
});

describe('an action without a command is unavailable, and says which key of the config is missing', () => {
  it.each([
    ['kill', {}, 'kill'],
    ['kill', { kill: nothing }, 'start'],
    ['stop', { stop: nothing }, 'start'],
    ['pause', { pause: nothing }, 'resume'],
    ['cutOff', { cutOff: nothing }, 'restore'],
  ] as const)('%s with the commands %j', async (action, commands, missing) => {
    expect(await control(commands).act(action)).toEqual({
      kind: 'unavailable',
      remedy: `give a command for it in pipehat.config.yaml: environments.<name>.control.${missing}`,
    });
  });

  it('and what has no command to take it back is not done', async () => {
    const file = join(folder, 'killed.txt');
    const kill = node(`require('fs').writeFileSync(${JSON.stringify(file)}, 'x')`);
    await control({ kill }).act('kill');
    expect(existsSync(file)).toBe(false);
    expect(await control({ kill, start: nothing }).act('kill')).toEqual({ kind: 'done' });
    expect(existsSync(file)).toBe(true);
  });
});
