import { describe, expect, it } from 'vitest';
import { baseProfile } from '../load/base/base-profile.js';
import { loadProfile } from '../load/load-profile.js';
import { profileOf, site } from '../load/yaml/testdata/load.js';
import type { Profile } from '../model/profile.js';
import { BUNDLES, CHAPTER_2B, hasFixtures, warnWithoutFixtures } from '../write/testdata/fixtures.js';
import { LINT_RULES, lintProfile } from './lint.js';

const ADT = 'ADT^A01^ADT_A01';

/** A small profile that is right in everything, with room for more of each section. */
function small(more: { readonly field?: string; readonly rules?: string; readonly rest?: string } = {}): Profile {
  return profileOf(`profile: { id: s, name: S, hl7: 2.5.1, extends: nothing }
messages: [ { event: ADT^A01^ADT_A01, structure: [ { segment: AAA, usage: R, cardinality: 1..1 } ] } ]
segments:
  AAA:
    fields:
      - { name: One, datatype: ST, usage: R }
      - { name: Two, datatype: CE, usage: O, cardinality: 0..* }
      - { name: Three, datatype: ST, usage: C(R/X) }
      ${more.field === undefined ? '' : `- { name: Four, datatype: ST, ${more.field} }`}
datatypes:
  ST: { components: [] }
  CE: { components: [ { name: Code, datatype: ST, usage: R }, { name: Text, datatype: ST } ] }
valueSets:
  SET: { codes: [ A, B ] }
  EMPTY: { codes: [] }
rules:
  - on: { segment: AAA }
    must: [ { id: S-1, text: t, assert: { present: AAA-2.1 } } ]
    when: [ { target: AAA-3, usage: C(R/X), if: { present: AAA-2 } } ]
    values: [ { target: AAA-1, sets: [ SET ], strength: R, locations: [ { code: . } ] } ]
${more.rules === undefined ? '' : `  - on: { segment: AAA }\n    ${more.rules}\n`}${more.rest ?? ''}`);
}

const codes = (profile: Profile): readonly string[] => [...new Set(lintProfile(profile).map(({ code }) => code))];

it('finds nothing in a profile that is right', () => {
  expect(lintProfile(small())).toEqual([]);
});

