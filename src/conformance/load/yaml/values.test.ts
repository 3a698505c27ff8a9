import { describe, expect, it } from 'vitest';
import type { Profile } from '../../model/profile.js';
import { defectsOf, profileOf, site } from './testdata/load.js';

const ADT = 'ADT^A01^ADT_A01';

const bindings = (profile: Profile, segment: string, target: string) =>
  profile.rules.bindings
    .filter(({ on, rule }) => on.value === segment && rule.target === target)
    .map(({ rule }) => rule);

describe('value sets of an element', () => {
  it.each([
    ['HL70001', ['HL70001'], 'R'],
    ['{ set: HL70001, strength: S }', ['HL70001'], 'S'],
    ['{ sets: [HL70001, SEX] }', ['HL70001 or SEX'], 'R'],
    ['{ set: SEX, strength: none }', ['SEX'], undefined],
    ['[F, M]', ['PID-8'], 'R'],
    ['{ F: Female }', ['PID-8'], 'R'],
    ['{ codes: [F], strength: U }', ['PID-8'], 'U'],
  ])('%s replaces what the standard suggests', (values, sets, strength) => {
    const profile = profileOf(
      site(ADT, `valueSets: { SEX: { codes: [F] } }\nelements: { PID-8: { values: ${values} } }\n`),
    );
    const found = bindings(profile, 'PID', '8[*]');
    expect(found).toMatchObject([{ sets, locations: [{ code: '.' }] }]);
    expect(found[0]?.strength).toBe(strength);
  });

  it('are nothing where any value will do', () => {
    expect(bindings(profileOf(site(ADT, 'elements: { PID-8: { values: any } }')), 'PID', '8[*]')).toEqual([]);
  });

  it('are one set where a simple value has several', () => {
    const text =
      'valueSets: { A: { codes: [x, y] }, B: { codes: [y, z] } }\nelements: { PID-8: { values: { sets: [A, B] } } }\n';
    const sets = profileOf(site(ADT, text)).valueSets.sets;
    expect(sets.get('A or B')?.codes.map(({ value }) => value)).toEqual(['x', 'y', 'z']);
    const coded = profileOf(site(ADT, text.replace('PID-8', 'PID-10')));
    expect(bindings(coded, 'PID', '10[*]')).toMatchObject([{ sets: ['A', 'B'] }]);
  });

  it('are closed where they are written in the place', () => {
    const profile = profileOf(site(ADT, 'elements: { PID-8: { values: { F: Female, M: Male } } }'));
    expect(profile.valueSets.sets.get('PID-8')).toMatchObject({
      extensibility: 'Closed',
      stability: 'Static',
      codes: [
        { value: 'F', text: 'Female', system: '', usage: 'R' },
        { value: 'M', text: 'Male', system: '', usage: 'R' },
      ],
    });
  });

  it.each([
    ['PID-10', '[W]', 'PID', '10[*]', [{ code: '1[1]' }]],
    ['PID-10', '[{ code: W, system: L }]', 'PID', '10[*]', [{ code: '1[1]', system: '3[1]' }]],
    ['PID-10', '{ codes: [W], at: [1, 4] }', 'PID', '10[*]', [{ code: '1[1]' }, { code: '4[1]' }]],
    [
      'PID-10',
      '{ codes: [{ code: W, system: L }], at: [1, 4] }',
      'PID',
      '10[*]',
      [
        { code: '1[1]', system: '3[1]' },
        { code: '4[1]', system: '6[1]' },
      ],
    ],
    ['PID-5', '[DOE]', 'PID', '5[*]', [{ code: '1[1].1[1]' }]],
    ['PID-3', '{ codes: [1], locations: [{ code: "5[1]" }] }', 'PID', '3[*]', [{ code: '5[1]' }]],
    ['PID-3.5', '[MR]', 'CX@PID-3', '5[*]', [{ code: '.' }]],
  ])('%s: %s stand at the code', (key, values, on, target, locations) => {
    const profile = profileOf(site(ADT, `elements: { ${key}: { values: ${values} } }\n`));
    expect(bindings(profile, on, target)).toMatchObject([{ locations }]);
  });

  it('carry the requirement', () => {
    const profile = profileOf(site(ADT, 'elements: { PID-8: { values: [F], requirement: REQ-8 } }'));
    expect(bindings(profile, 'PID', '8[*]')).toMatchObject([{ requirement: 'REQ-8', place: { line: 6 } }]);
  });

  it('may be a single code', () => {
    const profile = profileOf(
      site(ADT, 'elements: { PID-10: { code: { is: W, system: L, at: [1] } }, PID-8: { code: { is: F } } }'),
    );
    expect(
      profile.rules.singleCodes.map(({ on, rule }) => [on.value, rule.target, rule.code, rule.system, rule.locations]),
    ).toEqual([
      ['PID', '10[*]', 'W', 'L', [{ code: '1[1]', system: '3[1]' }]],
      ['PID', '8[*]', 'F', '', [{ code: '.' }]],
    ]);
  });

  it.each([
    ['elements: { PID-8: { values: NONE } }', 'dangling-value-set: there is no value set NONE'],
    ['elements: { PID-8: { values: HL79999 } }', 'dangling-value-set: there is no value set HL79999'],
    [
      'elements: { PID-8: { values: { set: A, codes: [B] } } }',
      'values-unclear: here stand either value sets or codes',
    ],
    ['elements: { PID-8: { values: [] } }', 'values-unclear: here stand either value sets or codes'],
    [
      'elements: { OBX-5: { values: [1] } }',
      'dangling-value-set: another field tells the data type here, so nobody can say where the code stands',
    ],
    ['valueSets: { A: { name: x } }', 'value-set-source: a value set has exactly one source of codes'],
    ['valueSets: { A: { codes: [x], csv: a.csv } }', 'value-set-source: a value set has exactly one source of codes'],
    ['valueSets: { A: { table: HL79999 } }', 'unknown-table: HL7 2.5.1 has no codes for a table HL79999'],
    [
      'valueSets: { A: { codes: [{ code: x, usage: Q }] } }',
      'yaml-form: valueSets.A.codes.0.usage: "Q" is no usage of a code',
    ],
  ])('refuses %s', (text, defect) => {
    expect(defectsOf(site(ADT, `${text}\n`))).toEqual([`6 ${defect}`]);
  });
});

