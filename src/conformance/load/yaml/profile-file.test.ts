import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadProfile } from '../load-profile.js';
import { defectsOf, profileOf, site } from './testdata/load.js';

describe('the head of a profile', () => {
  it('says what the profile is', () => {
    const profile = profileOf(`profile:
  id: site-adt
  name: Admissions
  version: 1.10
  date: 2025-03-01
  organization: House
  description: Words
  hl7: 2.5.1
  messages: [ADT^A01^ADT_A01, ADT^A04^ADT_A01, ACK^A01]
  identifiers: [SITE_ADT^HOUSE]
acknowledgment: { accept: NE, application: AL, mode: Immediate }
`);
    expect(profile).toMatchObject({
      id: 'site-adt',
      name: 'Admissions',
      form: 'yaml',
      type: 'Implementation',
      version: '1.10',
      date: '2025-03-01',
      organization: 'House',
      description: 'Words',
      hl7Version: '2.5.1',
      identifiers: ['SITE_ADT^HOUSE'],
      acknowledgment: { accept: 'NE', application: 'AL', mode: 'Immediate' },
    });
    expect(profile.messages.map(({ id, structure }) => [id, structure])).toEqual([
      ['ADT_A01', 'ADT_A01'],
      ['ADT_A04', 'ADT_A01'],
      ['ACK_A01', 'ACK'],
    ]);
  });

  it.each([
    ['', ['1 yaml-form: profile: "profile" is missing']],
    ['profile: {}', ['1 yaml-form: profile.id: "id" is missing', '1 yaml-form: profile.name: "name" is missing']],
    ['profile: { id: "", name: n, hl7: 2.5.1, message: ADT^A01 }', ['1 yaml-form: profile.id: this is empty']],
    ['profile: { id: x, name: n, message: ADT^A01 }', ['1 no-version: "hl7" is missing']],
    [
      'profile: { id: x, name: n, hl7: 2.9, message: ADT^A01 }',
      ['1 unknown-version: there is no base standard of HL7 2.9'],
    ],
    ['profile: { id: x, name: n, hl7: 2.5.1 }', ['1 no-message: no message is named']],
    [
      'profile: { id: x, name: n, hl7: 2.5.1, message: ADT^A01^ADT_A99 }',
      ['1 unknown-structure: HL7 2.5.1 has no structure ADT_A99'],
    ],
    [
      'profile: { id: x, name: n, hl7: 2.5.1, message: ADT A01 }',
      ['1 yaml-form: profile.message: "ADT A01" is no message type'],
    ],
    [
      'profile: { id: x, name: n, hl7: 2.5.1, message: ADT^A01 }\nelement: {}',
      ['2 yaml-form: element: unknown key "element"'],
    ],
    ['profile: [', ['1 yaml-syntax: Flow sequence in block collection must be sufficiently indented and end with a ]']],
    ['profile: { id: x, id: y }', ['1 yaml-syntax: Map keys must be unique']],
  ])('is refused: %s', (yaml, defects) => {
    expect(defectsOf(yaml)).toEqual(defects);
  });

  it('is refused where it is nested without end', () => {
    expect(defectsOf(`a: ${'['.repeat(60_000)}`)[0]).toMatch(
      /^1 yaml-syntax: the YAML is nested too deeply|yaml-syntax/,
    );
    const laughs = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefghi'.split('').map((name, at) => `${name}: &${name} [${`*${'abcdefghi'[at]},`.repeat(9)}]`),
    ];
    expect(defectsOf(laughs.join('\n'))).toEqual(['1 yaml-syntax: the YAML has aliases of aliases without end']);
  });
});

