import { describe, expect, it } from 'vitest';
import { structureOfEvent } from './event-structures.js';
import { standard } from './load.js';
import { STANDARD_VERSIONS } from './versions.js';

describe('2.5.1', () => {
  it.each([
    ['ADT_A01', 'A01 A04 A08 A13'],
    ['ADT_A02', 'A02'],
    ['ADT_A03', 'A03'],
    ['ADT_A05', 'A05 A14 A28 A31'],
    ['ADT_A06', 'A06 A07'],
    ['ADT_A09', 'A09 A10 A11'],
    ['ADT_A12', 'A12'],
    ['ADT_A21', 'A21 A22 A23 A25 A26 A27 A29 A32 A33'],
    ['ADT_A30', 'A30 A34 A35 A36 A46 A47 A48 A49'],
    ['ADT_A38', 'A38'],
    ['ADT_A39', 'A39 A40 A41 A42'],
    ['ADT_A43', 'A43 A44'],
    ['ADT_A45', 'A45'],
    ['ADT_A50', 'A50 A51'],
    ['ADT_A52', 'A52 A53 A55'],
    ['ADT_A54', 'A54'],
    ['ADT_A60', 'A60'],
    ['ADT_A61', 'A61 A62'],
    ['MDM_T01', 'T01 T03 T05 T07 T09 T11'],
    ['MDM_T02', 'T02 T04 T06 T08 T10'],
    ['SIU_S12', 'S12 S13 S14 S15 S16 S17 S18 S19 S20 S21 S22 S23 S24 S26'],
    ['ORU_R30', 'R30 R31 R32'],
    ['RDE_O11', 'O11 O25'],
    ['RRE_O12', 'O12 O26'],
    ['ORM_O01', 'O01'],
    ['ACK', 'A01 O21 R33'],
  ])('%s carries %s', (structure, events) => {
    const code = structure.slice(0, 3);
    for (const event of events.split(' ')) expect(standard('2.5.1').structureFor(code, event)).toBe(structure);
  });
  it('knows no structure for an event that is not there', () => {
    expect(standard('2.5.1').structureFor('ADT', 'A99')).toBeUndefined();
    expect(standard('2.5.1').structureFor('SIU', 'S25')).toBeUndefined();
    expect(standard('2.5.1').structureFor('ADT', '')).toBeUndefined();
  });
});

it.each([
  ['2.3', 'ADT', 'A40', 'ADT_A40'],
  ['2.3', 'RRE', 'O02', 'RRE_O02'],
  ['2.3.1', 'ADT', 'A05', 'ADT_A01'],
  ['2.3.1', 'ADT', 'A40', 'ADT_A39'],
  ['2.3.1', 'ADT', 'A03', 'ADT_A03'],
  ['2.3.1', 'RDE', 'O01', 'RDE_O01'],
  ['2.4', 'ADT', 'A12', 'ADT_A09'],
  ['2.4', 'ADT', 'A55', 'ADT_A52'],
  ['2.4', 'RAS', 'O17', 'RAS_O17'],
  ['2.6', 'ADT', 'A55', 'ADT_A54'],
  ['2.6', 'ADT', 'A44', 'ADT_A43'],
  ['2.6', 'RDE', 'O25', 'RDE_O25'],
  ['2.7', 'ADT', 'A40', 'ADT_A39'],
  ['2.7', 'ADT', 'A44', 'ADT_A44'],
  ['2.7', 'ADT', 'A47', 'ADT_A44'],
  ['2.7', 'ADT', 'A49', 'ADT_A43'],
  ['2.7', 'ADT', 'A12', 'ADT_A12'],
  ['2.7', 'ADT', 'A39', undefined],
  ['2.7', 'ORM', 'O01', undefined],
] as const)('%s %s^%s is %s', (version, code, trigger, expected) => {
  expect(standard(version).structureFor(code, trigger)).toBe(expected);
});

it.each(STANDARD_VERSIONS.slice(4))(
  '%s holds no ADT, MDM, SIU or ORU tree that belongs to a single event of a shared structure',
  (version) => {
    const ids = standard(version)
      .structureIds()
      .filter((id) => /^(ADT|MDM|SIU|ORU)_/.test(id));
    expect(ids.length).toBeGreaterThan(20);
    for (const id of ids) {
      const [code = '', event = ''] = id.split('_');
      // 2.7 withdrew the event A39 and kept its structure for A40 to A42.
      if (id !== 'ADT_A39') expect(structureOfEvent(version, code, event)).toBe(id);
    }
  },
);
