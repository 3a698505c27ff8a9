import { describe, expect, it } from 'vitest';
import { changed, load, loaded, mistakes, placeOfText, specimen } from '../testdata/specimen.js';

const OLD = specimen('igamt-old');
const NEW = specimen('igamt-new');

describe('the library', () => {
  const { sets, excluded } = loaded(OLD).profile.valueSets;

  it('has sets with their codes', () => {
    expect(sets.get('CLASS')).toEqual({
      id: 'CLASS',
      name: 'Classes',
      oid: '2.999.1',
      version: '2',
      stability: 'Static',
      extensibility: 'Closed',
      contentDefinition: 'Intensional',
      noCodeText: 'none',
      codes: [
        { value: 'I', text: 'Inpatient', system: 'HL70004', usage: 'R' },
        { value: 'O', text: 'Outpatient', system: 'HL70004', usage: 'E' },
        { value: 'W9', text: 'Ward', system: 'L', pattern: 'W\\d' },
      ],
      place: { file: 'codes.xml', line: 9, column: 5 },
    });
    expect(sets.get('REASON')?.codes).toEqual([{ value: '1', text: 'Elective', system: '', usage: 'R' }]);
    expect(sets.get('LOCAL')).toMatchObject({ extensibility: 'Undefined', codes: [] });
  });

  it('has sets that are not to be checked', () => {
    expect([...excluded]).toEqual(['SYSTEMS']);
  });

  it('takes the last of several definitions, also from another file', () => {
    const more = `<ValueSetLibrary><ValueSetDefinitions><ValueSetDefinition BindingIdentifier="CLASS" Name="Mine"/></ValueSetDefinitions></ValueSetLibrary>`;
    const files = { ...OLD, 'more.xml': more };
    expect(loaded(files).profile.valueSets.sets.get('CLASS')?.name).toBe('Mine');
    expect(mistakes(files)).toContain('warning duplicate-value-set more.xml:1');
  });
});

describe('old-style bindings', () => {
  const { bindings } = loaded(OLD).profile.rules;

  it('become rules of the segment or data type around the element', () => {
    expect(bindings.map(({ on, rule: { place: _, ...rule } }) => ({ on, rule }))).toEqual([
      {
        on: { kind: 'datatype', by: 'id', value: 'CWE_W' },
        rule: { target: '3[*]', strength: 'U', locations: [{ code: '1[1]' }], sets: ['SYSTEMS'] },
      },
      {
        on: { kind: 'segment', by: 'id', value: 'PV1_W' },
        rule: { target: '2[*]', strength: 'R', locations: [{ code: '.' }], sets: ['CLASS'] },
      },
      {
        on: { kind: 'segment', by: 'id', value: 'PV1_W' },
        rule: {
          target: '3[*]',
          strength: 'S',
          locations: [
            { code: '1[1]', system: '3[1]' },
            { code: '4[1]', system: '6[1]' },
          ],
          sets: ['REASON', 'LOCAL'],
        },
      },
    ]);
  });

  it('may name more than two components, and in the older way', () => {
    for (const location of ['1:4:10', ' 1 xor 4 : 10']) {
      const files = changed(OLD, 'BindingLocation="1:4" Hide', `BindingLocation="${location}" Hide`);
      expect(loaded(files).profile.rules.bindings[2]?.rule.locations.map(({ code }) => code)).toEqual([
        '1[1]',
        '4[1]',
        '10[1]',
      ]);
    }
  });
});

