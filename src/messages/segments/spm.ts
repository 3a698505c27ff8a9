import { comp, type FieldValue, type SegmentDraft, segment } from '../../hl7/build.js';
import { ce, ceTable, eip, ts } from '../datatypes.js';
import type { Specimen } from '../facts.js';

/** The specimen codes of table 0070 that table 0487 has too, and what it calls them; others keep their table's name. */
const IN_TABLE_0487: Readonly<Record<string, string>> = {
  BLD: 'WB',
  PLAS: 'PLAS',
  SER: 'SER',
  SPT: 'SPT',
  STL: 'STL',
  UR: 'UR',
  WND: 'WND',
};

/** SPM, from 2.5. SPM-17 is a range whose end is open. */
export function spm(specimen: Specimen | undefined): readonly SegmentDraft[] {
  if (specimen === undefined) return [];
  return [
    segment('SPM', {
      1: '1',
      2: eip({ placer: specimen.id }),
      4: specimenType(specimen.type),
      17: comp(ts(specimen.collectedAt)),
      18: ts(specimen.receivedAt),
      24: ce(specimen.condition),
    }),
  ];
}

function specimenType(code: string): FieldValue {
  const current = IN_TABLE_0487[code];
  return current === undefined ? ceTable(code, '0070') : ceTable(current, '0487');
}
