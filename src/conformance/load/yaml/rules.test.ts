import { describe, expect, it } from 'vitest';
import type { Profile } from '../../model/profile.js';
import { defectsOf, profileOf, site } from './testdata/load.js';

const ADT = 'ADT^A01^ADT_A01';
const ORU = 'ORU^R01^ORU_R01';

/** `kind id | assertion` of the statements that have no other id than that of their element. */
const statements = (profile: Profile) =>
  profile.rules.statements.map(({ on, rule }) => ({ on: `${on.kind} ${on.value}`, assertion: rule.assertion }));

const predicates = (profile: Profile) =>
  profile.rules.predicates.map(({ on, rule }) => ({
    on: `${on.kind} ${on.value}`,
    target: rule.target,
    outcome: `${rule.whenTrue}/${rule.whenFalse}`,
    condition: rule.condition,
  }));

describe('where a statement is judged', () => {
  it.each([
    ['components of one field: each repetition', ADT, 'PID-3', '{ present: PID-3.4 }', 'datatype CX@PID-3', '4[1]'],
    [
      'the field itself: each repetition',
      ADT,
      'PID-3.1',
      "{ matches: [PID-3.1, '[0-9]+'] }",
      'datatype ST@PID-3.1',
      '.',
    ],
    ['relative to the element', ADT, 'PID-3', '{ present: .4.1 }', 'datatype CX@PID-3', '4[1].1[1]'],
    ['positions from the element', ADT, 'PID', "{ present: '3[2].4[1]' }", 'segment PID', '3[2].4[1]'],
    ['another field: the segment', ADT, 'PID-3', '{ present: PID-5 }', 'segment PID', '5[*]'],
    ['a field that is asked for: the segment', ADT, 'PID-3', '{ present: PID-3 }', 'segment PID', '3[*]'],
    ['a repetition that is named: the segment', ADT, 'PID-3', '{ present: "PID-3[1].4" }', 'segment PID', '3[1].4[1]'],
    ['a field that does not repeat', ADT, 'PID', '{ present: PID-7 }', 'segment PID', '7[1]'],
    ['a composite where a value is wanted', ADT, 'PID', '{ equals: [PID-3, 1] }', 'segment PID', '3[*].1[1]'],
    ['several levels of first components', ADT, 'PID', '{ equals: [PID-5, DOE] }', 'segment PID', '5[*].1[1].1[1]'],
    ['another segment: the message', ADT, 'PID-8', '{ present: PV1-2 }', 'message ADT_A01', '8[1].2[1]'],
    ['what OBX-2 tells: the segment', ORU, 'OBX-5', '{ equals: [OBX-5, 1] }', 'segment OBX', '5[*]'],
    ['its own occurrence of the segment', ORU, 'OBX-5', '{ present: OBX-3 }', 'segment OBX', '3[1]'],
    [
      'a segment in the same group',
      ORU,
      'OBSERVATION.NTE',
      '{ present: OBX-3 }',
      'group ORU_R01.PATIENT_RESULT.ORDER_OBSERVATION.OBSERVATION',
      '1[1].3[1]',
    ],
    [
      'a segment of the group around',
      ORU,
      'OBSERVATION.OBX',
      '{ present: OBR-4 }',
      'group ORU_R01.PATIENT_RESULT.ORDER_OBSERVATION',
      '2[1].4[1]',
    ],
    [
      'a segment far away',
      ORU,
      'OBSERVATION.OBX',
      '{ present: PID-5 }',
      'group ORU_R01.PATIENT_RESULT',
      '1[1].1[1].5[*]',
    ],
    [
      'below a group',
      ORU,
      'ORDER_OBSERVATION',
      '{ present: OBSERVATION.NTE-3 }',
      'group ORU_R01.PATIENT_RESULT.ORDER_OBSERVATION',
      '6[*].2[*].3[*]',
    ],
    [
      'one that is counted: the segment',
      ADT,
      'PID-3',
      '{ equals: { path: .5, text: MR, atLeastOnce: true } }',
      'segment PID',
      '3[*].5[1]',
    ],
    ['a number of the occurrence: the segment', ORU, 'OBX-1', '{ setId: OBX-1 }', 'segment OBX', '1[1]'],
  ])('%s', (_, message, key, assertion, on, path) => {
    const profile = profileOf(site(message, `elements:\n  ${key}: { must: ${assertion} }\n`));
    const [found] = statements(profile);
    expect(found).toMatchObject({ on, assertion: { path } });
  });

  it('holds both sides of a comparison, and what stands inside within', () => {
    const profile = profileOf(
      site(
        ADT,
        `elements:
  PV1-44: { must: { comparePaths: [PV1-44, '<=', PV1-45] } }
  PID: { must: { within: { path: PID-3, holds: { present: .4 }, atLeastOnce: true } } }
  NK1: { must: { setIdWithin: { parent: NK1, element: NK1-1 } } }
`,
      ),
    );
    expect(statements(profile)).toEqual([
      {
        on: 'segment PV1',
        assertion: { kind: 'path-value', path1: '44[1].1[1]', operator: 'LE', path2: '45[*].1[1]' },
      },
      {
        on: 'segment PID',
        assertion: {
          kind: 'sub-context',
          path: '3[*]',
          atLeastOnce: true,
          assertion: { kind: 'presence', path: '4[1]' },
        },
      },
      { on: 'message ADT_A01', assertion: { kind: 'iz-set-id', parent: '7[*]', element: '1[1]' } },
    ]);
  });

  it('is one rule for all places of a segment, and one for each group', () => {
    const profile = profileOf(
      site(
        'OML^O21^OML_O21',
        'elements:\n  NTE: { must: { present: NTE-3 } }\n  TIMING.TQ1: { must: { present: ORC-1 } }\n',
      ),
    );
    expect(statements(profile).map(({ on }) => on)).toEqual(['segment NTE', 'group OML_O21.ORDER']);
  });

  it('holds at the places that are named and nowhere else', () => {
    const profile = profileOf(site(ORU, 'elements: { OBSERVATION.NTE-3: { must: { present: NTE-2 } } }'));
    expect(statements(profile)).toEqual([
      { on: 'segment NTE@OBSERVATION.NTE', assertion: { kind: 'presence', path: '2[1]' } },
    ]);
  });

  it('may be said', () => {
    const profile = profileOf(
      site(ORU, 'elements: { OBX-3: { must: { assert: { present: OBX-5 }, context: ORDER_OBSERVATION } } }'),
    );
    expect(statements(profile)[0]).toMatchObject({
      on: 'group ORU_R01.PATIENT_RESULT.ORDER_OBSERVATION',
      assertion: { path: '6[*].1[1].5[*]' },
    });
  });

  it('is the message for statements of the whole, in every message', () => {
    const text =
      'profile: { id: s, name: n, hl7: 2.5.1, messages: [ADT^A01, ADT^A03] }\nstatements: [ { present: PID-5 } ]\n';
    expect(statements(profileOf(text))).toEqual([
      { on: 'message ADT_A01', assertion: { kind: 'presence', path: '4[1].5[*]' } },
      { on: 'message ADT_A03', assertion: { kind: 'presence', path: '4[1].5[*]' } },
    ]);
  });

  it.each([
    ['PID', '{ present: PID-77 }', '"PID-77" does not exist: PID has positions 1 to 39'],
    ['PID', '{ present: PIT-7 }', 'there is no PIT in the message'],
    ['PID', '{ present: "PID 7" }', '"PID 7" is no path'],
    ['PID', '{ present: ROL-4 }', 'ROL may be any of ADT_A01.ROL, ADT_A01.ROL(2), PROCEDURE.ROL, INSURANCE.ROL'],
    ['PID-8', '{ present: .2 }', '".2" does not exist: IS has no parts'],
    ['PID-8', '{ assert: { present: PID-7 }, context: PV1 }', 'PV1 is nothing around PID-8'],
    ['PID-8', '{ assert: { present: PV1-7 }, context: PID }', 'a path leads out of what the rule is judged in'],
  ])('refuses in %s %s', (key, must, what) => {
    expect(defectsOf(site(ADT, `elements:\n  ${key}: { must: ${must} }\n`))[0]).toBe(`7 rule-path: ${what}`);
  });
});