describe('new-style bindings', () => {
  const { bindings, singleCodes } = loaded(NEW).profile.rules;

  it('stand before those that the profile states besides', () => {
    expect(bindings.map(({ on, rule }) => [on.kind, on.value, rule.target, rule.sets.join()])).toEqual([
      ['segment', 'OBX_L', '3[*]', 'CODES,OLD'],
      ['message', 'lab-r01', '1[1].1[1]', ''],
      ['segment', 'OBX_L', '3[*]', 'OLD'],
    ]);
    expect(bindings[0]?.rule).toMatchObject({
      strength: 'R',
      locations: [{ code: '1[1]', system: '3[1]', systemOid: '14[1]' }, { code: '4[1]' }],
    });
    expect(bindings[1]?.rule).not.toHaveProperty('strength');
  });

  it('may allow one code only', () => {
    expect(singleCodes).toMatchObject([
      {
        on: { kind: 'datatype', by: 'id', value: 'CE' },
        rule: { target: '.', code: 'A', system: 'L', locations: [{ code: '1[1]' }] },
      },
    ]);
  });

  it.each([
    ['a target that is no path', 'Target="3[*]"', 'Target="3"', 'error bad-path'],
    ['no target', ' Target="3[*]"', '', 'error missing-attribute'],
    ['a place of the code that is no path', 'CodeLocation="4[1]"', 'CodeLocation="CE.4"', 'error bad-path'],
    [
      'a place of the system that is no path',
      'CodeSystemLocation="3[1]" ',
      'CodeSystemLocation="x" ',
      'error bad-path',
    ],
    [
      'a strength that is none',
      'Target="3[*]" BindingStrength="R"',
      'Target="3[*]" BindingStrength="X"',
      'error bad-value',
    ],
    ['no code', ' Code="A" CodeSystem="L">', ' CodeSystem="L">', 'error missing-attribute'],
    ['no sets', '<Bindings/>', '', 'error missing-element'],
  ])('%s', (_, from, to, expected) => {
    const files = changed(specimen('igamt-new', 'profile.xml', 'bindings.xml', 'codes.xml'), from, to);
    expect(mistakes(files)).toContain(`${expected} ${placeOfText(NEW, from)}`);
    expect(load(files).kind).toBe('defective');
  });

  it.each([
    ['a place of the system as OID that is no path', 'OIDLocation="14[1]"', 'OIDLocation="x"', 'warning ignored-value'],
    ['a section of groups', '<Message>', '<Group/><Message>', 'warning unknown-element'],
    ['a context by name', '<ByID ID="lab-r01">', '<ByName Name="x"/><ByID ID="lab-r01">', 'warning unknown-element'],
    [
      'a location of another kind',
      '<SimpleBindingLocation CodeLocation="4[1]"/>',
      '<Elsewhere/>',
      'warning unknown-element',
    ],
  ])('%s has no effect', (_, from, to, expected) => {
    const files = changed(specimen('igamt-new', 'profile.xml', 'bindings.xml', 'codes.xml'), from, to);
    expect(mistakes(files)).toEqual([`${expected} ${placeOfText(NEW, from)}`]);
  });
});

describe('sets that are nowhere', () => {
  it('are named once, where they are bound first', () => {
    const files = changed(
      changed(OLD, 'Binding="CLASS"', 'Binding="KLASS"'),
      'ValueSetID="CLASS"',
      'ValueSetID="KLASS"',
    );
    expect(mistakes(files).filter((one) => one.includes('unresolved'))).toEqual([
      'warning unresolved-value-set anything.xml:24',
    ]);
  });

  it('are found in co-constraints', () => {
    const files = changed(
      NEW,
      '<Bindings><Binding BindingIdentifier="CODES"/></Bindings>',
      '<Bindings><Binding BindingIdentifier="X"/></Bindings>',
    );
    expect(mistakes(files)).toEqual(['warning unresolved-value-set co-constraints.xml:23']);
  });

  it('make one warning where there is no library', () => {
    expect(mistakes(specimen('igamt-old', 'anything.xml', 'rules.xml'))).toContain('warning no-value-sets specimen:-');
  });
});

describe('what is wrong with a library', () => {
  it.each([
    ['a set without an id', 'BindingIdentifier="REASON" ', '', 'error missing-attribute'],
    ['an extensibility that is none', 'Extensibility="Closed"', 'Extensibility="Shut"', 'error bad-value'],
    ['a stability that is none', 'Stability="Static"', 'Stability="Rock"', 'error bad-value'],
    [
      'an element that nobody reads',
      '<NoValidation>',
      '<ExternalValueSetDefinitions/><NoValidation>',
      'warning unknown-element',
    ],
  ])('%s', (_, from, to, expected) => {
    expect(mistakes(changed(OLD, from, to))).toContain(`${expected} ${placeOfText(OLD, from)}`);
  });
});
