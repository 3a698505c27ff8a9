import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LoadScript, loadSpecimen } from '../../../reports/load/testdata/load-specimen.js';
import type { LoadResult } from '../../evidence/load-result.js';
import { EXIT } from '../exit-codes.js';
import { Recorder } from '../testdata/recorder.js';
import type { ReportOptions } from './options.js';
import { report } from './report.js';

let results: string;
beforeEach(() => {
  results = mkdtempSync(join(tmpdir(), 'pipehat-load-report-'));
});
afterEach(() => rmSync(results, { recursive: true }));

/** A load run as `pipehat load` leaves it. */
function loadRun(name: string, script: Partial<LoadScript>, more: Partial<LoadResult> = {}): string {
  const folder = join(results, name);
  mkdirSync(folder);
  const result = loadSpecimen({ seconds: 40, rate: 100, overload: [], name, ...script }, more);
  writeFileSync(join(folder, 'load.json'), `${JSON.stringify(result)}\n`);
  return folder;
}

async function reported(run: string | undefined, options: Partial<ReportOptions> = {}) {
  const terminal = new Recorder();
  const code = await report(run, { results, config: join(results, 'none.yaml'), ...options }, terminal);
  return { code, text: terminal.text };
}

describe('report of a load run', () => {
  it('renders every format again, from the folder or from the last run', async () => {
    const folder = loadRun('2026-01-01T00-00-00Z', {});
    expect((await reported(undefined)).code).toBe(EXIT.passed);
    expect(readdirSync(folder).sort()).toEqual([
      ...['load-junit.xml', 'load.html', 'load.json', 'load.md', 'load.ndjson', 'load.txt'],
    ]);
    expect(readFileSync(join(folder, 'load.html'), 'utf8')).toContain('2026-01-01T00-00-00Z');
  });

  it('prints one format of a result that was saved alone', async () => {
    const saved = join(results, 'saved.json');
    writeFileSync(saved, JSON.stringify(loadSpecimen({ seconds: 5, name: 'saved alone' })));
    const { text } = await reported(saved, { format: ['markdown'], out: '-' });
    expect(text).toMatch(/^## saved alone: /);
  });

  it.each<[string, Partial<ReportOptions>, RegExp]>([
    ['{"sent": 1}', {}, /load\.json: this is no load result: without offered/],
    ['no JSON', {}, /load\.json: this is no JSON object/],
    ['', { format: ['markdwon'] }, /there is no format "markdwon"/],
  ])('of %j with %j is a usage error', async (content, options, what) => {
    mkdirSync(join(results, 'odd'));
    writeFileSync(join(results, 'odd', 'load.json'), content);
    await expect(reported(join(results, 'odd'), options)).rejects.toThrow(
      expect.objectContaining({ exitCode: EXIT.usage, message: expect.stringMatching(what) }),
    );
  });
});

describe('report --compare', () => {
  it('says that the second is slower, fails, and leaves a page beside it', async () => {
    const [a, b] = [loadRun('before', {}), loadRun('after', { serviceMs: 2.4, stallMs: 0, seed: 'b' })];
    const { code, text } = await reported(undefined, { compare: [a, b] });
    expect(text).toMatch(/B is slower.*p50 \d+.* % slower/);
    expect(text).toContain(`wrote ${join(b, 'comparison.html')}`);
    expect(readFileSync(join(b, 'comparison.html'), 'utf8')).toMatch(/p50 \d+.* % slower/);
    expect(code).toBe(EXIT.failed);
  });

  it('does not take noise for a difference', async () => {
    const [a, b] = [loadRun('before', {}), loadRun('after', { seed: 'another' })];
    const { code, text } = await reported(undefined, { compare: [a, b], format: ['json'] });
    expect(JSON.parse(text)).toMatchObject({ speed: 'no difference', isRegression: false });
    expect(code).toBe(EXIT.passed);
  });

  it('cannot tell where one of the two is too short', async () => {
    const [a, b] = [loadRun('before', {}), loadRun('after', { seconds: 3 })];
    const { code, text } = await reported(undefined, { compare: [a, b], out: results });
    expect(code).toBe(EXIT.incomplete);
    expect(text.split('\n')).toHaveLength(3);
    const said = JSON.parse(readFileSync(join(results, 'comparison.json'), 'utf8'));
    expect(said.speed).toBe('not comparable');
  });

  it.each<[readonly string[], RegExp]>([
    [['one'], /two load runs, and one is named/],
    [['one', 'two', 'three'], /two load runs, and 3 are named/],
    [['nowhere', 'nowhere'], /nowhere cannot be read \(ENOENT\)/],
  ])('of %j is a usage error', async (compare, what) => {
    await expect(reported(undefined, { compare })).rejects.toThrow(
      expect.objectContaining({ exitCode: EXIT.usage, message: expect.stringMatching(what) }),
    );
  });
});
