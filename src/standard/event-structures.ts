import { compareVersions, type StandardVersion } from './versions.js';

type Rule = readonly [structure: string | undefined, events: string, since: StandardVersion, until?: StandardVersion];

/**
 * Structures that several events share (table 0354). An event that is not listed has the structure of its own name. Up to
 * 2.3.1 every event has its own shape; 2.3.1 is listed where published profiles carry the shared name in MSH-9.3. No
 * structure: the event was withdrawn.
 */
const RULES: Readonly<Record<string, readonly Rule[]>> = {
  ADT: [
    ['ADT_A01', 'A01 A04 A05 A08', '2.3.1', '2.3.1'],
    ['ADT_A01', 'A01 A04 A08 A13', '2.4'],
    ['ADT_A05', 'A05 A14 A28 A31', '2.4'],
    ['ADT_A06', 'A06 A07', '2.4'],
    ['ADT_A09', 'A09 A10 A11', '2.4'],
    ['ADT_A09', 'A12', '2.4', '2.4'],
    ['ADT_A21', 'A21 A22 A23 A25 A26 A27 A29 A32 A33', '2.4'],
    ['ADT_A30', 'A30 A34 A35 A36 A46 A47 A48 A49', '2.4', '2.6'],
    ['ADT_A39', 'A40', '2.3.1', '2.3.1'],
    ['ADT_A39', 'A39 A40 A41 A42', '2.4', '2.6'],
    [undefined, 'A18 A30 A34 A35 A36 A39 A46 A48', '2.7'],
    ['ADT_A39', 'A40 A41 A42', '2.7'],
    ['ADT_A43', 'A43 A44', '2.4', '2.6'],
    ['ADT_A43', 'A43 A49', '2.7'],
    ['ADT_A44', 'A44 A47', '2.7'],
    ['ADT_A50', 'A50 A51', '2.4'],
    ['ADT_A52', 'A52 A53', '2.4'],
    ['ADT_A52', 'A55', '2.4', '2.5.1'],
    ['ADT_A54', 'A55', '2.6'],
    ['ADT_A61', 'A61 A62', '2.4'],
  ],
  MDM: [
    ['MDM_T01', 'T01 T03 T05 T07 T09 T11', '2.4'],
    ['MDM_T02', 'T02 T04 T06 T08 T10', '2.4'],
  ],
  SIU: [['SIU_S12', 'S12 S13 S14 S15 S16 S17 S18 S19 S20 S21 S22 S23 S24 S26', '2.3.1']],
  SRM: [['SRM_S01', 'S01 S02 S03 S04 S05 S06 S07 S08 S09 S10 S11', '2.4']],
  SRR: [['SRR_S01', 'S01 S02 S03 S04 S05 S06 S07 S08 S09 S10 S11', '2.4']],
  ORU: [['ORU_R30', 'R30 R31 R32', '2.5']],
  // 2.6 gave the refill authorisation structures of its own.
  RDE: [['RDE_O11', 'O11 O25', '2.4', '2.5.1']],
  RRE: [['RRE_O12', 'O12 O26', '2.4', '2.5.1']],
};

/** The structure id that MSH-9.3 names for an event, whether or not we hold its tree; undefined where it was withdrawn. */
export function structureOfEvent(version: StandardVersion, code: string, trigger: string): string | undefined {
  if (code === 'ACK') return 'ACK';
  const rule = RULES[code]?.find(
    ([, events, since, until]) =>
      events.split(' ').includes(trigger) &&
      compareVersions(since, version) <= 0 &&
      (until === undefined || compareVersions(version, until) <= 0),
  );
  return rule === undefined ? `${code}_${trigger}` : rule[0];
}
