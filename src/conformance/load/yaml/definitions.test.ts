import { describe, expect, it } from 'vitest';
import { defectsOf, profileOf, site } from './testdata/load.js';

const LAB = `profile: { id: lab, name: Lab, hl7: 2.5.1, extends: nothing }
messages:
  - id: m1
    event: ORU^R01^ORU_R01
    name: Result
    identifier: X
    description: Words
    structure:
      - { segment: MSH_1, usage: R, cardinality: 1..1 }
      - group: RESULT
        id: G1
        usage: RE
        cardinality: 0..*
        children:
          - { segment: OBX_1, usage: R, cardinality: 1..* }
          - { choice: A|B, of: [ { segment: MSH_1 }, { segment: OBX_1, usage: X } ] }
segments:
  MSH_1: { name: MSH, text: Header, version: 2.5.1, fields: [ { name: One, datatype: ST_1, usage: R, cardinality: 1..1, length: NA, confLength: 1=, itemNo: 00001, hide: true } ] }
  OBX_1:
    name: OBX
    fields: [ { name: Type, datatype: ST_1, length: 1..NA }, { name: Value, datatype: ANY } ]
    mappings: [ { position: 2, by: 1, cases: [ { value: NM, second: x, datatype: ST_1 } ], second: '1.2' } ]
datatypes:
  ANY: { varies: true }
  ST_1: { name: ST, text: String, components: [] }
`;

