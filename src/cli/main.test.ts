import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXIT } from './exit-codes.js';
import { program } from './program.js';

const main = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));

let folder: string;
beforeAll(() => {
  if (!existsSync(main)) throw new Error(`${main} is not there: "npm test" builds it first`);
  folder = mkdtempSync(join(tmpdir(), 'pipehat-main-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function pipehat(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { cwd: folder, encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** A running command, and its first line on standard output. */
async function started(...args: readonly string[]): Promise<{ readonly child: ChildProcess; readonly line: string }> {
  const child = spawn(process.execPath, [main, ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  const line = await new Promise<string>((resolve) =>
    child.stdout?.once('data', (data: Buffer) => resolve(data.toString())),
  );
  return { child, line };
}

const exitOf = (child: ChildProcess): Promise<number | null> => new Promise((resolve) => child.once('exit', resolve));

const names = program().commands.map((command) => command.name());

describe('help', () => {
  it.each(names)('of %s shows an example that begins with its name', (name) => {
    const { status, stdout } = pipehat(name, '--help');
    expect(status).toBe(EXIT.passed);
    expect(stdout).toMatch(new RegExp(`Examples?.*:\\n(.*\\n)*? {2}pipehat ${name}\\b`));
  });

  it('lists every command', () => {
    const { stdout } = pipehat('--help');
    for (const name of names) expect(stdout).toMatch(new RegExp(`^ {2}${name} `, 'm'));
  });

  it('costs little: what runs before a command is chosen is commander and the declarations alone', () => {
    const loaded = [...staticImports(main)].map((name) => name.replaceAll('\\', '/').replace(/^.*\/dist\/src\//, ''));
    const allowed = /^(commander|node:.*|cli\/[^/]+\.js|cli\/load\/[a-z-]+-(command|options)\.js|base\/duration\.js)$/;
    expect(loaded.filter((name) => !allowed.test(name))).toEqual([]);
    expect(loaded).toContain('cli/send.js');
  });
});

/** Everything that a compiled file imports without `await import`, through all files of ours. */
function staticImports(file: string, seen = new Set<string>()): ReadonlySet<string> {
  for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/^(?:import|export) (?:[^'"]*? from )?'([^']+)'/gm)) {
    const target = name.startsWith('.') ? join(dirname(file), name) : name;
    if (seen.has(target)) continue;
    seen.add(target);
    if (name.startsWith('.')) staticImports(target, seen);
  }
  return seen;
}

describe('mistakes on the command line exit with 2 and say what to do', () => {
  it.each([
    [['sned'], /unknown command 'sned'[\s\S]*Did you mean send/],
    [['send'], /required option '--to <address>'[\s\S]*pipehat send --help/],
    [['send', '--to', 'mllp://127.0.0.1:1', '--bogus'], /unknown option '--bogus'/],
    [['send', '-', '--to', '127.0.0.1:1'], /--to: .*not an MLLP address\n {4}write mllp:/],
    [['listen', '--port', 'x'], /--port .*whole number from 0 to 65535/],
    [['send', '--to', 'mllp://127.0.0.1:1', '--timeout', '5'], /--timeout .*number with its unit/],
    [['report', 'nowhere'], /nowhere holds no run\.ndjson/],
    [['test', '--config', 'nowhere.yaml'], /nowhere\.yaml +there is no such file\n {4}"pipehat init"/],
  ])('%j', (args, message) => {
    const { status, stderr } = pipehat(...args);
    expect([status, stderr]).toEqual([EXIT.usage, expect.stringMatching(message)]);
    expect(stderr).not.toMatch(/^ {4}at /m);
  });

  it('in a step file name the file', () => {
    mkdirSync(join(folder, 'steps'));
    writeFileSync(join(folder, 'steps', 'broken.steps.ts'), "import { nothing } from './nowhere.js';\nnothing();\n");
    writeFileSync(join(folder, 'pipehat.config.yaml'), 'environments: { demo: { demoEngine: true } }\n');
    const { status, stderr } = pipehat('steps');
    expect([status, stderr]).toEqual([
      EXIT.usage,
      expect.stringMatching(/steps cannot be loaded: [\s\S]*broken\.steps\.ts/),
    ]);
  });

  it('show their stack only with --debug', () => {
    expect(pipehat('report', 'nowhere', '--debug').stderr).toMatch(/^ {4}at /m);
  });
});

describe('the example of send', () => {
  it('works as it is pasted, against that of listen', async () => {
    const { child, line } = await started('listen', '--port', '0', '--count', '1');
    const { status, stdout } = pipehat('send', '--example', '--to', /mllp:\S+/.exec(line)?.[0] ?? '');
    expect([status, stdout]).toEqual([EXIT.passed, expect.stringMatching(/ AA .*\n1 message: 1 AA\n$/)]);
    expect(await exitOf(child)).toBe(EXIT.passed);
  });
});

describe.skipIf(process.platform === 'win32')('Ctrl-C (Windows has no signal to send to a child)', () => {
  it.each([
    ['ends a listener as it is meant to end', [], EXIT.passed],
    ['cuts one short that waits for a number of messages', ['--count', '2'], EXIT.interrupted],
  ])('%s', async (_, args, code) => {
    const { child } = await started('listen', '--port', '0', ...args);
    child.kill('SIGINT');
    expect(await exitOf(child)).toBe(code);
  });
});

it('a reader that stops reading is no failure', async () => {
  const child = spawn(process.execPath, [main, 'send', '--help'], { stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout.destroy();
  expect(await exitOf(child)).toBe(EXIT.passed);
});
