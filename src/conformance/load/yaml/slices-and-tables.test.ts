import { describe, expect, it } from 'vitest';
import { defectsOf, profileOf, site } from './testdata/load.js';

describe('slices of a site', () => {
  it('put flavours in the place of occurrences', () => {
    const profile = profileOf(
      site(
        'VXU^V04^VXU_V04',
        `segments: { RXA_NO: { extends: RXA, elements: { 18: { usage: R, values: [00] }, 18.1: { must: { present: .}} } } }
datatypes: { XTN_HOME: { extends: XTN, elements: { 3: R } } }
slices:
  ORDER.RXA: [ { use: RXA_NO, when: { equals: [RXA-20, RE] } } ]
  PID-13: [ { use: XTN_HOME, occurrence: 1, text: home } ]
elements: { RXA-5: { text: What } }
`,
      ),
    );
    expect(profile.slicings).toMatchObject([
      {
        kind: 'segments',
        message: 'VXU_V04',
        context: 'VXU_V04.ORDER',
        slicings: [
          {
            kind: 'assertion',
            position: 3,
            slices: [{ ref: 'RXA_NO', description: 'RXA-20 is "RE".', assertion: { path: '20[1]', text: 'RE' } }],
          },
        ],
      },
      {
        kind: 'fields',
        context: 'PID',
        slicings: [{ kind: 'occurrence', position: 13, slices: [{ ref: 'XTN_HOME', occurrence: 1 }] }],
      },
    ]);
    expect(profile.segments.get('RXA_NO')?.fields[17]).toMatchObject({ usage: 'R' });
    expect(profile.datatypes.get('XTN_HOME')?.name).toBe('XTN');
  });

  it('are changed with the segment that they slice', () => {
    const files = {
      'other.yaml': site(
        'VXU^V04^VXU_V04',
        'segments: { RXA_NO: { extends: RXA } }\nslices: { ORDER.RXA: [ { use: RXA_NO, when: { equals: [RXA-20, RE] } } ] }\n',
      ),
    };
    const profile = profileOf(
      'profile: { id: x, name: n, extends: other.yaml }\nelements: { RXA-5: { text: What } }',
      files,
    );
    expect(profile.segments.get('RXA')?.fields[4]?.description).toBe('What');
    expect(profile.segments.get('RXA_NO')?.fields[4]?.description).toBe('What');
  });

  it.each([
    ['ORDER: [ { use: RXA, occurrence: 1 } ]', 'slices-where'],
    ['ORDER.RXA: [ { use: RXA_X, occurrence: 1 } ]', 'dangling-slice'],
    ['ORDER.RXA: [ { use: RXA, when: { present: ORC-1 } } ]', 'rule-path'],
    ['ORDER.RXY: [ { use: RXA, occurrence: 1 } ]', 'unknown-element'],
  ])('are refused: %s', (text, code) => {
    const defects = defectsOf(site('VXU^V04^VXU_V04', `slices:\n  ${text}\n`));
    expect(defects.map((defect) => defect.split(/[ :]/)[1])).toEqual([code]);
  });
});

describe('co-constraints of a site', () => {
  it('are written by names', () => {
    const profile = profileOf(
      site(
        'ORU^R01^ORU_R01',
        `coConstraints:
  - context: ORDER_OBSERVATION
    segment: OBSERVATION.OBX
    condition: { text: Only glucose, assert: { equals: [OBR-4, GLU] } }
    groupBy: [OBX-4]
    rows:
      - usage: R
        cardinality: 1..1
        if: [ { path: OBX-3, code: 8302-2, system: LN } ]
        then: [ { path: OBX-2, text: NM }, { path: OBX-6, values: { codes: [cm] } }, { path: OBX-8, values: HL70078 } ]
    groups: [ { name: G, usage: O, primary: { usage: R }, others: [ { usage: S } ] } ]
`,
      ),
    );
    expect(profile.coConstraints).toMatchObject([
      {
        message: 'ORU_R01',
        contextName: 'ORDER_OBSERVATION',
        contextPath: '3[*].2[*]',
        segmentName: 'OBX',
        segmentPath: '6[*].1[1]',
        tables: [
          {
            condition: { description: 'Only glucose', assertion: { path: '2[1].4[1].1[1]', text: 'GLU' } },
            groupIds: [{ priority: 1, path: '4[1]', name: 'OBX-4' }],
            rows: [
              {
                usage: 'R',
                cardinality: { min: 1, max: 1 },
                selectors: [
                  {
                    kind: 'code',
                    path: '3[1]',
                    name: 'OBX-3',
                    code: '8302-2',
                    system: 'LN',
                    locations: [{ position: 1, code: '1[1]', system: '3[1]' }],
                  },
                ],
                constraints: [
                  { kind: 'plain-text', path: '2[1]', value: 'NM' },
                  {
                    kind: 'value-set',
                    path: '6[1]',
                    bindings: [{ target: '.', strength: 'R', locations: [{ code: '1[1]' }] }],
                  },
                  { kind: 'value-set', path: '8[*]', bindings: [{ sets: ['HL70078'] }] },
                ],
              },
            ],
            groups: [{ name: 'G', usage: 'O', primary: { usage: 'R' }, others: [{ usage: 'S' }] }],
          },
        ],
      },
    ]);
  });

  it('may name value sets that are not there, as IGAMT does: the linter tells', () => {
    const text =
      '{ context: ORDER_OBSERVATION, segment: OBR, rows: [ { usage: R, then: [ { path: OBR-4, values: NO } ] } ] }';
    const profile = profileOf(site('ORU^R01^ORU_R01', `coConstraints: [ ${text} ]\n`));
    expect(profile.coConstraints).toMatchObject([
      { tables: [{ rows: [{ constraints: [{ bindings: [{ sets: ['NO'] }] }] }] }] },
    ]);
  });

  it.each([
    ['{ context: ORDER, segment: OBR }', 'unknown-element'],
    ['{ context: ORDER_OBSERVATION, segment: NTE }', 'unknown-element'],
    ['{ message: none, context: ORDER_OBSERVATION, segment: OBR }', 'dangling-message'],
    ['{ context: ORDER_OBSERVATION, segment: OBR, rows: [ { usage: R, if: [ { path: OBR-4 } ] } ] }', 'cell-unclear'],
    [
      '{ context: ORDER_OBSERVATION, segment: OBR, rows: [ { usage: R, if: [ { path: PID-4, text: x } ] } ] }',
      'rule-path',
    ],
  ])('are refused: %s', (text, code) => {
    const defects = defectsOf(site('ORU^R01^ORU_R01', `coConstraints: [ ${text} ]\n`));
    expect(defects.map((defect) => defect.split(/[ :]/)[1])).toEqual([code]);
  });
});