describe('definitions in full', () => {
  it('are taken as they are written', () => {
    const profile = profileOf(LAB);
    expect(profile.messages).toMatchObject([
      {
        id: 'm1',
        type: 'ORU',
        event: 'R01',
        structure: 'ORU_R01',
        name: 'Result',
        identifier: 'X',
        description: 'Words',
        children: [
          { kind: 'segment', ref: 'MSH_1', usage: 'R', cardinality: { min: 1, max: 1 }, position: 1 },
          {
            kind: 'group',
            id: 'G1',
            name: 'RESULT',
            usage: 'RE',
            position: 2,
            children: [
              { ref: 'OBX_1', cardinality: { min: 1, max: Number.POSITIVE_INFINITY } },
              {
                kind: 'choice',
                name: 'A|B',
                position: 2,
                alternatives: [
                  { ref: 'MSH_1', position: 2 },
                  { ref: 'OBX_1', position: 2, usage: 'X' },
                ],
              },
            ],
          },
        ],
      },
    ]);
    expect(profile.segments.get('MSH_1')).toMatchObject({ name: 'MSH', description: 'Header', version: '2.5.1' });
    const [field] = profile.segments.get('MSH_1')?.fields ?? [];
    expect(field).toMatchObject({ usage: 'R', datatype: 'ST_1', confLength: '1=', itemNo: '00001', hide: true });
    expect(field).not.toHaveProperty('minLength');
    const [type] = profile.segments.get('OBX_1')?.fields ?? [];
    expect(type).toMatchObject({ minLength: 1 });
    expect(type).not.toHaveProperty('maxLength');
    expect(profile.segments.get('OBX_1')?.mappings).toEqual([
      {
        position: 2,
        reference: '1',
        secondReference: '1.2',
        cases: [{ value: 'NM', second: 'x', datatype: 'ST_1' }],
      },
    ]);
    expect(profile.datatypes.get('ANY')).toMatchObject({ varies: true, components: [] });
  });

  it('have rules by the definition to which they are attached', () => {
    const profile = profileOf(`${LAB}rules:
  - on: { segment: OBX_1 }
    must: [ { id: S1, text: Words, assert: { present: OBX-2 }, reference: { chapter: 2, generatedBy: TCAMT } } ]
    when: [ { target: 'OBX-1[1]', usage: C(R/X), if: { id: P1, text: If, condition: { present: '2[1]' } } }, { target: '2[1]', usage: C(O/X), if: words } ]
  - on: { segment: OBX, by: name }
    values: [ { target: OBX-1, sets: [A, B], strength: R, at: [1] }, { target: '.', sets: [A] } ]
    codes: [ { target: OBX-1, code: x, system: L, locations: [ { code: . } ] } ]
  - on: { datatype: ST_1 }
    must: [ { equals: [ST.1.2, x] } ]
  - on: { group: G1 }
    keyed: [ { text: k, entries: [ { key: { equals: ['1[1]', a] }, must: [ { present: '1[1].2[1]' } ] } ] } ]
  - on: { message: m1, by: id }
    must: [ { within: { path: '2[*]', holds: { present: '1[1]' } } } ]
`);
    const { statements, predicates, bindings, singleCodes, keyed } = profile.rules;
    expect(statements).toMatchObject([
      {
        on: { kind: 'segment', by: 'id', value: 'OBX_1' },
        rule: {
          id: 'S1',
          description: 'Words',
          assertion: { path: '2[*]' },
          reference: { chapter: '2', generatedBy: 'TCAMT' },
        },
      },
      { on: { kind: 'datatype', value: 'ST_1' }, rule: { id: '', assertion: { path: '1[1].2[1]' } } },
      {
        on: { kind: 'message', value: 'm1' },
        rule: { assertion: { path: '2[*]', assertion: { kind: 'presence', path: '1[1]' } } },
      },
    ]);
    expect(predicates).toMatchObject([
      {
        rule: {
          id: 'P1',
          description: 'If',
          target: '1[1]',
          whenTrue: 'R',
          whenFalse: 'X',
          condition: { path: '2[1]' },
        },
      },
      { rule: { description: 'words', target: '2[1]' } },
    ]);
    expect(predicates[1]?.rule).not.toHaveProperty('condition');
    expect(bindings).toMatchObject([
      {
        on: { by: 'name', value: 'OBX' },
        rule: { target: '1[*]', sets: ['A', 'B'], strength: 'R', locations: [{ code: '1[1]', system: '3[1]' }] },
      },
      { rule: { target: '.', locations: [] } },
    ]);
    expect(singleCodes).toMatchObject([{ rule: { code: 'x', system: 'L', locations: [{ code: '.' }] } }]);
    expect(keyed).toMatchObject([
      {
        on: { kind: 'group', value: 'G1' },
        rule: { description: 'k', entries: [{ key: { path: '1[1]' }, assertions: [{ path: '1[1].2[1]' }] }] },
      },
    ]);
  });

  it('have slicings and order-indifferent contexts by positions', () => {
    const profile = profileOf(`${LAB}slicings:
  - of: segments
    message: m1
    context: G1
    slicings:
      - { position: 1, slices: [ { use: OBX_1, text: t, when: { present: '1[1]' } } ] }
      - { position: 2, occurrences: [ { use: OBX_1, occurrence: 2 } ] }
orderIndifferent:
  - path: '2[*]'
    patterns:
      - cardinality: 2
        triggerMessage: none
        trigger: { present: '1[1]' }
        must: [ { id: c, assert: { present: '2[1]' } } ]
        contexts: [ { path: '1[*]', patterns: [] } ]
`);
    expect(profile.slicings).toMatchObject([
      {
        kind: 'segments',
        message: 'm1',
        context: 'G1',
        slicings: [
          { kind: 'assertion', position: 1, slices: [{ ref: 'OBX_1', description: 't', assertion: { path: '1[1]' } }] },
          { kind: 'occurrence', position: 2, slices: [{ ref: 'OBX_1', occurrence: 2 }] },
        ],
      },
    ]);
    expect(profile.rules.orderIndifferent).toMatchObject([
      {
        path: '2[*]',
        patterns: [
          {
            cardinality: 2,
            triggerMessage: 'none',
            trigger: { path: '1[1]' },
            constraints: [{ id: 'c', assertion: { path: '2[1]' } }],
            contexts: [{ path: '1[*]', patterns: [] }],
          },
        ],
      },
    ]);
  });

  it.each([
    ['messages: [ { event: ADT^A01, structure: "MSH [" } ]', 'structure-notation'],
    ['messages: [ { event: ADT^A01, structure: MSH ZZZ } ]', 'dangling-segment'],
    ['messages: [ { event: ADT^A01, structure: [ { segment: MSH, usgae: R } ] } ]', 'yaml-form'],
    ['segments: { ZZZ: { extends: ZZY } }', 'dangling-segment'],
    ['segments: { ZZZ: { fields: [ { name: x, datatype: ZZ } ] } }', 'dangling-datatype'],
    ['datatypes: { Z: { extends: CX, elements: { 77: R } } }', 'unknown-element'],
    ['datatypes: { Z: { extends: CX, elements: { x: R } } }', 'unknown-element'],
    ['rules: [ { on: { field: x } } ]', 'yaml-form'],
    ['rules: [ { on: { segment: PID }, when: [ { target: 1, usage: R, if: x } ] } ]', 'condition-without-outcome'],
    ['slicings: [ { of: groups, context: x, slicings: [] } ]', 'yaml-form'],
  ])('are refused where they are wrong: %s', (text, code) => {
    expect(defectsOf(site('ADT^A01', `${text}\n`)).map((defect) => defect.split(/[ :]/)[1])).toEqual([code]);
  });
});
