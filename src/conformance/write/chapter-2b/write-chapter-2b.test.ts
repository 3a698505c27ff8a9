import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { baseProfile } from '../../load/base/base-profile.js';
import { loadProfile } from '../../load/load-profile.js';
import type { Profile } from '../../model/profile.js';
import { bare } from '../testdata/bare.js';
import { CHAPTER_2B, hasFixtures, warnWithoutFixtures } from '../testdata/fixtures.js';
import { MORE } from '../testdata/more.js';
import { writeChapter2b } from './write-chapter-2b.js';

function loaded(files: ReadonlyMap<string, string>): Profile {
  const folder = mkdtempSync(join(tmpdir(), 'pipehat-write-'));
  try {
    for (const [name, text] of files) writeFileSync(join(folder, name), text);
    const result = loadProfile(folder);
    if (result.kind === 'loaded') return result.profile;
    throw new Error(result.defects.map(({ place, message }) => `${place.file}:${place.line}: ${message}`).join('\n'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('a profile written as chapter 2.B', () => {
  const { files, losses } = writeChapter2b(MORE);
  const again = loaded(files);

  it('keeps structure, elements, tables and acknowledgments', () => {
    expect([...files.keys()]).toEqual(['everything.xml', 'tables.xml']);
    expect(again).toMatchObject({
      form: 'chapter-2b',
      name: MORE.name,
      hl7Version: '2.5.1',
      identifiers: ['ID1'],
      acknowledgment: { accept: 'NE', application: 'AL', mode: 'Immediate' },
    });
    expect(again.messages[0]?.children).toMatchObject([
      { ref: 'MSH', usage: 'R' },
      { name: 'RESULT', usage: 'RE', children: [{ cardinality: { min: 1, max: 4 } }, { usage: 'X' }] },
    ]);
    const header = again.segments.get('MSH');
    expect(header?.description).toBe('Message Header');
    expect(header?.fields[0]).toMatchObject({ usage: 'R', constant: '|', itemNo: '00001', maxLength: 20 });
    expect(again.rules.bindings.find(({ rule }) => rule.target === '2[*]')?.rule).toMatchObject({
      locations: [{ code: '1[1]', system: '3[1]' }],
      sets: ['SEX'],
    });
    expect(again.valueSets.sets.get('SEX')?.codes.map(({ value }) => value)).toEqual(['F', 'M', 'X']);
    expect(again.segments.get('ZZZ')).toBeUndefined();
  });

  it('puts into words what it has no form for', () => {
    const [header] = again.messages[0]?.children ?? [];
    expect(again.rules.predicates[0]?.rule).toMatchObject({ description: 'If there is a separator', target: '2[*]' });
    expect(again.rules.predicates[0]?.rule).not.toHaveProperty('condition');
    expect(header).toBeDefined();
    expect(JSON.stringify(again.messages[0])).toContain('S-g: Statement S-g');
    expect(losses.join('\n')).toMatch(/conformance statements: written as notes: m1, S-d, S-g/);
    expect(losses.join('\n')).toMatch(/conditions: written in words: P-1/);
  });

  it('tells all that is lost', () => {
    expect(losses.map((loss) => loss.split(':')[0])).toEqual([
      'single codes',
      'old co-constraints',
      'order-indifferent rules',
      'co-constraints',
      'slices',
      'sets that are not to be checked',
      'the date',
      'segments that no message has',
      'conformance statements',
      'how strong value sets are bound',
      'conformance lengths',
      'value sets beside the first one',
      'conditions',
      'usage W',
      'which field tells the type of which',
      'choices',
      'requirement ids',
      'system, usage and pattern of codes',
    ]);
  });

  it('takes the base standard', () => {
    const written = writeChapter2b(baseProfile('2.5.1', 'ADT_A01'));
    expect(loaded(written.files).segments.get('PID')?.fields).toHaveLength(39);
    expect(written.losses.map((loss) => loss.split(':')[0])).toContain('how strong value sets are bound');
  });
});

warnWithoutFixtures('that public chapter 2.B profiles survive being written');

describe.skipIf(!hasFixtures)('public profiles', () => {
  // The third is NIST's dialect, with computable rules that chapter 2.B has not.
  it.each(CHAPTER_2B.slice(0, 2).map((path) => [basename(path), path]))(
    '%s are the same but for what is told',
    (_, path) => {
      const result = loadProfile(path);
      if (result.kind === 'defective') throw new Error('it does not load');
      const { files, losses } = writeChapter2b(result.profile);
      const again = loaded(files);
      const compared = ({ id, messages, segments, datatypes, acknowledgment }: Profile) =>
        bare({ ...again, id, messages, segments, datatypes, acknowledgment: acknowledgment ?? {} });
      expect(compared(again)).toEqual(compared(result.profile));
      expect(losses.filter((loss) => !/^which field|^levels below/.test(loss))).toEqual([]);
    },
  );
});
