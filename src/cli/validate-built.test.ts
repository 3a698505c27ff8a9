import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EXIT } from './exit-codes.js';
import { Folder } from './testdata/folder.js';
import { admission } from './testdata/messages.js';
import { MAIN } from './testdata/project.js';

let folder: Folder;
beforeEach(() => {
  folder = new Folder();
});
afterEach(() => folder.remove());

function pipehat(args: readonly string[], input?: Buffer) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, 'validate', ...args], {
    cwd: folder.path,
    encoding: 'utf8',
    maxBuffer: 1e9,
    ...(input === undefined ? {} : { input }),
  });
  return { status, stdout, stderr };
}

/** An admission without the required class of the patient. */
const WRONG = admission('BAD', { '|I|': '||' });

describe('the built program', () => {
  it('reads standard input', () => {
    const { status, stdout } = pipehat(['-', '--format', 'json'], Buffer.concat([admission('M1'), WRONG]));
    expect(status).toBe(EXIT.failed);
    const { messages } = JSON.parse(stdout);
    expect(
      messages.map(({ source, index }: { readonly source: string; readonly index: number }) => `${source}${index}`),
    ).toEqual(['-1', '-2']);
  });

  it('looks for patterns by itself, and paints nothing where there is no terminal', () => {
    folder.file('in/a.hl7', WRONG);
    const { status, stdout, stderr } = pipehat(['in/*.hl7']);
    expect([status, stderr]).toEqual([EXIT.failed, '']);
    expect(stdout).toContain(`${join('in', 'a.hl7')}:4:1`);
    expect(stdout).not.toContain('\u001b');
  });

  it.each([
    [['a.hl7'], EXIT.passed],
    [['a.hl7', 'b.hl7'], EXIT.failed],
    [['a.hl7', '--profile', 'nowhere'], EXIT.usage],
    [['a.hl7', '--severity', 'harsh'], EXIT.usage],
    [['a.hl7', '--expires', 'soon'], EXIT.usage],
    [['none*'], EXIT.nothingRan],
    [[], EXIT.nothingRan],
  ])('%j exits with %d', (args, code) => {
    folder.file('a.hl7', admission('M1'));
    folder.file('b.hl7', WRONG);
    expect(pipehat(args).status).toBe(code);
  });

  it('has 6,000 messages judged in threads, in their order', () => {
    const large = join(folder.path, 'large.hl7');
    const descriptor = openSync(large, 'w');
    for (let at = 0; at < 60; at++) {
      const some = Array.from({ length: 100 }, (_, n) => (n === 7 ? WRONG : admission(`M${at}-${n}`)));
      writeSync(descriptor, Buffer.concat(some));
    }
    const args = [large, '--format', 'json', '--threads'];
    const [alone, together] = [pipehat([...args, '1']), pipehat([...args, '3'])];
    expect(together.stdout === alone.stdout).toBe(true);
    const { messages, summary } = JSON.parse(together.stdout);
    expect(summary).toMatchObject({ messages: 6_000, errors: 60, verdict: 'failed' });
    expect(messages.every(({ index }: { readonly index: number }, at: number) => index === at + 1)).toBe(true);
  });
});

describe.skipIf(process.platform === 'win32')('Ctrl-C', () => {
  it('ends a wait for input; what was judged until then is written', async () => {
    const child = spawn(process.execPath, [MAIN, 'validate', '-', '--format', 'json'], { cwd: folder.path });
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    let text = '';
    child.stdout.on('data', (data) => (text += data));
    const begun = new Promise<void>((resolve) => child.stdout.once('data', () => resolve()));
    child.stdin.write(Buffer.concat([WRONG, WRONG]));
    await begun;
    child.kill('SIGINT');
    expect(await ended).toBe(EXIT.interrupted);
    expect(JSON.parse(text).messages).toHaveLength(2);
  });
});

describe('--watch', () => {
  let child: ChildProcess | undefined;
  afterEach(() => child?.kill());

  /** Resolves when the command has printed something that matches, since `from`. */
  function printed(output: { text: string }, pattern: RegExp): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!pattern.test(output.text)) return;
        child?.stdout?.off('data', look);
        resolve();
      };
      child?.stdout?.on('data', look);
      look();
    });
  }

  it('validates again when a message changes, tells of mistakes, and ends at Ctrl-C', async () => {
    mkdirSync(join(folder.path, 'in'));
    const path = folder.file('in/a.hl7', WRONG);
    child = spawn(process.execPath, [MAIN, 'validate', '--watch', 'in'], { cwd: folder.path });
    const output = { text: '' };
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (output.text += data));
    const ended = new Promise<number | null>((resolve) => child?.once('exit', resolve));
    await printed(output, /FAILED/);
    output.text = '';
    writeFileSync(path, admission('M1'));
    await printed(output, /PASSED/);
    child.kill('SIGINT');
    const code = await ended;
    if (process.platform !== 'win32') expect(code).toBe(EXIT.passed);
  });
});
