import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Journal } from '../evidence/journal.js';
import type { RunManifest } from '../evidence/journal-entry.js';
import { EXIT } from './exit-codes.js';
import { report } from './report/report.js';
import { Recorder } from './testdata/recorder.js';

let results: string;
let config: string;
beforeEach(() => {
  results = mkdtempSync(join(tmpdir(), 'pipehat-report-'));
  config = join(results, 'pipehat.config.yaml');
});
afterEach(() => rmSync(results, { recursive: true }));

const MANIFEST: RunManifest = {
  run: 'r1',
  startedAt: '2024-05-02T08:00:00.000Z',
  pipehat: '0.1.0',
  node: 'v20.19.0',
  platform: 'linux x64',
  cucumber: '12.9.0',
  environment: 'test',
  sut: { name: 'An engine', role: 'engine', addresses: [] },
  seed: '7',
  clock: '2024-05-02T08:00:00Z',
  timeScale: 1,
  links: [],
  hashes: {},
  requirements: {},
  command: 'pipehat test',
};

/** A run as a killed harness leaves it: begun, with one scenario, and a torn last line. */
function killedRun(name: string): string {
  const folder = join(results, name);
  const journal = new Journal(folder);
  const at = '2024-05-02T08:00:01.000Z';
  journal.append({ kind: 'run-started', manifest: MANIFEST });
  journal.append({
    kind: 'scenario-started',
    scenario: 's1',
    feature: 'A feature',
    uri: 'a.feature',
    line: 1,
    name: `Told in ${name}`,
    tags: [],
    steps: [],
    at,
  });
  journal.close();
  writeFileSync(join(folder, 'run.ndjson'), `${readFileSync(join(folder, 'run.ndjson'), 'utf8')}{"kind":"mess`);
  return folder;
}

it('renders a killed run in every format, into its folder', async () => {
  const folder = killedRun('one');
  const terminal = new Recorder();
  expect(await report(folder, { results, config }, terminal)).toBe(EXIT.passed);
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(['evidence.html', 'junit.xml', 'summary.md']));
  expect(readFileSync(join(folder, 'evidence.html'), 'utf8')).toContain('Told in one');
  expect(terminal.errors.join('\n')).toMatch(/the run ended before its time[\s\S]*1 lines? could not be read/);
});

it('takes the last run where none is named, and prints one format', async () => {
  killedRun('2024-05-02T08-00-00Z');
  const last = killedRun('2024-05-02T08-00-01Z');
  const terminal = new Recorder();
  await report(undefined, { results, config, format: ['markdown'], out: '-' }, terminal);
  expect(terminal.text).toContain('Told in 2024-05-02T08-00-01Z');
  expect(existsSync(join(last, 'summary.md'))).toBe(false);
});

it('writes to another folder', async () => {
  const folder = killedRun('one');
  await report(folder, { results, config, format: ['junit'], out: join(results, 'ci') }, new Recorder());
  expect(readdirSync(join(results, 'ci'))).toEqual(['junit.xml']);
});

it.each([
  [undefined, {}, /there is no run in/],
  ['nowhere', {}, /nowhere holds no run\.ndjson/],
  [undefined, { format: ['markdwon'] }, /there is no format "markdwon"/],
  [undefined, { out: '-' }, /prints one format/],
])('%s with %j is a usage error', async (run, options, what) => {
  await expect(report(run, { results, config, ...options }, new Recorder())).rejects.toThrow(
    expect.objectContaining({ exitCode: EXIT.usage, message: expect.stringMatching(what) }),
  );
});

describe('a format of the project', () => {
  const write = (body: string): void => {
    writeFileSync(config, 'environments: { demo: { demoEngine: true } }\nextensions: { reports: [./own.mjs] }\n');
    const facts = "name: 'own', fileName: 'own.txt', summary: 'one line', isShareable: true";
    writeFileSync(join(results, 'own.mjs'), `export const report = { ${facts}, write: ({ scenarios }) => ${body} };\n`);
  };

  it('is written with the others', async () => {
    const folder = killedRun('one');
    write('scenarios[0].name');
    expect(await report(folder, { results, config }, new Recorder())).toBe(EXIT.passed);
    expect(readFileSync(join(folder, 'own.txt'), 'utf8')).toBe('Told in one');
    expect(existsSync(join(folder, 'evidence.html'))).toBe(true);
  });

  it('that throws is named', async () => {
    write('scenarios[7].name');
    await expect(report(killedRun('one'), { results, config, format: ['own'] }, new Recorder())).rejects.toThrow(
      expect.objectContaining({ exitCode: EXIT.usage, message: expect.stringMatching(/^the report "own" threw: /) }),
    );
  });

  it('is not missed where the config has mistakes: the evidence comes first', async () => {
    const folder = killedRun('one');
    writeFileSync(config, 'environments: {}\n');
    const terminal = new Recorder();
    expect(await report(folder, { results, config }, terminal)).toBe(EXIT.passed);
    expect(terminal.errors.join('\n')).toMatch(/has mistakes/);
  });
});
