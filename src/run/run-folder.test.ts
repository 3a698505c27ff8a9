import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { abandonRun, newRunFolder, openRunFolder } from './run-folder.js';

const AT = new Date('2026-05-04T09:30:00.123Z');

let results: string;
beforeEach(() => {
  results = mkdtempSync(join(tmpdir(), 'pipehat-results-'));
});
afterEach(() => rmSync(results, { recursive: true, force: true }));

function opened() {
  const place = openRunFolder(results, AT);
  if (place.kind === 'failed') throw new Error(place.message);
  return place;
}

it('is named by the second in which the run began, in a form that every file system takes', () => {
  expect(basename(newRunFolder(results, AT))).toBe('2026-05-04T09-30-00Z');
});

it('is another one for each run that begins in the same second', () => {
  const names = [opened(), opened(), opened()].map(({ folder }) => basename(folder));
  expect(names).toEqual(['2026-05-04T09-30-00Z', '2026-05-04T09-30-00Z-2', '2026-05-04T09-30-00Z-3']);
});

it('says where results cannot be written, and what to do', () => {
  const file = join(results, 'file');
  writeFileSync(file, '');
  expect(openRunFolder(file, AT)).toEqual({
    kind: 'failed',
    message: expect.stringContaining(`the results cannot be written to ${file}: `),
    remedy: 'choose another folder with --results',
  });
});

it('goes with a run that did not begin, unless something was recorded', () => {
  const [empty, kept] = [opened(), opened()];
  abandonRun(empty.folder, empty.journal);
  expect(existsSync(empty.folder)).toBe(false);
  kept.journal.append({ kind: 'wire', link: 'sut>lis', event: 'empty', raw: '', at: AT.toISOString() });
  abandonRun(kept.folder, kept.journal);
  expect(readFileSync(join(kept.folder, 'run.ndjson'), 'utf8')).toContain('"event":"empty"');
});

it('leaves other folders alone', () => {
  mkdirSync(join(results, 'other'));
  const { folder, journal } = opened();
  abandonRun(folder, journal);
  expect(readdirSync(results)).toEqual(['other']);
});