describe('statements', () => {
  const profile = profileOf(
    site(
      ADT,
      `elements:
  PID-5:
    requirement: REQ-5
    must:
      - { present: PID-5.1 }
      - { id: OWN, text: In my words., assert: { present: PID-5.2 }, strength: SHOULD, classification: A }
  PID-7: { must: { present: PID-8 } }
`,
    ),
  );
  const rules = profile.rules.statements.map(({ rule }) => rule);

  it('have an id, a sentence, a strength and a place', () => {
    expect(rules).toMatchObject([
      { id: 'REQ-5/1', description: 'PID-5.1 has a value.', place: { line: 10 } },
      { id: 'OWN', description: 'In my words.', strength: 'SHOULD', classification: 'A' },
      { id: 'PID-7', description: 'PID-8 has a value.' },
    ]);
  });

  it('can be lifted from what is extended, by id', () => {
    const files = { 'other.yaml': site(ADT, 'elements: { PID-7: { must: { present: PID-8 } } }') };
    const head = 'profile: { id: x, name: n, extends: other.yaml }\n';
    expect(profileOf(head, files).rules.statements).toHaveLength(1);
    expect(profileOf(`${head}without: [PID-7]\n`, files).rules.statements).toHaveLength(0);
    expect(defectsOf(`${head}without: [PID-8]\n`, files)).toEqual([
      '2 unknown-statement: there is no statement PID-8 to lift',
    ]);
  });
});

