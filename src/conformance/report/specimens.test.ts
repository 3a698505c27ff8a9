import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findProfiles } from '../load/find-profiles.js';
import { shippedProfiles } from '../load/shipped-profiles.js';
import { FINDING_CODES } from './finding-codes.js';

/**
 * Every code of the catalogue has a specimen that gives it: a message of a profile of the package that is named after it
 * (`invalid/<code>-....hl7`, which `profiles.test.ts` holds to that one finding), or a test beside the checks or the command that
 * expects it. Green are the messages in `valid/`, which give nothing that is told, and in those tests the case beside the red one.
 */
const src = fileURLToPath(new URL('../..', import.meta.url));

/** Tests that name all codes, or are about something else than what gives a code. */
const GENERAL = ['catalogue.test.ts', 'specimens.test.ts', 'severity.test.ts', 'fuzz.test.ts', 'read-overlay.test.ts'];

function testFiles(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts') && !GENERAL.includes(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

const tests = ['conformance', 'cli'].flatMap((room) => testFiles(join(src, room)));
const told = tests.map((file) => ({ file: basename(file), text: readFileSync(file, 'utf8') }));

const invalid = findProfiles(shippedProfiles()).flatMap((folder) => readdirSync(join(folder, 'invalid')));

/** In quotes, or at the beginning of a line `code PID[1]-3[1]` that a test expects. */
function specimensOf(code: string): readonly string[] {
  const expected = new RegExp(`(?<=['"\`\\s])${code}(?=['"\`\\s:])`);
  return [
    ...invalid.filter((name) => name === `${code}.hl7` || name.startsWith(`${code}-`)),
    ...told.filter(({ text }) => expected.test(text)).map(({ file }) => file),
  ];
}

describe('every code has a specimen', () => {
  it.each(Object.keys(FINDING_CODES))('%s', (code) => {
    expect(specimensOf(code)).not.toEqual([]);
  });
});

it('a code that nothing gives would be noticed', () => {
  expect(specimensOf('no-such-code-at-all')).toEqual([]);
});
