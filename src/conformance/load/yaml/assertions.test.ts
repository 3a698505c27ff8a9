import { describe, expect, it } from 'vitest';
import type { Assertion } from '../../model/assertion.js';
import { defectsOf, profileOf, site } from './testdata/load.js';

/** What is read when the assertion stands under the segment PID. */
function read(written: string): Assertion | undefined {
  return profileOf(site('ADT^A01^ADT_A01', `elements: { PID: { must: ${written} } }\n`)).rules.statements[0]?.rule
    .assertion;
}

describe('assertions in YAML', () => {
  it.each<[string, Assertion]>([
    ['{ present: PID-7 }', { kind: 'presence', path: '7[1]' }],
    ['{ absent: PID-7 }', { kind: 'not', of: { kind: 'presence', path: '7[1]' } }],
    ['{ equals: [PID-8, F] }', { kind: 'plain-text', path: '8[1]', text: 'F', ignoreCase: false }],
    [
      '{ equals: { path: PID-8, text: f, ignoreCase: true, atLeastOnce: false, whenAbsent: FAIL } }',
      { kind: 'plain-text', path: '8[1]', text: 'f', ignoreCase: true, atLeastOnce: false, whenAbsent: 'FAIL' },
    ],
    [
      '{ equals: { path: PID-3.5, text: MR, min: 1, max: "*" } }',
      { kind: 'plain-text', path: '3[*].5[1]', text: 'MR', ignoreCase: false, min: 1, max: Number.POSITIVE_INFINITY },
    ],
    ["{ matches: [PID-8, '[FM]'] }", { kind: 'format', path: '8[1]', regex: '[FM]' }],
    ['{ in: [PID-8, [F, M]] }', { kind: 'string-list', path: '8[1]', values: ['F', 'M'] }],
    ['{ in: [PID-8, F, M] }', { kind: 'string-list', path: '8[1]', values: ['F', 'M'] }],
    ['{ in: [PID-8, F] }', { kind: 'string-list', path: '8[1]', values: ['F'] }],
    ['{ inNumbers: [PID-1, [1, 2.5]] }', { kind: 'number-list', path: '1[1]', values: ['1', '2.5'] }],
    [
      "{ compare: [PID-1, '>=', 7] }",
      { kind: 'simple-value', path: '1[1]', operator: 'GE', value: '7', type: 'Number' },
    ],
    [
      '{ compare: { path: PID-1, operator: NE, value: x, type: DateTime, truncated: true, identicalEquality: true } }',
      {
        kind: 'simple-value',
        path: '1[1]',
        operator: 'NE',
        value: 'x',
        type: 'DateTime',
        truncated: true,
        identicalEquality: true,
      },
    ],
    [
      "{ comparePaths: { path1: PID-1, operator: '<', path2: PID-25, path1Mode: AtLeastOne, path2Mode: 2 } }",
      { kind: 'path-value', path1: '1[1]', operator: 'LT', path2: '25[1]', path1Mode: 'AtLeastOne', path2Mode: 2 },
    ],
    [
      "{ compareElements: [PID-3, '!=', PID-4] }",
      { kind: 'complex-path-value', path1: '3[*]', operator: 'NE', path2: '4[*]', strict: true },
    ],
    ['{ checkDigit: [PID-2, LOINC] }', { kind: 'string-format', path: '2[1].1[1]', format: 'LOINC' }],
    [
      '{ codeIn: { path: PID-10, set: HL70005, strength: S, at: [1, 4] } }',
      {
        kind: 'value-set',
        path: '10[*]',
        valueSet: 'HL70005',
        strength: 'S',
        locations: [
          { code: '1[1]', system: '3[1]' },
          { code: '4[1]', system: '6[1]' },
        ],
      },
    ],
    ['{ isNull: PID-5 }', { kind: 'is-null', path: '5[*]' }],
    ['{ function: good }', { kind: 'plugin', name: 'good', parameters: {} }],
    [
      '{ function: { name: good, parameters: { limit: 3 } } }',
      { kind: 'plugin', name: 'good', parameters: { limit: '3' } },
    ],
    [
      '{ all: [{ present: PID-7 }, { present: PID-8 }] }',
      {
        kind: 'for-all',
        of: [
          { kind: 'presence', path: '7[1]' },
          { kind: 'presence', path: '8[1]' },
        ],
      },
    ],
    ['{ any: [{ present: PID-7 }] }', { kind: 'exists', of: [{ kind: 'presence', path: '7[1]' }] }],
    ...(['and', 'or', 'xor'] as const).map((kind): [string, Assertion] => [
      `{ ${kind}: [{ present: PID-7 }, { present: PID-8 }] }`,
      { kind, left: { kind: 'presence', path: '7[1]' }, right: { kind: 'presence', path: '8[1]' } },
    ]),
    [
      '{ if: { present: PID-7 }, then: { not: { present: PID-8 } } }',
      {
        kind: 'implies',
        left: { kind: 'presence', path: '7[1]' },
        right: { kind: 'not', of: { kind: 'presence', path: '8[1]' } },
      },
    ],
  ])('%s', (written, assertion) => {
    expect(read(written)).toEqual(assertion);
  });

  it.each([
    ['{ presnt: PID-7 }', 'assertion-unknown: "presnt" is no assertion'],
    ['{ present: PID-7, absent: PID-8 }', 'assertion-unknown: "present, absent" is no assertion'],
    ['[]', undefined],
    ['PID-7', 'assertion-unknown: this is no assertion'],
    ['{ equals: [PID-7] }', 'yaml-form: elements.PID.must.equals.text: "text" is missing'],
    ['{ equals: [PID-7, 1, 2] }', 'yaml-form: elements.PID.must.equals.value 3: unknown key "value 3"'],
    [
      '{ equals: { path: PID-7, text: x, whenAbsent: NO } }',
      'yaml-form: elements.PID.must.equals.whenAbsent: "NO" is not allowed',
    ],
    ['{ compare: [PID-7, like, 3] }', 'yaml-form: elements.PID.must.compare.operator: "like" is no comparison'],
    ['{ and: [{ present: PID-7 }] }', 'assertion-not-two: and joins exactly two assertions'],
    ['{ all: { present: PID-7 } }', 'assertion-no-list: here stands a list of assertions'],
    ['{ within: { path: PID-3 } }', 'assertion-unknown: this is no assertion'],
    ['{ checkDigit: [PID-7, ICD] }', 'yaml-form: elements.PID.must.checkDigit.format: "ICD" is not allowed'],
  ])('refuses %s', (written, defect) => {
    const yaml = site('ADT^A01^ADT_A01', `elements: { PID: { must: ${written} } }\n`);
    if (defect === undefined) expect(profileOf(yaml).rules.statements).toEqual([]);
    else expect(defectsOf(yaml)).toEqual([`6 ${defect}`]);
  });

  it('refuses what is nested without end', () => {
    const deep = `${'{ not: '.repeat(70)}{ present: PID-7 }${' }'.repeat(70)}`;
    expect(defectsOf(site('ADT^A01', `elements: { PID: { must: ${deep} } }\n`))[0]).toMatch(/^6 assertion-too-deep/);
  });
});
