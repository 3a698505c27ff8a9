import { describe, expect, it } from 'vitest';
import { readFhirValueSets } from './fhir.js';
import { told } from './testdata/told-defects.js';

function read(resource: unknown, named: { readonly id?: string } = {}) {
  const text = typeof resource === 'string' ? resource : JSON.stringify(resource);
  const { result, defects } = told((to) => readFhirValueSets({ text, file: 'ValueSet-panel.json', ...named }, to));
  return { sets: result, defects };
}

const LOINC = 'http://loinc.org';
const PANEL = {
  resourceType: 'ValueSet',
  id: 'panel',
  url: 'urn:oid:1.2.3',
  version: '4',
  title: 'A panel',
  status: 'active',
  text: { status: 'generated', div: '<div/>' },
  compose: {
    include: [
      { system: LOINC, concept: [{ code: '8302-2', display: 'Height' }, { code: '29463-7' }, { code: '8302-2' }] },
      { system: 'http://example.org/own', concept: [{ code: 'X', designation: [{ value: 'y' }] }] },
    ],
    exclude: [{ system: LOINC, concept: [{ code: '29463-7' }] }],
  },
};

describe('value sets from FHIR', () => {
  it('takes the codes that compose lists, less those that it excludes, with the names of table 0396', () => {
    const { sets, defects } = read(PANEL);
    expect(defects).toEqual([]);
    expect(sets).toMatchObject([{ id: 'panel', name: 'A panel', version: '4', oid: '1.2.3' }]);
    expect(sets[0]?.codes).toEqual([
      { value: '8302-2', text: 'Height', system: 'LN', usage: 'R' },
      { value: 'X', text: '', system: 'http://example.org/own', usage: 'R' },
    ]);
    expect(sets[0]).not.toHaveProperty('incomplete');
  });

  it('takes the id under which the set is bound', () => {
    expect(read(PANEL, { id: 'HL70078' }).sets).toMatchObject([{ id: 'HL70078' }]);
  });

  it('prefers the expansion, and reads what it nests', () => {
    const contains = [
      { system: LOINC, abstract: true, code: 'G', contains: [{ system: LOINC, code: '1-8' }] },
      {
        display: 'only a heading',
        contains: [{ system: LOINC, code: '2-6', contains: [{ system: LOINC, code: '3-4' }] }],
      },
    ];
    const { sets, defects } = read({ ...PANEL, expansion: { total: 5, contains } });
    expect(defects).toEqual([]);
    expect(sets[0]?.codes.map(({ value }) => value)).toEqual(['1-8', '2-6', '3-4']);
  });

  it.each([
    ['a filter', { include: [{ system: LOINC, filter: [{ property: 'CLASS', op: '=', value: 'CHEM' }] }] }],
    ['a whole code system', { include: [{ system: LOINC }] }],
    ['another value set', { include: [{ valueSet: ['http://example.org/other'] }] }],
    ['a filter in what is excluded', { ...PANEL.compose, exclude: [{ system: LOINC, filter: [{ property: 'x' }] }] }],
  ])('declares as incomplete what %s means', (_, compose) => {
    const { sets, defects } = read({ ...PANEL, compose });
    expect(sets).toMatchObject([{ incomplete: true, contentDefinition: 'Intensional' }]);
    expect(defects).toMatchObject([{ severity: 'warning', code: 'value-set-not-enumerated' }]);
  });

  it('declares as incomplete an expansion of which only a page is there', () => {
    const { sets } = read({ ...PANEL, expansion: { total: 100, contains: [{ system: LOINC, code: '1-8' }] } });
    expect(sets).toMatchObject([{ incomplete: true, codes: [{ value: '1-8' }] }]);
  });

  it('reads all value sets of a Bundle, and nothing else in it', () => {
    const other = { ...PANEL, id: 'other' };
    const entry = [{ resource: PANEL }, { resource: { resourceType: 'CodeSystem' } }, { resource: other }, {}];
    expect(read({ resourceType: 'Bundle', entry }, { id: 'X' }).sets.map(({ id }) => id)).toEqual(['panel', 'other']);
    expect(read({ resourceType: 'Bundle', entry: entry.slice(0, 2) }, { id: 'X' }).sets.map(({ id }) => id)).toEqual([
      'X',
    ]);
  });

  it.each([
    ['half a file', '{', 'fhir-json'],
    ['nothing', '', 'fhir-json'],
    ['a list', '[]', 'fhir-shape'],
    ['another resource', { resourceType: 'CodeSystem' }, 'fhir-shape'],
    ['an empty Bundle', { resourceType: 'Bundle' }, 'fhir-no-value-set'],
    ['a code that is missing', { ...PANEL, compose: { include: [{ concept: [{ display: 'x' }] }] } }, 'fhir-shape'],
    ['nesting without end', `${'{"a":['.repeat(60)}1${']}'.repeat(60)}`, 'fhir-too-deep'],
    ['a retired set', { ...PANEL, status: 'retired' }, 'fhir-retired'],
  ])('tells what is wrong with %s', (_, resource, code) => {
    const { defects } = read(resource);
    expect(defects.map((defect) => defect.code)).toContain(code);
    expect(defects[0]).toMatchObject({ place: { file: 'ValueSet-panel.json' } });
  });

  it('says where in the resource something is missing', () => {
    const compose = { include: [{ concept: [{ code: 'A' }, { display: 'no code' }] }] };
    expect(read({ ...PANEL, compose }).defects[0]?.message).toContain('compose.include.0.concept.1.code');
  });

  it('is not misled by brackets inside of texts', () => {
    expect(read({ ...PANEL, title: '[{'.repeat(200) }).defects).toEqual([]);
  });
});
