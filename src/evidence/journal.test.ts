import { spawn } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { JOURNAL_FILE, Journal } from './journal.js';
import { parseLine, readRun } from './read-journal.js';
import { manifest, scenarioStarted } from './testdata/entries.js';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'pipehat-journal-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const start = { kind: 'run-started', manifest: manifest() } as const;

describe('Journal', () => {
  it('has each line in the file when append returns, without close', () => {
    const journal = new Journal(join(root, 'run'));
    journal.append(start);
    journal.append(scenarioStarted('s1', ['a step']));
    expect(readFileSync(journal.file, 'utf8').split('\n')).toHaveLength(3);
    expect(readRun(join(root, 'run')).scenarios.map((scenario) => scenario.id)).toEqual(['s1']);
    journal.close();
  });

  it.skipIf(process.platform === 'win32')('is readable for its owner alone', () => {
    const journal = new Journal(join(root, 'run'));
    journal.close();
    expect(statSync(join(root, 'run')).mode & 0o777).toBe(0o700);
    expect(statSync(journal.file).mode & 0o777).toBe(0o600);
  });

  it('refuses to write into the folder of another run', () => {
    new Journal(join(root, 'run')).close();
    expect(() => new Journal(join(root, 'run'))).toThrow(/already holds a run/);
  });

  it('ignores what comes after close', () => {
    const journal = new Journal(join(root, 'run'));
    journal.append(start);
    journal.close();
    journal.append(scenarioStarted('s1', []));
    journal.close();
    expect(readRun(join(root, 'run')).scenarios).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('keeps what was appended before SIGKILL', async () => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', writerThatIsKilled()]);
    const signal = await new Promise((resolve) => child.on('exit', (_code, name) => resolve(name)));
    expect(signal).toBe('SIGKILL');
    expect(readRun(join(root, 'run')).scenarios.map((scenario) => scenario.id)).toEqual(['s1', 's2', 's3']);
  });
});

/** A process that journals three scenarios, then kills itself in the middle of everything. */
function writerThatIsKilled(): string {
  const source = readFileSync(new URL('./journal.ts', import.meta.url), 'utf8');
  const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
  const emitted = join(root, 'journal.mjs');
  writeFileSync(emitted, ts.transpileModule(source, { compilerOptions }).outputText);
  const entries = [start, ...['s1', 's2', 's3'].map((id) => scenarioStarted(id, []))];
  return `
    import { Journal } from ${JSON.stringify(pathToFileURL(emitted).href)};
    const journal = new Journal(${JSON.stringify(join(root, 'run'))});
    for (const entry of ${JSON.stringify(entries)}) journal.append(entry);
    process.kill(process.pid, 'SIGKILL');
  `;
}

describe('readRun', () => {
  it('counts a torn last line and keeps everything before it', () => {
    const journal = new Journal(root);
    journal.append(start);
    journal.append(scenarioStarted('s1', ['a step']));
    journal.close();
    appendFileSync(journal.file, '{"kind":"scenario-started","scenario":"s2","fea');
    const run = readRun(root);
    expect(run.unreadableLines).toBe(1);
    expect(run.scenarios.map((scenario) => scenario.id)).toEqual(['s1']);
    expect(run.complete).toBe(false);
  });

  it('reads lines that are longer than the pieces in which the file is read', () => {
    const raw = Buffer.alloc(3_000_000, 'A').toString('base64');
    const journal = new Journal(root);
    journal.append(start);
    journal.append({ kind: 'message', exchange: 'x1', direction: 'sent', link: 'l', raw, at: '', faults: [] });
    journal.append(scenarioStarted('s1', []));
    journal.close();
    const run = readRun(root);
    expect(run.strayExchanges[0]?.raw.length).toBe(3_000_000);
    expect(run.scenarios).toHaveLength(1);
    expect(run.unreadableLines).toBe(0);
  });

  it('says which folder lacks a journal', () => {
    expect(() => readRun(root)).toThrow(`no ${JOURNAL_FILE} in ${root}`);
  });

  it('says so when nothing in the journal can be read', () => {
    writeFileSync(join(root, JOURNAL_FILE), 'not json\n');
    expect(() => readRun(root)).toThrow(/no readable line/);
  });
});

describe('parseLine', () => {
  it.each(['', '{', '[]', 'null', '"x"', '{"kind":"constructor"}', '{"kind":"message"}', '{"kind":"from-the-future"}'])(
    'refuses %j',
    (line) => expect(parseLine(line)).toBeUndefined(),
  );

  it('gives an entry back as it was', () => {
    expect(parseLine(JSON.stringify(start))).toEqual(start);
  });
});
