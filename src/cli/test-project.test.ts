import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JournalEntry } from '../evidence/journal-entry.js';
import { EXIT } from './exit-codes.js';
import { Project } from './testdata/project.js';

const FIXED = ['--seed', '7', '--clock', '2026-03-01T08:00:00Z', '--no-allure'];
const FEATURE = 'adt/planned-admission.feature';

let project: Project;
beforeAll(() => {
  project = new Project();
  expect(project.pipehat('init').status).toBe(EXIT.passed);
});
afterAll(() => project.remove());

function sent(journal: readonly JournalEntry[]): readonly string[] {
  return journal.flatMap((entry) => (entry.kind === 'message' && entry.direction === 'sent' ? [entry.raw] : [])).sort();
}

describe('features of the package in a project', () => {
  it('run under the names, seeds and requirements that they have in the package', () => {
    expect(project.pipehat('demo', `features/${FEATURE}`, ...FIXED)).toMatchObject({ status: EXIT.passed });
    const before = project.journal();
    rmSync(join(project.folder, 'results'), { recursive: true });
    expect(project.pipehat('test', `pipehat:${FEATURE}`, ...FIXED)).toMatchObject({ status: EXIT.passed, stderr: '' });
    const after = project.journal();
    expect(sent(after).length).toBeGreaterThan(3);
    expect(sent(after)).toEqual(sent(before));
    const [started] = after;
    const manifest = started?.kind === 'run-started' ? started.manifest : undefined;
    expect(Object.keys(manifest?.hashes ?? {})).toContain(`features/${FEATURE}`);
    expect(Object.keys(manifest?.requirements ?? {}).length).toBeGreaterThan(1);
    // The user's own text goes before that of the package.
    expect(manifest?.requirements).toMatchObject({ 'REQ-ADT-001': 'An admission reaches the laboratory' });
  });

  it('are checked without a system', () => {
    const { status, stdout } = project.pipehat('test', '--dry-run', 'pipehat:adt', 'features');
    expect([status, stdout]).toEqual([EXIT.passed, expect.stringMatching(/^\d\d scenarios read, 0 steps/)]);
  });

  it('as a whole leave out what must go red and what a system of one role has to pass', () => {
    const count = (...paths: readonly string[]): number =>
      Number(/^\d+/.exec(project.pipehat('test', '--dry-run', ...paths).stdout)?.[0]);
    expect(count('pipehat:', 'pipehat:defects')).toBeGreaterThan(count('pipehat:'));
  });

  it.each([
    ['pipehat:adtt', /pipehat:adtt: the package has no such features\n {4}did you mean pipehat:adt\? there are: /],
    ['pipehat:../package.json', /the package has no such features/],
  ])('%s is a mistake', (path, message) => {
    const { status, stderr } = project.pipehat('test', path);
    expect([status, stderr]).toEqual([EXIT.usage, expect.stringMatching(message)]);
  });
});

describe('an extension that cannot be used', () => {
  it('ends the run before it begins', () => {
    const config = 'environments: { demo: { demoEngine: true } }\nextensions: { faults: [./gone.ts] }\n';
    writeFileSync(join(project.folder, 'gone.yaml'), config);
    const { status, stderr } = project.pipehat('test', '--config', 'gone.yaml');
    expect([status, stderr]).toEqual([
      EXIT.usage,
      expect.stringMatching(/^pipehat: extensions\.faults: .*gone\.ts: there is no such file\n {4}write its path/),
    ]);
  });
});