describe('value sets of a profile', () => {
  const sets = (text: string, files?: Readonly<Record<string, string>>) =>
    profileOf(site(ADT, `valueSets:\n  A: ${text}\n`), files).valueSets;

  it('are lists of codes with all that can be said', () => {
    const text =
      '{ name: n, oid: 1.2, version: 3, stability: Static, extensibility: Closed, contentDefinition: Extensional,' +
      ' noCodeText: t, codes: [a, { code: b, text: B, system: L, usage: E }, { code: c, pattern: "c+", usage: none }] }';
    expect(sets(text).sets.get('A')).toEqual({
      id: 'A',
      name: 'n',
      oid: '1.2',
      version: '3',
      stability: 'Static',
      extensibility: 'Closed',
      contentDefinition: 'Extensional',
      noCodeText: 't',
      codes: [
        { value: 'a', text: '', system: '', usage: 'R' },
        { value: 'b', text: 'B', system: 'L', usage: 'E' },
        { value: 'c', text: '', system: '', pattern: 'c+' },
      ],
      place: expect.objectContaining({ line: 7 }),
    });
  });

  it('are tables of the standard, with codes more or fewer', () => {
    const codes = sets('{ table: HL70001, add: { Z: Other, F: Woman }, remove: [U, N] }').sets.get('A')?.codes ?? [];
    const values = codes.map(({ value }) => value);
    expect(values).toEqual(expect.arrayContaining(['M', 'F', 'Z']));
    expect(values).not.toContain('U');
    expect(codes.filter(({ value }) => value === 'F')).toMatchObject([{ text: 'Woman' }]);
  });

  it('are read from files beside the profile', () => {
    const csv = sets('{ csv: a.csv }', { 'a.csv': 'code,text,system\n1,One,L\n' });
    expect(csv.sets.get('A')).toMatchObject({ id: 'A', codes: [{ value: '1', text: 'One', system: 'L' }] });
    const several = sets('{ csv: a.csv }', { 'a.csv': 'set,code\nB,2\nA,1\n' });
    expect(several.sets.get('A')?.codes).toMatchObject([{ value: '1' }]);
    const expansion = {
      resourceType: 'ValueSet',
      status: 'active',
      expansion: { timestamp: '2024-01-01', contains: [{ code: 'x', system: 'http://loinc.org' }] },
    };
    const fhir = sets('{ fhir: a.json }', { 'a.json': JSON.stringify(expansion) });
    expect(fhir.sets.get('A')?.codes).toMatchObject([{ value: 'x', system: 'LN' }]);
  });

  it('may be left unchecked', () => {
    expect(sets('{ unchecked: true }').excluded).toEqual(new Set(['A']));
  });

  it('are refused where the file does not hold them', () => {
    const yaml = site(ADT, 'valueSets:\n  A: { csv: a.csv }\n');
    expect(defectsOf(yaml, { 'a.csv': 'set,code\nB,2\nC,1\n' })).toEqual([
      '7 value-set-not-in-file: a.csv holds no set A',
    ]);
    expect(defectsOf(yaml)[0]).toMatch(/^- value-set-file/);
  });
});
