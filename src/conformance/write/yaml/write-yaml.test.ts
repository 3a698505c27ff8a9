import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { baseProfile } from '../../load/base/base-profile.js';
import { loadProfile } from '../../load/load-profile.js';
import type { Profile } from '../../model/profile.js';
import { bare } from '../testdata/bare.js';
import { EVERYTHING } from '../testdata/everything.js';
import { BUNDLES, CHAPTER_2B, hasFixtures, warnWithoutFixtures } from '../testdata/fixtures.js';
import { MORE } from '../testdata/more.js';
import { writeYaml } from './write-yaml.js';

/** What the loader makes of the text. */
function loaded(yaml: string): Profile {
  const folder = mkdtempSync(join(tmpdir(), 'pipehat-write-'));
  try {
    writeFileSync(join(folder, 'profile.yaml'), yaml);
    const result = loadProfile(folder);
    if (result.kind === 'loaded') return result.profile;
    throw new Error(result.defects.map(({ place, message }) => `${place.line}: ${message}`).join('\n'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('a profile written as YAML', () => {
  it.each([
    ['of IGAMT', EVERYTHING],
    ['of our own', MORE],
    ['of the base standard', baseProfile('2.5.1', 'ORM_O01')],
  ])('is the same when it is read again: one %s', (_, profile) => {
    expect(bare(loaded(writeYaml(profile)))).toEqual(bare(profile));
  });

  it('shows every difference', () => {
    const other = loaded(writeYaml({ ...MORE, rules: { ...MORE.rules, statements: MORE.rules.statements.slice(1) } }));
    expect(bare(other)).not.toEqual(bare(MORE));
  });

  it('reads well: names of fields, and what is short on one line', () => {
    const yaml = writeYaml(EVERYTHING);
    expect(yaml).toMatch(/^# Everything: "all" & <more>: written out in full by "pipehat profile convert"\n/);
    expect(yaml).toContain('  - on: { segment: OBX_1 }\n    must:\n');
    expect(yaml).toContain('      - { id: S-22, text: Statement S-22, assert: { setIdWithin:');
    expect(yaml).toContain('matches: [ OBX-5.1, ');
    expect(yaml).toContain('      - target: MSH-2\n        usage: C(R/X)\n');
    expect(yaml).toContain('      - { segment: MSH 1, usage: R, cardinality: 1..1 }\n');
  });
});

warnWithoutFixtures('that public profiles survive the way into YAML and back');

describe.skipIf(!hasFixtures)('public profiles', () => {
  it.each([...BUNDLES, ...CHAPTER_2B].map((path) => [basename(path), path]))(
    '%s are the same when they are read again',
    (_, path) => {
      const result = loadProfile(path);
      if (result.kind === 'defective') throw new Error('it does not load');
      expect(bare(loaded(writeYaml(result.profile)))).toEqual(bare(result.profile));
    },
  );
});