describe('conditions of a usage', () => {
  it('are attached where element and paths meet', () => {
    const profile = profileOf(
      site(
        ADT,
        `elements:
  PID-3.4: { usage: C(R/RE), when: { equals: [PID-3.5, MR] } }
  PV1-3: { usage: C(R/X), when: { equals: [PV1-2, I] } }
  PV1-19: { usage: C(R/O), when: { condition: { in: [EVN-1, [A01, A04]] }, text: when somebody comes, id: P-1 } }
  PV2: { usage: C(RE/X), when: { present: PV1-3 } }
  PID-30: { usage: C(R/X), when: the patient is dead }
`,
      ),
    );
    expect(predicates(profile)).toMatchObject([
      { on: 'datatype CX@PID-3', target: '4[1]', outcome: 'R/RE', condition: { path: '5[1]' } },
      { on: 'segment PV1', target: '3[1]', outcome: 'R/X', condition: { path: '2[1]' } },
      { on: 'message ADT_A01', target: '8[1].19[1]', outcome: 'R/O', condition: { path: '3[1].1[1]' } },
      { on: 'message ADT_A01', target: '9[1]', outcome: 'RE/X', condition: { path: '8[1].3[1]' } },
      { on: 'segment PID', target: '30[1]', outcome: 'R/X', condition: undefined },
    ]);
    const words = profile.rules.predicates.map(({ rule }) => [rule.id, rule.description]);
    expect(words[2]).toEqual(['P-1', 'when somebody comes']);
    expect(words[4]).toEqual([undefined, 'the patient is dead']);
  });

  it('have the id of the requirement, unless they have one of their own', () => {
    const profile = profileOf(
      site(
        ADT,
        `elements:
  PID-7: { usage: C(R/O), requirement: REQ-7, when: { present: PID-8 } }
  PID-9: { usage: C(R/O), requirement: REQ-9, when: { id: OWN, condition: { present: PID-8 } } }
`,
      ),
    );
    expect(profile.rules.predicates.map(({ rule }) => rule.id)).toEqual(['REQ-7', 'OWN']);
  });

  it('go where the element gets another usage, and are replaced by another condition', () => {
    const files = { 'other.yaml': site(ADT, 'elements: { PV1-3: { usage: C(R/X), when: { equals: [PV1-2, I] } } }') };
    const head = 'profile: { id: x, name: n, extends: other.yaml }\n';
    expect(predicates(profileOf(`${head}elements: { PV1-3: R }`, files))).toEqual([]);
    const other = profileOf(`${head}elements: { PV1-3: { usage: C(R/O), when: { present: PV1-4 } } }`, files);
    expect(predicates(other)).toMatchObject([{ outcome: 'R/O', condition: { path: '4[1]' } }]);
    expect(predicates(profileOf(`${head}elements: { PV1-3: { text: Where } }`, files))).toHaveLength(1);
  });
});
