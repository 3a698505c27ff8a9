import { describe, expect, it } from 'vitest';
import { profileOf, site } from '../load/yaml/testdata/load.js';
import { treeText } from './tree-text.js';

const profile = profileOf(
  site(
    'ADT^A01^ADT_A01',
    `elements:
  PID-3: { usage: R, cardinality: 1..3, text: Our number, requirement: REQ-1 }
  PID-3.4: { usage: C(R/X), when: { equals: [PID-3.5, MR] } }
  PID-8: { usage: RE, values: [F, M], must: { id: S-1, text: Words, assert: { present: PID-7 } } }
  MSH-11: { constant: T }
  PV2: X
  PV1-3: { usage: C(R/X), when: { equals: [MSH-9.2, A01] } }
statements: [ { id: S-2, text: The whole., assert: { present: PID-5 }, strength: SHOULD } ]
`,
  ),
);

describe('a profile as a tree', () => {
  it('has the structure, and the rules of the message', () => {
    const text = treeText(profile, { depth: 'segments' }) ?? '';
    expect(text).toMatch(/^A site\nsite, HL7 2\.5\.1, 1 message\n\nADT\^A01\^ADT_A01\n/);
    expect(text).toMatch(/\n {2}PID +R +1\.\.1 +Patient Identification\n/);
    expect(text).toMatch(/\n {2}INSURANCE +O +0\.\.\*\n {4}IN1 +R +1\.\.1 +Insurance\n/);
    expect(text).toMatch(/\n {2}PV2 +X +0\.\.0/);
    expect(text).toContain('  - S-2: The whole. (SHOULD)\n');
    expect(text).toContain('  - PV1-3: If MSH-9.2 is "A01". (R if so, else X)');
    expect(text).not.toContain('PID-3');
  });

  it('has fields with what is said of them', () => {
    const text = treeText(profile, { depth: 'fields' }) ?? '';
    expect(text).toMatch(/\n {4}PID-3 +R +1\.\.3 +CX +1\.\.250 +Patient Identifier List\n {10}REQ-1: Our number\n/);
    expect(text).toMatch(/PID-8 +RE .*Administrative Sex {2}\[PID-8, required\]\n/);
    expect(text).toMatch(/Patient Identification\n {8}- S-1: Words\n/);
    expect(text).not.toContain('PID-3.4');
    expect(text).not.toContain('PV2-1');
  });

  it('shows one part in full', () => {
    const text = treeText(profile, { depth: 'segments', path: 'PID-3' }) ?? '';
    expect(text).toMatch(/^PID-3 {2}in ADT\^A01\^ADT_A01\nPID-3 /);
    expect(text).toContain('- If PID-3.5 is "MR". (R if so, else X)');
    expect(text).toContain('    PID-3.4.1');
    expect(treeText(profile, { depth: 'segments', path: 'INSURANCE.IN1' })).toMatch(/^INSURANCE\.IN1 {2}in/);
    expect(treeText(profile, { depth: 'fields', path: 'MSH-11' })).toContain('= "T"');
  });

  it('has nothing to show at a path that is not there', () => {
    expect(treeText(profile, { depth: 'fields', path: 'PIT-3' })).toBeUndefined();
  });
});