describe('each rule finds its own mistake and no other', () => {
  const specimens: readonly [code: string, message: RegExp, profile: () => Profile][] = [
    [
      'unresolved-value-set',
      /2 value sets are bound, and the profile has none/,
      () => ({
        ...small({ rules: 'must: [ { id: x, assert: { codeIn: [AAA-1, NONE] } } ]' }),
        valueSets: { sets: new Map(), excluded: new Set() },
      }),
    ],
    [
      'dangling-reference',
      /rules for the segment of the id BBB/,
      () => small({ rest: '  - on: { segment: BBB }\n    must: [ { present: 1[1] } ]\n'.replace('1[1]', "'1[1]'") }),
    ],
    [
      'dangling-reference',
      /there is no segment ZZ/,
      () => ({
        ...small(),
        slicings: [
          {
            kind: 'segments',
            context: 'x',
            slicings: [{ kind: 'occurrence', position: 1, slices: [{ ref: 'ZZ', occurrence: 1 }] }],
          },
        ],
      }),
    ],
    [
      'unresolved-value-set',
      /the value set NONE is bound/,
      () => small({ rules: 'must: [ { id: x, assert: { codeIn: [AAA-1, NONE] } } ]' }),
    ],
    [
      'empty-value-set',
      /EMPTY is bound and has no codes/,
      () => small({ rules: 'must: [ { id: x, assert: { codeIn: [AAA-1, EMPTY] } } ]' }),
    ],
    [
      'unreachable-path',
      /AAA-9|9\[\*\] .* AAA has no position 9/,
      () => small({ rules: 'must: [ { id: x, assert: { absent: AAA-9 } } ]' }),
    ],
    [
      'unreachable-path',
      /One is a simple value/,
      () => small({ rules: 'must: [ { id: x, assert: { absent: AAA-1.2 } } ]' }),
    ],
    ['unreachable-path', /it is no path/, () => small({ rules: 'must: [ { id: x, assert: { absent: what } } ]' })],
    [
      'unreachable-path',
      /CE has no position 9|Two has no position 9/,
      () => small({ rules: "must: [ { id: x, assert: { within: { path: AAA-2, holds: { present: '9[1]' } } } } ]" }),
    ],
    [
      'binding-location',
      /there is nothing at 9\[1\]/,
      () =>
        small({ rules: 'values: [ { target: AAA-2, sets: [ SET ], strength: R, locations: [ { code: "9[1]" } ] } ]' }),
    ],
    [
      'binding-location',
      /at \. stand components/,
      () => small({ rules: 'values: [ { target: AAA-2, sets: [ SET ], strength: R, locations: [ { code: . } ] } ]' }),
    ],
    [
      'binding-location',
      /one value set at most/,
      () =>
        small({
          rules: 'values: [ { target: AAA-2.2, sets: [ SET, SET ], strength: R, locations: [ { code: . } ] } ]',
        }),
    ],
    [
      'unchecked-binding',
      /strength U/,
      () => small({ rules: 'values: [ { target: AAA-2.2, sets: [ SET ], strength: U, locations: [ { code: . } ] } ]' }),
    ],
    [
      'predicate-on-unconditional',
      /AAA 2\[\*\], whose usage is O/,
      () => small({ rules: 'when: [ { target: AAA-2, usage: C(R/X), if: { present: AAA-1 } } ]' }),
    ],
    ['conditional-without-predicate', /AAA-4 is conditional/, () => small({ field: 'usage: C(R/X)' })],
    ['idle-condition', /gives R either way/, () => small({ field: 'usage: C(R/R), when: { present: AAA-2 }' })],
    [
      'idle-condition',
      /says C\(R\/O\), the element C\(R\/X\)/,
      () =>
        small({ field: 'usage: C(R/X)', rules: 'when: [ { target: AAA-4, usage: C(R/O), if: { present: AAA-2 } } ]' }),
    ],
    [
      'never-fails',
      /the statement x can never fail/,
      () => small({ rules: "must: [ { id: x, assert: { matches: [AAA-1, '.*'] } } ]" }),
    ],
    [
      'never-fails',
      /the statement x fails for every message/,
      () => small({ rules: 'must: [ { id: x, assert: { not: { present: . } } } ]' }),
    ],
    [
      'never-fails',
      /the condition of AAA 4\[\*\] is true/,
      () => small({ field: 'usage: C(R/X)', rules: 'when: [ { target: AAA-4, usage: C(R/X), if: { present: . } } ]' }),
    ],
    [
      'regular-expression',
      /cannot be used/,
      () => small({ rules: "must: [ { id: x, assert: { matches: [AAA-1, '(a'] } } ]" }),
    ],
    [
      'outside-function',
      /needs the function org\.example\.F/,
      () => small({ rules: 'must: [ { id: x, assert: { function: org.example.F } } ]' }),
    ],
    ['length-twice-or-not-at-all', /AAA-4 has no length/, () => small({ field: 'length: NA' })],
    [
      'length-twice-or-not-at-all',
      /AAA-4 has a length and a conformance length/,
      () => small({ field: 'length: 1..3, confLength: 3=' }),
    ],
    [
      'cardinality-against-usage',
      /AAA-4 is required and may occur 0\.\.1/,
      () => small({ field: 'usage: R, cardinality: 0..1' }),
    ],
    [
      'cardinality-against-usage',
      /AAA-4 is RE and must occur 1\.\.1/,
      () => small({ field: 'usage: RE, cardinality: 1..1' }),
    ],
    [
      'cardinality-against-usage',
      /AAA-4 is O and may never occur/,
      () => small({ field: 'usage: O, cardinality: 0..0' }),
    ],
    [
      'impossible-constant',
      /"toolong" of AAA-4 has 7 characters/,
      () => small({ field: 'constant: toolong, length: 1..3' }),
    ],
    ['impossible-constant', /"C" of AAA-4 is not in SET/, () => small({ field: 'constant: C, values: SET' })],
    [
      'structure-not-of-event',
      /ADT\^A04 is given the structure ADT_A04, and HL7 gives it ADT_A01/,
      () => ({
        ...small(),
        messages: small().messages.map((message) => ({ ...message, event: 'A04', structure: 'ADT_A04' })),
      }),
    ],
    [
      'unused-definition',
      /ZZZ is defined and never used/,
      () => profileOf(site(ADT, 'segments: { ZZZ: { fields: [ { name: x, datatype: ST } ] } }\n')),
    ],
  ];

  it.each(specimens)('%s %s', (code, message, make) => {
    const found = lintProfile(make());
    expect([...new Set(found.map((one) => one.code))]).toEqual([code]);
    expect(found.map((one) => one.message).join('\n')).toMatch(message);
    for (const { severity, remedy, place } of found) {
      expect(severity).toBe(code === 'regular-expression' ? 'error' : 'warning');
      expect(remedy).not.toBe('');
      expect(place.file).not.toBe('');
    }
  });

  it('has a specimen for every rule', () => {
    const known = new Set([...specimens.map(([code]) => code), 'does-not-compile']);
    expect(LINT_RULES.map(({ code }) => code).filter((code) => !known.has(code))).toEqual([]);
  });

  it('does-not-compile', () => {
    const profile = small();
    const [message] = profile.messages;
    if (message === undefined) throw new Error('no message');
    const broken: Profile = {
      ...profile,
      rules: {
        ...profile.rules,
        bindings: profile.rules.bindings.map(({ on, rule }) => ({ on, rule: { ...rule, target: '?' } })),
      },
    };
    expect(codes(broken)).toContain('does-not-compile');
  });
});

it('finds nothing in the base standard', () => {
  for (const [version, id] of [
    ['2.3', 'ORU_R01'],
    ['2.5.1', 'ADT_A01'],
    ['2.5.1', 'ORM_O01'],
    ['2.7', 'OML_O21'],
  ] as const) {
    expect(lintProfile(baseProfile(version, id))).toEqual([]);
  }
});

warnWithoutFixtures('that public profiles can be linted');

describe.skipIf(!hasFixtures)('public profiles', () => {
  it.each([...BUNDLES, ...CHAPTER_2B])('%s can be linted', (path) => {
    const loaded = loadProfile(path);
    if (loaded.kind === 'defective') throw new Error('it does not load');
    for (const { message, remedy } of lintProfile(loaded.profile)) {
      expect(message).not.toMatch(/undefined|NaN|\[object/);
      expect(remedy).not.toBe('');
    }
  });
});
