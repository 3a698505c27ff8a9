import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadProfile } from './load/load-profile.js';
import { nistMode } from './mode.js';
import { compilePlan } from './plan/compile.js';
import { Validator } from './validate.js';

/** Real profiles and messages with the verdicts of NIST v2-validation 1.6.4, kept outside of the repository. */
const repository = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const folder = join(process.env['PIPEHAT_FIXTURES'] ?? resolve(repository, '../shared/fixtures'), 'igamt');

interface Verdict {
  readonly bundle_dir: string;
  readonly message_file: string;
  readonly message_id: string;
  readonly expected: string;
}

const verdicts: readonly Verdict[] = existsSync(folder)
  ? JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'))
  : [];

if (verdicts.length === 0) {
  console.warn(
    `NOT CHECKED: that 58 real messages get the verdicts of NIST v2-validation, since ${folder} is not there. Set PIPEHAT_FIXTURES.`,
  );
}

const validators = new Map<string, Validator>();

function validatorFor({ bundle_dir: bundle, message_id: id }: Verdict): Validator {
  const known = validators.get(bundle);
  if (known !== undefined) return known;
  const loaded = loadProfile(join(folder, bundle));
  if (loaded.kind === 'defective') throw new Error(loaded.defects.map(({ message }) => message).join('\n'));
  const compiled = compilePlan(loaded.profile, id);
  if (compiled.kind === 'defective') throw new Error(compiled.defects.map(({ message }) => message).join('\n'));
  // A plan can be sent to another thread.
  const made = new Validator(structuredClone(compiled.plan), { mode: nistMode() });
  validators.set(bundle, made);
  return made;
}

const lines = (file: string) =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .sort();

describe.skipIf(verdicts.length === 0)('the verdicts of NIST v2-validation 1.6.4', () => {
  it('are all there', () => {
    expect(verdicts.length).toBeGreaterThanOrEqual(58);
  });

  it.each(verdicts.map((verdict) => [verdict.message_file, verdict] as const))('%s', (file, verdict) => {
    const findings = validatorFor(verdict).validate(readFileSync(join(folder, file)));
    const told = findings.map(({ section, classification, category, path, line, column }) =>
      [section, classification, category, path, line, column].join('\t'),
    );
    expect(told.sort()).toEqual(lines(verdict.expected));
  });
});
