import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { FAULTS } from '../faults/index.js';
import { CATALOGUE } from '../faults/testdata/catalogue.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

function textOf(folder: string, isWanted: (file: string) => boolean): string {
  const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter(isWanted);
  return files.map((file) => readFileSync(join(ROOT, folder, file), 'utf8')).join('\n');
}

/** Scenarios that must pass: those of defects are there to fail. */
const scenarios = textOf('features', (file) => file.endsWith('.feature') && !file.startsWith('defects'));
const tests = ['src/faults', 'src/endpoint', 'src/mllp']
  .map((folder) => textOf(folder, (file) => file.endsWith('.test.ts') && !file.startsWith('fault-catalogue')))
  .join('\n');

describe('the fault catalogue', () => {
  it('is all there, each fault once, and nothing besides', () => {
    expect(FAULTS.map(({ name }) => name).sort()).toEqual(CATALOGUE.map(([, name]) => name).sort());
  });

  it.each(CATALOGUE)('%s %s is named in a scenario that the demo engine must survive', (_, name) => {
    expect(scenarios).toMatch(new RegExp(`(?:"|\\| )${name}(?:[:",]| *\\|)`));
  });

  it.each(CATALOGUE)('%s %s has a test of what it does', (_, name) => {
    expect(tests).toMatch(new RegExp(`(?<![a-z-])${name}(?![a-z-])`));
  });
});
