import { expect, it } from 'vitest';
import type { Profile } from '../../../model/profile.js';
import { profileOf, site } from '../testdata/load.js';

const ORU = 'ORU^R01^ORU_R01';

/** What is said by positions: `report` is where PATIENT_RESULT stands, `order` where ORDER_OBSERVATION stands in it. */
const said = (report: number, order: number, obx: number): string => `
  PID-8: { usage: C(R/X), when: { equals: [MSH-11, T] }, must: { comparePaths: [PID-7, '<=', MSH-7] } }
  OBR-25: { usage: C(R/X), when: { present: ORC-1 } }
  OBR: { must: [{ setIdWithin: { parent: OBSERVATION.OBX, element: OBX-1 } }, { if: { equals: [ORC-1, RE] }, then: { absent: SPM-4 } }] }
  PATIENT_RESULT: { must: { text: Each has a value, assert: { within: { path: ORDER_OBSERVATION, holds: { present: '${obx}[1].1[1]' } } } } }
slices:
  OBSERVATION.OBX: [{ use: OBX_NM, when: { equals: [OBX-2, NM] } }]
segments:
  OBX_NM: { extends: OBX }
  ZAA: { fields: [{ name: Text, datatype: ST }] }
coConstraints:
  - context: ORDER_OBSERVATION
    segment: OBSERVATION.OBX
    condition: { text: Final, assert: { equals: [OBR-25, F] } }
    rows: [{ usage: R, if: [{ path: OBX-3, code: 8302-2, system: LN }], then: [{ path: OBX-2, text: NM }] }]
orderIndifferent:
  - path: '${report}[*].${order}[*]'
    patterns: [{ cardinality: 1, trigger: { present: '${obx}[1].1[1]' }, must: [{ absent: '${obx}[1].1[1].4[1]' }] }]
rules:
  - on: { message: ORU_R01 }
    must: [{ id: R-1, text: Words, assert: { present: '${report}[1].1[1]' } }]
    values: [{ target: '${report}[*].${order}[*].2[1].24[1]', sets: [HL70074], strength: R, locations: [{ code: . }] }]
  - on: { group: ORU_R01, by: name }
    must: [{ id: R-2, text: Words, assert: { present: '${report}[1].${order}[1].2[1]' } }]
`;

const ADDED = `
  ORU_R01.ZAA: { after: MSH }
  PATIENT_RESULT.ZAA: { before: ORDER_OBSERVATION }
  ORDER_OBSERVATION.ZAA: { after: OBR }
`;

/** Without the lines where it is written. */
function saidIn({ rules, coConstraints, slicings }: Profile): unknown {
  return JSON.parse(
    JSON.stringify({ rules, coConstraints, slicings }, (key, value) => (key === 'place' ? undefined : value)),
  );
}

it('means the same places where segments are added before them', () => {
  const written = profileOf(site(ORU, `elements:${ADDED}${said(4, 3, 7)}`));
  const original = site(ORU, `elements:${said(3, 2, 6)}`);
  const added = profileOf(`profile: { id: more, name: More, extends: other.yaml }\nelements:${ADDED}`, {
    'other.yaml': original,
  });
  expect(saidIn(added)).toEqual(saidIn(written));
  expect(saidIn(added)).not.toEqual(saidIn(profileOf(original)));
});
