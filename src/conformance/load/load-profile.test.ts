import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadProfile } from './load-profile.js';
import { brief, mistakes, specimen, specimenFolder } from './testdata/specimen.js';

const codes = (path: string): readonly string[] => {
  const result = loadProfile(path);
  return (result.kind === 'loaded' ? result.warnings : result.defects).map(brief);
};

describe('a path to a profile', () => {
  it('may be a folder or a file', () => {
    expect(loadProfile(specimenFolder('igamt-new'))).toMatchObject({
      kind: 'loaded',
      profile: { id: 'lab' },
      warnings: [],
    });
    const file = join(specimenFolder('chapter-2b'), 'dialect.xml');
    expect(loadProfile(file)).toMatchObject({ kind: 'loaded', profile: { form: 'chapter-2b', source: file } });
  });

  it('names files as the path names them', () => {
    const folder = specimenFolder('igamt-old');
    expect(loadProfile(folder)).toMatchObject({
      kind: 'loaded',
      profile: { source: folder, messages: [{ place: { file: join(folder, 'anything.xml') } }, {}] },
    });
  });

  describe('on the disk', () => {
    let folder = '';
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'pipehat-profile-'));
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    it('must lead somewhere', () => {
      expect(codes(join(folder, 'nowhere'))).toEqual(['error unreadable-file nowhere:-']);
      expect(codes(folder)[0]).toMatch(/^error no-profile pipehat-profile-.*:-$/);
    });

    it('leads to XML files whatever their case, and to nothing else', () => {
      for (const [name, text] of Object.entries(specimen('igamt-new'))) writeFileSync(join(folder, name), text);
      writeFileSync(join(folder, 'extra.XML'), '<ValueSetLibrary><ValueSetDefinitions/></ValueSetLibrary>');
      writeFileSync(join(folder, 'notes.txt'), 'not XML');
      expect(codes(folder)).toEqual([]);
      writeFileSync(join(folder, 'broken.xml'), '<a>\n');
      expect(codes(folder)).toEqual(['error xml-malformed broken.xml:1']);
    });
  });
});

describe('the files of a profile', () => {
  const NEW = specimen('igamt-new');

  it('may be there in part', () => {
    expect(mistakes(specimen('igamt-new', 'profile.xml', 'slicing.xml', 'codes.xml'))).toEqual([]);
  });

  it('must have a profile among them', () => {
    expect(mistakes(specimen('igamt-new', 'bindings.xml'))).toEqual(['error no-profile specimen:-']);
    expect(mistakes({})).toEqual(['error no-profile specimen:-']);
  });

  it('must not have two', () => {
    const second = '<ConformanceProfile ID="x"/>';
    expect(mistakes({ ...NEW, 'z.xml': second })).toEqual(['error several-profiles z.xml:-']);
    const classic = specimen('chapter-2b', 'dialect.xml');
    expect(mistakes({ ...classic, ...NEW })).toContain('error several-profiles profile.xml:-');
  });

  it('may have a stranger among them, who is named', () => {
    expect(mistakes({ ...NEW, 'z.xml': '\n<TestPlan/>' })).toEqual(['warning unused-file z.xml:2']);
    const tables = specimen('chapter-2b', 'tables.xml');
    expect(mistakes({ ...NEW, ...tables })).toEqual(['warning unused-file tables.xml:1']);
  });

  it('are all read before anything is refused', () => {
    const broken = { ...NEW, 'y.xml': '<a', 'z.xml': '<!DOCTYPE a []><a/>' };
    expect(
      mistakes({
        ...broken,
        'predicates.xml':
          '<ConformanceContext><Constraints><Segment><ByID ID="s"><Constraint/></ByID></Segment></Constraints></ConformanceContext>',
      }),
    ).toEqual(['error xml-malformed y.xml:1', 'error xml-doctype z.xml:1', 'error missing-element predicates.xml:1']);
  });

  it('with a thousand mistakes tell the first ones, errors before warnings', () => {
    const many = (text: string) => `<ValueSetLibrary>${text.repeat(3000)}</ValueSetLibrary>`;
    const found = mistakes({
      ...NEW,
      'codes.xml': many('<X/>'),
      'y.xml':
        '<ConformanceContext><Constraints><Segment><ByID ID="s"><Constraint/></ByID></Segment></Constraints></ConformanceContext>',
    });
    expect(found).toHaveLength(1000);
    expect(found.filter((one) => one.startsWith('error'))).toEqual(['error missing-element y.xml:1']);
  });
});
