import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { JournalEntry } from '../evidence/journal-entry.js';

const MAIN = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));
const results = mkdtempSync(join(tmpdir(), 'pipehat-repeatable-'));

afterAll(() => rmSync(results, { recursive: true, force: true }));

/** The bytes of every message that our simulators sent in a run, as text, in an order that timing cannot change. */
function sentBy(seed: string, name: string): readonly string[] {
  const folder = join(results, name);
  const paths = ['features/adt', 'features/acknowledgment'];
  const fixed = ['--clock', '2026-03-01T08:00:00Z', '--no-allure', '--results', folder];
  const { status, stderr } = spawnSync(process.execPath, [MAIN, 'demo', ...paths, '--seed', seed, ...fixed], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  const [run = ''] = readdirSync(folder);
  const lines = readFileSync(join(folder, run, 'run.ndjson'), 'utf8')
    .trim()
    .split('\n');
  return lines
    .map((line): JournalEntry => JSON.parse(line))
    .flatMap((entry) => (entry.kind === 'message' && entry.direction === 'sent' ? [entry.raw] : []))
    .sort();
}

describe('a run', () => {
  it('sends the same bytes again for the same seed and clock, and others for another seed', () => {
    const first = sentBy('7', 'first');
    expect(first.length).toBeGreaterThan(50);
    expect(sentBy('7', 'again')).toEqual(first);
    expect(sentBy('8', 'other')).not.toEqual(first);
  });
});
