import { describe, expect, it } from 'vitest';
import { loadProfile } from '../load/load-profile.js';
import { profileOf, site } from '../load/yaml/testdata/load.js';
import type { Profile } from '../model/profile.js';
import { BUNDLES, CHAPTER_2B, hasFixtures, warnWithoutFixtures } from '../write/testdata/fixtures.js';
import { compareProfiles } from './compare-profiles.js';
import { differencesText } from './differences-text.js';

const ADT = 'ADT^A01^ADT_A01';
const base = profileOf(site(ADT, ''));
const lines = (before: Profile, after: Profile): readonly string[] =>
  compareProfiles(before, after).map(
    ({ places, what, before: old, after: young }) => `${places.join(', ')} | ${what} | ${old ?? '-'} | ${young ?? '-'}`,
  );
const changed = (rest: string): readonly string[] => lines(base, profileOf(site(ADT, rest)));

describe('two profiles', () => {
  it('that are the same have no difference', () => {
    expect(compareProfiles(base, base)).toEqual([]);
  });

  it.each([
    ['elements: { PID-3: { cardinality: 1..3 } }', ['PID-3 | cardinality | 1..* | 1..3']],
    ['elements: { PID-8: { usage: RE, length: 1..2 } }', ['PID-8 | usage | O | RE', 'PID-8 | length | 1..1 | 1..2']],
    ['elements: { PID-3.4.1: { constant: H } }', ['PID-3.4.1 | constant | - | H']],
    ['elements: { PV2: X }', ['PV2 | usage | O | X', 'PV2 | cardinality | 0..1 | 0..0']],
    ['elements: { PID-8: { values: HL70001 } }', ['PID-8 | values | HL70001 suggested | HL70001 required']],
    ['elements: { PID-8: { values: any } }', ['PID-8 | values | HL70001 suggested | -']],
    [
      'elements: { PID-7: { text: Words, requirement: R-1 } }',
      ['PID-7 | words | - | Words', 'PID-7 | requirement | - | R-1'],
    ],
    [
      'elements: { PID-5: { datatype: ST } }',
      expect.arrayContaining(['PID-5 | data type | XPN | ST', 'PID-5.1 | component | O FN Family Name | -']),
    ],
    ['elements: { NTE: { after: PID } }', ['NTE | segment | - | O 0..1 Notes and Comments']],
    ['elements: { INSURANCE.NTE: { after: IN1 } }', ['INSURANCE.NTE | segment | - | O 0..1 Notes and Comments']],
    [
      'elements: { PID: { must: { id: S, text: T, assert: { present: PID-7 } } } }',
      ['PID | statement S | - | T (PID-7 has a value.)'],
    ],
    ['statements: [ { present: PID-7 } ]', ['ADT^A01^ADT_A01 | statement site | - | PID-7 has a value.']],
    [
      'elements: { PV1-3: { usage: C(R/O), when: { present: PV1-4 } } }',
      ['PV1-3 | usage | O | C(R/O)', 'PV1-3 | condition | - | If PV1-4 has a value. [R if so, else O]'],
    ],
    [
      'elements: { PV1-3: { usage: C(R/O), when: { present: PID-7 } } }',
      ['PV1-3 | condition | - | If PID-7 has a value. [R if so, else O]', 'PV1-3 | usage | O | C(R/O)'],
    ],
    [
      'datatypes: { HD: { elements: { 1: R } } }',
      [expect.stringMatching(/^MSH-3\.1, MSH-4\.1, .*PID-3\.4\.1.* \| usage \| O \| R$/)],
    ],
    ['acknowledgment: { accept: NE, application: AL }', ['the profile | acknowledgment | - | NE AL']],
    ['valueSets: { HL70001: { table: HL70001, add: { Z: Zed }, remove: [U] } }', ['HL70001 | codes | U | Z']],
    ['valueSets: { A: { codes: [x] } }', ['A | value set | - | A, 1 codes']],
  ])('%s', (rest, expected) => {
    expect(changed(`${rest}\n`)).toEqual(expected);
  });

  it('may have other messages, another order, another head', () => {
    const two = profileOf('profile: { id: site, name: A site, hl7: 2.5.1, messages: [ADT^A01, ADT^A03] }');
    expect(lines(base, two).filter((line) => line.includes('| message |'))).toEqual([
      'ADT^A03^ADT_A03 | message | - | there',
    ]);
    const text = (order: string) => `messages: [ { event: ${ADT}, structure: '${order}' } ]\n`;
    const [one, other] = ['MSH EVN PID', 'MSH PID EVN'].map((order) => profileOf(site(ADT, text(order))));
    if (one === undefined || other === undefined) throw new Error('no profile');
    expect(lines(one, other)).toEqual(['the message | order | MSH EVN PID | MSH PID EVN']);
    expect(lines(base, { ...base, version: '2' })).toEqual(['the profile | version | - | 2']);
  });

  it('tell that something else differs which no tree shows', () => {
    const orderIndifferent = [{ path: '3[*]', patterns: [] }];
    expect(lines(base, { ...base, rules: { ...base.rules, orderIndifferent } })).toEqual([
      'the profile | order-indifferent rules | - | 1',
    ]);
  });

  it('tell which row of a co-constraint table is another', () => {
    const table = (rows: string) => profileOf(site('ORU^R01^ORU_R01', `coConstraints:\n${TABLE}${rows}`));
    const row = (code: string, more: string) =>
      `          - { usage: R, cardinality: 1..1, if: [{ path: OBX-3, code: ${code}, system: LN }], then: [${more}] }\n`;
    const one = table(row('8302-2', '{ path: OBX-2, text: NM }') + row('29463-7', '{ path: OBX-2, text: NM }'));
    const other = table(row('8302-2', '{ path: OBX-2, text: SN }') + row('3141-9', '{ path: OBX-2, text: NM }'));
    const place = 'ORDER_OBSERVATION.OBX';
    expect(lines(one, other)).toEqual([
      `${place} | co-constraint where OBX-3 is 8302-2 (LN) at 1 | R 1..1, OBX-2 is "NM" | R 1..1, OBX-2 is "SN"`,
      `${place} | co-constraint where OBX-3 is 29463-7 (LN) at 1 | R 1..1, OBX-2 is "NM" | -`,
      `${place} | co-constraint where OBX-3 is 3141-9 (LN) at 1 | - | R 1..1, OBX-2 is "NM"`,
    ]);
    const both = [row('8302-2', '{ path: OBX-2, text: NM }'), row('29463-7', '{ path: OBX-2, text: NM }')];
    expect(lines(table(both.join('')), table(both.reverse().join('')))).toEqual([
      `${place} | order | co-constraint where OBX-3 is 8302-2 (LN) at 1 first | co-constraint where OBX-3 is 29463-7 (LN) at 1 first`,
    ]);
  });

  it('tell which slice is another', () => {
    const sliced = (slices: string) =>
      profileOf(site(ADT, `datatypes: { XTN_HOME: { extends: XTN } }\nslices: { PID-13: [ ${slices} ] }\n`));
    expect(lines(sliced('{ use: XTN_HOME, occurrence: 1 }'), sliced('{ use: XTN_HOME, occurrence: 2 }'))).toEqual([
      'PID-13 | slice XTN_HOME | occurrence 1 | occurrence 2',
    ]);
    const when = (code: string) => sliced(`{ use: XTN_HOME, when: { equals: ['.2', ${code}] } }`);
    expect(lines(when('PRN'), when('ORN'))).toEqual([
      'PID-13 | slice XTN_HOME | where PID-13.2 is "PRN" | where PID-13.2 is "ORN"',
    ]);
  });
});