describe('a profile that extends another', () => {
  const BASE = site('ADT^A01^ADT_A01', 'elements: { PID-8: { usage: R, values: [F, M] }, PID-3.4: R }\n');

  it('begins as the other is, and says more', () => {
    const profile = profileOf(
      'profile: { id: more, name: More, extends: other.yaml }\nelements: { PID-8: { usage: RE }, PID-3.4.1: { constant: H } }\n',
      { 'other.yaml': BASE },
    );
    expect(profile).toMatchObject({ id: 'more', hl7Version: '2.5.1', messages: [{ id: 'ADT_A01' }] });
    expect(profile.segments.get('PID')?.fields[7]).toMatchObject({ usage: 'RE' });
    expect(profile.rules.bindings.filter(({ rule }) => rule.sets.includes('PID-8'))).toHaveLength(1);
    expect(profile.datatypes.get('CX@PID-3')?.components[3]).toMatchObject({ usage: 'R', datatype: 'HD@PID-3.4' });
    expect(profile.datatypes.get('HD@PID-3.4')?.components[0]).toMatchObject({ constant: 'H' });
  });

  it('knows what it adapts, directly or not', () => {
    const files = { 'other.yaml': BASE, 'more.yaml': 'profile: { id: more, name: More, extends: other.yaml }' };
    expect(profileOf(BASE).adapts).toBeUndefined();
    expect(profileOf('profile: { id: most, name: Most, extends: more.yaml }', files).adapts).toEqual(['more', 'site']);
  });

  it('takes of several messages those that it names', () => {
    const files = { 'other.yaml': 'profile: { id: o, name: o, hl7: 2.5.1, messages: [ADT^A01, ADT^A03] }' };
    const head = 'profile: { id: more, name: More, extends: other.yaml, message: ';
    expect(profileOf(`${head}ADT^A03 }`, files).messages.map(({ id }) => id)).toEqual(['ADT_A03']);
    expect(defectsOf(`${head}ADT^A02 }`, files)).toEqual(['1 unknown-structure: other.yaml has no such message']);
  });

  it('may not say another version', () => {
    expect(defectsOf('profile: { id: m, name: m, extends: other.yaml, hl7: 2.4 }', { 'other.yaml': BASE })).toEqual([
      '1 version-differs: hl7: 2.4 differs from the version of other.yaml, 2.5.1',
    ]);
  });

  it('tells the defects of the other too', () => {
    const files = { 'other.yaml': `${BASE}  PIT: R\n` };
    expect(defectsOf('profile: { id: m, name: m, extends: other.yaml }', files)).toEqual([
      '1 defective-base: the profile other.yaml cannot be extended: it has 1 defects',
      expect.stringContaining('yaml-syntax'),
    ]);
  });

  it('cannot extend what is not there, or itself', () => {
    expect(defectsOf('profile: { id: m, name: m, extends: nobody }')).toEqual([
      '1 defective-base: the profile nobody cannot be extended: it has 1 defects',
      '- unknown-profile: there is no profile nobody',
    ]);
    const circle = defectsOf('profile: { id: m, name: m, extends: other.yaml }', {
      'other.yaml': 'profile: { id: o, name: o, extends: ./profile.yaml }',
    });
    expect(circle.at(-1)).toMatch(
      /extends-circle: the profile extends itself: .*profile\.yaml -> .*other\.yaml -> .*profile\.yaml/,
    );
  });

  it('finds the other by its id: a folder beside its own, or one that is named', () => {
    const folder = mkdtempSync(join(tmpdir(), 'pipehat-yaml-'));
    const write = (path: readonly string[], text: string): void => {
      mkdirSync(join(folder, ...path), { recursive: true });
      writeFileSync(join(folder, ...path, 'profile.yaml'), text);
    };
    try {
      write(['profiles', 'o'], BASE);
      write(['profiles', 'm'], 'profile: { id: m, name: m, extends: o }');
      write(['elsewhere', 'm'], 'profile: { id: m, name: m, extends: o }');
      expect(loadProfile(join(folder, 'profiles', 'm'))).toMatchObject({ kind: 'loaded', profile: { id: 'm' } });
      expect(loadProfile(join(folder, 'elsewhere', 'm'))).toMatchObject({ kind: 'defective' });
      write(['profiles', 'other-name'], BASE.replace('id: site', 'id: by-id'));
      write(['profiles', 'n'], 'profile: { id: n, name: n, extends: by-id }');
      expect(loadProfile(join(folder, 'profiles', 'n'))).toMatchObject({ kind: 'loaded', profile: { id: 'n' } });
      const folders = [join(folder, 'profiles')];
      expect(loadProfile(join(folder, 'elsewhere', 'm'), { folders })).toMatchObject({ kind: 'loaded' });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
