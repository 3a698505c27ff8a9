import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Journal } from '../evidence/journal.js';
import type { RunManifest } from '../evidence/journal-entry.js';
import { EXIT } from './exit-codes.js';
import { report } from './report/report.js';
import { Recorder } from './testdata/recorder.js';

let results: string;
beforeEach(() => {
  results = mkdtempSync(join(tmpdir(), 'pipehat-report-'));
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

it('renders a killed run in every format, into its folder', () => {
  const folder = killedRun('one');
  const terminal = new Recorder();
  expect(report(folder, { results }, terminal)).toBe(EXIT.passed);
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(['evidence.html', 'junit.xml', 'summary.md']));
  expect(readFileSync(join(folder, 'evidence.html'), 'utf8')).toContain('Told in one');
  expect(terminal.errors.join('\n')).toMatch(/the run ended before its time[\s\S]*1 lines? could not be read/);
});

it('takes the last run where none is named, and prints one format', () => {
  killedRun('2024-05-02T08-00-00Z');
  const last = killedRun('2024-05-02T08-00-01Z');
  const terminal = new Recorder();
  report(undefined, { results, format: ['markdown'], out: '-' }, terminal);
  expect(terminal.text).toContain('Told in 2024-05-02T08-00-01Z');
  expect(existsSync(join(last, 'summary.md'))).toBe(false);
});

it('writes to another folder', () => {
  const folder = killedRun('one');
  report(folder, { results, format: ['junit'], out: join(results, 'ci') }, new Recorder());
  expect(readdirSync(join(results, 'ci'))).toEqual(['junit.xml']);
});

it.each([
  [undefined, {}, /there is no run in/],
  ['nowhere', {}, /nowhere holds no run\.ndjson/],
  [undefined, { format: ['markdwon'] }, /there is no format "markdwon"/],
  [undefined, { out: '-' }, /prints one format/],
])('%s with %j is a usage error', (run, options, what) => {
  expect(() => report(run, { results, ...options }, new Recorder())).toThrow(
    expect.objectContaining({ exitCode: EXIT.usage, message: expect.stringMatching(what) }),
  );
});
