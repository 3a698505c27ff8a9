import { describe, expect, it } from 'vitest';
import { profileOf, site } from '../load/yaml/testdata/load.js';
import { viewMessages } from './profile-view.js';
import type { ViewNode } from './view-node.js';

const profile = profileOf(
  site(
    'ORU^R01^ORU_R01',
    `elements:
  PID-3: { usage: R, cardinality: 1..3, text: Our number, requirement: REQ-1, must: { id: S-1, text: Words, assert: { present: PID-3.4 } } }
  PID-3.1: { length: 1..10, constant: X }
  PID-3.4: { usage: C(R/X), when: { equals: [PID-3.5, MR] } }
  PID-8: { values: { set: HL70001, strength: S } }
  PID-10: { values: { codes: [W], at: [1, 4] }, code: { is: W, system: L, at: [1] } }
  OBX: { must: { assert: { comparePaths: [OBX-14, '<=', OBX-19] }, strength: SHOULD } }
  OBSERVATION.NTE: { usage: C(RE/X), when: { present: OBX-5 } }
  OBX-5: { mapping: { by: OBX-2, cases: { NM: NM, CWE: CWE } } }
  ORDER_OBSERVATION: { must: { if: { present: ORC-2 }, then: { present: OBSERVATION.OBX-3 } } }
`,
  ),
);
const [message] = viewMessages(profile);

function at(path: string): ViewNode {
  const find = (nodes: readonly ViewNode[]): ViewNode | undefined => {
    for (const node of nodes) {
      if (node.path === path) return node;
      const isAbove = path.startsWith(node.path) || node.kind === 'choice';
      const found = isAbove ? find(node.children()) : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const found = find(message?.children ?? []);
  if (found === undefined) throw new Error(`there is no ${path}`);
  return found;
}

describe('an element in its place', () => {
  const pid = 'PATIENT_RESULT.PATIENT.PID';

  it('has what is said of it', () => {
    expect(at(`${pid}-3`)).toMatchObject({
      kind: 'field',
      label: 'PID-3',
      title: 'Patient Identifier List',
      usage: 'R',
      cardinality: '1..3',
      datatype: 'CX',
      text: 'Our number',
      requirement: 'REQ-1',
      statements: [{ id: 'S-1', text: 'Words', judged: 'PID-3.4 has a value.', weight: '' }],
    });
    expect(at(`${pid}-3.1`)).toMatchObject({ label: 'PID-3.1', cardinality: '', length: '1..10', constant: 'X' });
  });

  it('has its condition in words', () => {
    expect(at(`${pid}-3.4`)).toMatchObject({
      usage: 'C(R/X)',
      condition: { text: 'If PID-3.5 is "MR".', judged: 'If PID-3.5 is "MR".', weight: 'R if so, else X' },
    });
    expect(at('PATIENT_RESULT.ORDER_OBSERVATION.OBSERVATION.NTE').condition?.judged).toBe('If OBX-5 has a value.');
  });

  it('has its value sets', () => {
    expect(at(`${pid}-8`).bindings).toEqual([{ sets: ['HL70001'], strength: 'suggested', at: '' }]);
    expect(at(`${pid}-10`)).toMatchObject({
      bindings: [{ sets: ['PID-10'], strength: 'required', at: '1 or 4' }],
      singleCode: 'W (L)',
    });
    expect(at(`${pid}-3.5`).bindings).toEqual([{ sets: ['HL70203'], strength: 'suggested', at: '' }]);
  });

  it('has rules of segments and groups, with paths as people name them', () => {
    const observation = 'PATIENT_RESULT.ORDER_OBSERVATION.OBSERVATION.OBX';
    expect(at(observation).statements).toMatchObject([{ judged: 'OBX-14.1 is at most OBX-19.1.', weight: 'SHOULD' }]);
    expect(at('PATIENT_RESULT.ORDER_OBSERVATION').statements).toMatchObject([
      { judged: 'If ORC-2 has a value, then OBSERVATION.OBX-3 has a value.' },
    ]);
    expect(at(`${observation}-5`).mapping).toBe('by OBX-2: NM, CWE');
  });

  it('ends where the data types end', () => {
    expect(at(`${pid}-3.4.1`).children()).toEqual([]);
  });
});
