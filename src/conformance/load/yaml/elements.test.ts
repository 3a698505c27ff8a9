import { describe, expect, it } from 'vitest';
import type { Profile } from '../../model/profile.js';
import type { ElementDefinition, StructureNode } from '../../model/structure.js';
import { defectsOf, profileOf, site } from './testdata/load.js';

const ADT = 'ADT^A01^ADT_A01';

/** The field or component at positions below a segment definition. */
function element(profile: Profile, segment: string, ...positions: readonly number[]): ElementDefinition | undefined {
  let elements = profile.segments.get(segment)?.fields ?? [];
  let found: ElementDefinition | undefined;
  for (const position of positions) {
    found = elements.find((one) => one.position === position);
    elements = profile.datatypes.get(found?.datatype ?? '')?.components ?? [];
  }
  return found;
}

/** Ids of segments at a place, `ORDER.NTE`, by the path of names. */
function refs(nodes: readonly StructureNode[], name: string): readonly string[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'segment') return node.ref.startsWith(name) ? [node.ref] : [];
    return refs(node.kind === 'group' ? node.children : node.alternatives, name);
  });
}

describe('elements of a site profile', () => {
  it('says usage, cardinality, length, constant, words and requirement', () => {
    const profile = profileOf(
      site(
        ADT,
        `elements:
  PID-3: { usage: R, cardinality: 1..3, length: 1..20, text: The number, requirement: REQ-1, name: Ids }
  PID-7: RE
  PID-4, PID-19: X
  MSH-11: { constant: T }
  PID-8: { constant: F, length: 5 }
  PID-9: { length: NA }
  PID-18: { usage: C }
  PID-2.1: { confLength: 20= }
`,
      ),
    );
    expect(element(profile, 'PID', 3)).toMatchObject({
      name: 'Ids',
      usage: 'R',
      cardinality: { min: 1, max: 3 },
      minLength: 1,
      maxLength: 20,
      description: 'The number',
      requirement: 'REQ-1',
      place: { line: 7, column: 3 },
    });
    expect(element(profile, 'PID', 7)).toMatchObject({ usage: 'RE', cardinality: { min: 0, max: 1 } });
    expect(element(profile, 'PID', 4)).toMatchObject({ usage: 'X', cardinality: { min: 0, max: 0 } });
    expect(element(profile, 'PID', 19)).toMatchObject({ usage: 'X' });
    expect(element(profile, 'MSH', 11)?.constant).toBeUndefined();
    expect(element(profile, 'MSH', 11, 1)?.constant).toBe('T');
    expect(element(profile, 'PID', 8)).toMatchObject({ constant: 'F', minLength: 1, maxLength: 5 });
    expect(element(profile, 'PID', 9)).not.toHaveProperty('maxLength');
    expect(element(profile, 'PID', 18)).toMatchObject({ usage: 'C' });
    expect(element(profile, 'PID', 2, 1)).toMatchObject({ confLength: '20=' });
    expect(element(profile, 'PID', 2, 1)).not.toHaveProperty('maxLength');
  });

  it('lets the cardinality follow the usage where it is not said', () => {
    const profile = profileOf(site(ADT, 'elements: { PID-13: R, PID-3: O, NK1: R, PV2: X }'));
    expect(element(profile, 'PID', 13)?.cardinality).toEqual({ min: 1, max: Number.POSITIVE_INFINITY });
    expect(element(profile, 'PID', 3)?.cardinality).toEqual({ min: 0, max: Number.POSITIVE_INFINITY });
    const node = (name: string) =>
      profile.messages[0]?.children.find((one) => one.kind === 'segment' && one.ref === name);
    expect(node('NK1')).toMatchObject({ usage: 'R', cardinality: { min: 1, max: Number.POSITIVE_INFINITY } });
    expect(node('PV2')).toMatchObject({ usage: 'X', cardinality: { min: 0, max: 0 } });
  });

  it('touches no other field of the same data type', () => {
    const profile = profileOf(site(ADT, 'elements: { PID-3.4.1: { usage: R, constant: HOSP } }'));
    expect(element(profile, 'PID', 3, 4, 1)).toMatchObject({ usage: 'R', constant: 'HOSP' });
    expect(element(profile, 'PID', 18, 4, 1)).toMatchObject({ usage: 'O' });
    expect(element(profile, 'PID', 3, 6, 1)).toMatchObject({ usage: 'O' });
    expect(element(profile, 'PID', 3)?.datatype).toBe('CX@PID-3');
    expect(profile.datatypes.get('CX@PID-3')?.name).toBe('CX');
    const tables = profile.rules.bindings.filter(({ on }) => on.value === 'CX@PID-3').map(({ rule }) => rule.sets[0]);
    expect(tables).toContain('HL70203');
  });

  it('touches only the places that the path names', () => {
    const profile = profileOf(site('ORU^R01^ORU_R01', 'elements: { OBSERVATION.NTE-3: R, PATIENT.NTE: X }'));
    expect(refs(profile.messages[0]?.children ?? [], 'NTE')).toEqual(['NTE', 'NTE', 'NTE@OBSERVATION.NTE']);
    expect(element(profile, 'NTE', 3)?.usage).toBe('O');
    expect(element(profile, 'NTE@OBSERVATION.NTE', 3)?.usage).toBe('R');
  });

  it('gives the last word to the path that names more groups, wherever it stands', () => {
    const profile = profileOf(site('ORU^R01^ORU_R01', 'elements: { OBSERVATION.NTE-3: RE, NTE-3: R, NTE-2: X }'));
    expect(element(profile, 'NTE', 3)?.usage).toBe('R');
    expect(element(profile, 'NTE@OBSERVATION.NTE', 3)?.usage).toBe('RE');
    expect(element(profile, 'NTE@OBSERVATION.NTE', 2)?.usage).toBe('X');
  });

  it('finds places at any depth and siblings of one name', () => {
    const any = profileOf(site('ORU^R01^ORU_R01', 'elements: { ORDER_OBSERVATION..OBX-8: R }'));
    expect(refs(any.messages[0]?.children ?? [], 'OBX')).toEqual(['OBX', 'OBX']);
    expect(element(any, 'OBX', 8)?.usage).toBe('R');
    const second = profileOf(site('ADT^A17^ADT_A17', 'elements: { PID(2)-8: R }'));
    expect(refs(second.messages[0]?.children ?? [], 'PID')).toEqual(['PID', 'PID@ADT_A17.PID(2)']);
  });

  it('reaches groups and the alternatives of a choice', () => {
    const profile = profileOf(
      site('ORM^O01^ORM_O01', 'elements: { PATIENT: R, ORDER_DETAIL.OBR-4: { text: What }, ORDER_DETAIL.RQD: X }'),
    );
    expect(profile.messages[0]?.children[2]).toMatchObject({
      name: 'PATIENT',
      usage: 'R',
      cardinality: { min: 1, max: 1 },
    });
    expect(element(profile, 'OBR', 4)?.description).toBe('What');
    expect(JSON.stringify(profile.messages)).toMatch(
      /"usage":"X","cardinality":\{"min":0,"max":0\},"ref":"RQD"|"ref":"RQD"[^}]*"usage":"X"/,
    );
  });

  it('adds segments of the standard and of the site', () => {
    const profile = profileOf(
      site(
        ADT,
        `segments:
  ZPI:
    text: More about the patient
    fields:
      - { name: Set ID, datatype: SI, usage: R, length: 1..4 }
      - { name: Consent, datatype: ID, values: { Y: Yes, N: No } }
elements:
  ZPI: { after: PID, usage: RE }
  ZPI-2: R
  INSURANCE.NTE: { before: IN2, cardinality: 0..* }
`,
      ),
    );
    expect(profile.messages[0]?.children.slice(3, 5)).toMatchObject([
      { ref: 'PID', position: 4 },
      { ref: 'ZPI', position: 5, usage: 'RE', cardinality: { min: 0, max: 1 } },
    ]);
    expect(element(profile, 'ZPI', 1)).toMatchObject({ usage: 'R', cardinality: { min: 1, max: 1 }, maxLength: 4 });
    expect(element(profile, 'ZPI', 2)).toMatchObject({ usage: 'R', minLength: 1, maxLength: Number.POSITIVE_INFINITY });
    const insurance = profile.messages[0]?.children.find((one) => one.kind === 'group' && one.name === 'INSURANCE');
    expect(insurance).toMatchObject({
      children: [{ ref: 'IN1' }, { ref: 'NTE' }, { ref: 'IN2' }, { ref: 'IN3' }, { ref: 'ROL' }],
    });
    expect(profile.segments.has('NTE')).toBe(true);
  });

  it('gives a field another data type, or those that another field names', () => {
    const profile = profileOf(
      site(
        'ORU^R01^ORU_R01',
        `datatypes:
  CWE_LAB: { extends: CWE, elements: { 1: R, 3: { usage: R, values: [LN] } } }
elements:
  PID-3: { datatype: CX_MRN }
  PID-3.5: { usage: R }
  OBX-5: { mapping: { by: OBX-2, cases: { NM: NM, CWE: CWE_LAB } } }
  OBX-3: { datatype: CWE_LAB }
`.replace('CWE_LAB: {', 'CX_MRN: { extends: CX, elements: { 1: { length: 1..8 } } }\n  CWE_LAB: {'),
      ),
    );
    expect(element(profile, 'PID', 3, 1)?.maxLength).toBe(8);
    expect(element(profile, 'PID', 3, 5)?.usage).toBe('R');
    expect(profile.segments.get('OBX')?.mappings).toEqual([
      {
        position: 5,
        reference: '2',
        cases: [
          { value: 'NM', datatype: 'NM' },
          { value: 'CWE', datatype: 'CWE_LAB' },
        ],
      },
    ]);
    expect(element(profile, 'OBX', 3, 1)?.usage).toBe('R');
  });

  it('changes a data type everywhere where it is named itself', () => {
    const profile = profileOf(site(ADT, 'datatypes: { HD: { elements: { 1: R } } }'));
    expect(element(profile, 'PID', 3, 4, 1)?.usage).toBe('R');
    expect(element(profile, 'PID', 18, 4, 1)?.usage).toBe('R');
  });

  it('replaces a structure by one in the notation of the standard', () => {
    const text = "messages:\n  - { event: ADT^A01^ADT_A01, structure: 'MSH EVN PID [{<INS: IN1 [IN2]>}] [ZZZ]' }\n";
    const profile = profileOf(site(ADT, `segments: { ZZZ: { fields: [ { name: One, datatype: ST } ] } }\n${text}`));
    expect(profile.messages).toHaveLength(1);
    expect(profile.messages[0]?.children).toMatchObject([
      { ref: 'MSH', usage: 'R' },
      { ref: 'EVN' },
      { ref: 'PID' },
      { id: 'ADT_A01.INS', name: 'INS', usage: 'O', children: [{ ref: 'IN1' }, { ref: 'IN2' }] },
      { ref: 'ZZZ', usage: 'O' },
    ]);
  });

  it.each([
    ['PIT-3: R', 'unknown-element: there is no PIT in the structure'],
    ['PID-99: R', 'unknown-element: "PID-99" does not exist: PID has 39 of them'],
    ['PID-8.2: R', 'unknown-element: "PID-8.2" does not exist: IS has no components'],
    ['OBSERVATION.OBX-3: R', 'unknown-element: there is no OBSERVATION.OBX in the structure'],
    ['OBX-5.1: R', 'unknown-element: "OBX-5.1": another field tells the data type here'],
    ['PID-3[1]: R', 'unknown-element: "PID-3[1]" names no element'],
    ['"PID-3 R": R', 'unknown-element: "PID-3 R" names no element'],
    ['PID-3: Q', 'yaml-form: elements.PID-3.usage: "Q" is no usage'],
    [
      'PID-3: { cardinality: 3..1 }',
      'yaml-form: elements.PID-3.cardinality: "3..1" has its bounds the wrong way round',
    ],
    ['PID-3: { cardinality: many }', 'yaml-form: elements.PID-3.cardinality: "many" is no cardinality'],
    ['PID-3: { length: 20.. }', 'yaml-form: elements.PID-3.length: "20.." is no length'],
    ['PID-3: { confLength: 20* }', 'yaml-form: elements.PID-3.confLength: "20*" is no conformance length'],
    ['PID-3: { usgae: R }', 'yaml-form: elements.PID-3.usgae: unknown key "usgae"'],
    ['PID-3: { datatype: CXX }', 'dangling-datatype: there is no data type CXX'],
    ['PID: { segment: PIX }', 'dangling-segment: there is no segment PIX'],
    ['PID: { length: 1..3 }', 'not-for-segments: a segment or group has no length'],
    ['ZPI: { after: PID }', 'unknown-element: there is no segment ZPI'],
    ['NTE: { after: PIT }', 'unknown-element: there is no PIT beside which NTE could stand'],
    ['OBX-5: { mapping: { by: OBX-2, cases: { NM: NMM } } }', 'dangling-datatype: there is no data type NMM'],
    ['OBX-5: { mapping: { by: MSH, cases: {} } }', 'mapping-reference: "MSH" is no field of this segment'],
    ['PID-5: { when: { present: PID-3 } }', 'condition-without-outcome: when: needs a conditional usage'],
  ])('refuses %s', (entry, defect) => {
    expect(defectsOf(site(ADT, `elements:\n  ${entry}\n`))).toEqual([`7 ${defect}`]);
  });

  it('tells all mistakes at once, in the order in which they are found', () => {
    expect(defectsOf(site(ADT, 'elements:\n  PID-3: Q\n  PIT: R\n  PID-8: { values: NONE }\n'))).toEqual([
      '7 yaml-form: elements.PID-3.usage: "Q" is no usage',
      '8 unknown-element: there is no PIT in the structure',
      '9 dangling-value-set: there is no value set NONE',
    ]);
  });
});