const TABLE = `  - context: ORDER_OBSERVATION
    segment: OBSERVATION.OBX
    tables:
      - rows:
`;

it('differences are lines', () => {
  expect(
    differencesText([
      { places: ['PID-3'], what: 'usage', before: 'O', after: 'R' },
      { places: ['1', '2', '3', '4', '5', '6', '7', '8'], what: 'statement x', after: 'a\n b' },
      { places: ['Z'], what: 'segment', before: 'O' },
    ]),
  ).toBe(
    [
      'PID-3                        usage        O -> R',
      '1, 2, 3, 4, 5, 6 and 2 more  statement x  + a b',
      'Z                            segment      - O',
    ].join('\n'),
  );
});

warnWithoutFixtures('that public profiles can be compared');

describe.skipIf(!hasFixtures)('public profiles', () => {
  it('have no difference to themselves, and some to each other', () => {
    const profiles = [...BUNDLES, ...CHAPTER_2B].map((path) => {
      const loaded = loadProfile(path);
      if (loaded.kind === 'defective') throw new Error(`${path} does not load`);
      return loaded.profile;
    });
    for (const profile of profiles) expect(compareProfiles(profile, profile)).toEqual([]);
    const [one, other] = profiles;
    if (one === undefined || other === undefined) throw new Error('no profile');
    expect(compareProfiles(one, other).length).toBeGreaterThan(10);
  });
});
