import { expect, it } from 'vitest';
import { standard } from './load.js';
import { printStructure } from './structure-notation.js';

const ADT_HEAD = 'MSH [{SFT}] [UAC] EVN';
const OML_PATIENT =
  '[<PATIENT: PID [PD1] [{NTE}] [{NK1}] [<PATIENT_VISIT: PV1 [PV2]>] [{<INSURANCE: IN1 [IN2] [IN3]>}] [GT1] [{AL1}]>]';

/** Per version: structures whose dictionary form is wrong, or that differ between versions in a way that matters. */
const EXPECTED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  2.3: {
    ACK: 'MSH MSA [ERR]',
    ADT_A03: 'MSH EVN PID [PD1] PV1 [PV2] [{DB1}] [{DG1}] [DRG] [{<PROCEDURE: PR1 [{ROL}]>}] [{OBX}]',
    ADT_A40: 'MSH EVN {<PATIENT: PID [PD1] MRG [PV1]>}',
    ORU_R01:
      'MSH {<RESPONSE: [<PATIENT: PID [PD1] [{NTE}] [<VISIT: PV1 [PV2]>]>] {<ORDER_OBSERVATION: [ORC] OBR [{NTE}] {<OBSERVATION: [OBX] [{NTE}]>} [{CTI}]>}>} [DSC]',
  },
  '2.3.1': {
    ADT_A03: 'MSH EVN PID [PD1] PV1 [PV2] [{DB1}] [{DG1}] [DRG] [{<PROCEDURE: PR1 [{ROL}]>}] [{OBX}]',
  },
  2.4: {
    ACK: 'MSH MSA [ERR]',
    ADT_A09: 'MSH EVN PID [PD1] PV1 [PV2] [{DB1}] [{OBX}] [{DG1}]',
  },
  2.5: {
    OUL_R22:
      'MSH [{SFT}] [NTE] [<PATIENT: PID [PD1] [{NTE}]>] [<VISIT: PV1 [PV2]>] {<SPECIMEN: SPM [{OBX}] [{<CONTAINER: SAC [INV]>}] {<ORDER: OBR [ORC] [{NTE}] [{<TIMING_QTY: TQ1 [{TQ2}]>}] [{<RESULT: OBX [TCD] [{SID}] [{NTE}]>}] [{CTI}]>}>} [DSC]',
    RRE_O12:
      'MSH MSA [{ERR}] [{SFT}] [{NTE}] [<RESPONSE: [<PATIENT: PID [{NTE}]>] {<ORDER: ORC [{<TIMING: TQ1 [{TQ2}]>}] [<ENCODING: RXE [{NTE}] {<TIMING_ENCODED: TQ1 [{TQ2}]>} {RXR} [{RXC}]>]>}>]',
  },
  2.6: {
    ACK: 'MSH [{SFT}] [UAC] MSA [{ERR}]',
    ADT_A30: `${ADT_HEAD} PID [PD1] [{ARV}] MRG`,
    ADT_A43: `${ADT_HEAD} {<PATIENT: PID [PD1] [{ARV}] MRG>}`,
    ADT_A54: `${ADT_HEAD} PID [PD1] [{ROL}] PV1 [PV2] [{ROL}]`,
    MFK_M01: 'MSH [{SFT}] [UAC] MSA [{ERR}] MFI [{MFA}]',
    MFR_M04: 'MSH [{SFT}] [UAC] MSA [{ERR}] [QAK] QRD [QRF] MFI {<MF_QUERY: MFE CDM [{PRC}]>} [DSC]',
    OML_O21: `MSH [{SFT}] [UAC] [{NTE}] ${OML_PATIENT} {<ORDER: ORC [{<TIMING: TQ1 [{TQ2}]>}] [<OBSERVATION_REQUEST: OBR [TCD] [{NTE}] [{ROL}] [CTD] [{DG1}] [{<OBSERVATION: OBX [TCD] [{NTE}]>}] [{<SPECIMEN: SPM [{OBX}] [{<CONTAINER: SAC [{OBX}]>}]>}] [{<PRIOR_RESULT: [<PATIENT_PRIOR: PID [PD1]>] [<PATIENT_VISIT_PRIOR: PV1 [PV2]>] [{AL1}] {<ORDER_PRIOR: [ORC] OBR [{NTE}] [{ROL}] [{<TIMING_PRIOR: TQ1 [{TQ2}]>}] {<OBSERVATION_PRIOR: OBX [{NTE}]>}>}>}]>] [{FT1}] [{CTI}] [BLG]>}`,
    OMG_O19: `MSH [{SFT}] [UAC] [{NTE}] ${OML_PATIENT} {<ORDER: ORC [{<TIMING: TQ1 [{TQ2}]>}] OBR [{NTE}] [{ROL}] [CTD] [{DG1}] [{<OBSERVATION: OBX [{NTE}]>}] [{<SPECIMEN: SPM [{OBX}] [{<CONTAINER: SAC [{OBX}]>}]>}] [{<PRIOR_RESULT: [<PATIENT_PRIOR: PID [PD1]>] [<PATIENT_VISIT_PRIOR: PV1 [PV2]>] [{AL1}] {<ORDER_PRIOR: [ORC] OBR [{<TIMING_PRIOR: TQ1 [{TQ2}]>}] [{NTE}] [{ROL}] [CTD] {<OBSERVATION_PRIOR: OBX [{NTE}]>}>}>}] [{FT1}] [{CTI}] [BLG]>}`,
    ORI_O24:
      'MSH MSA [{ERR}] [{SFT}] [UAC] [{NTE}] [<RESPONSE: [<PATIENT: PID [{NTE}]>] {<ORDER: ORC [{<TIMING: TQ1 [{TQ2}]>}] OBR [{NTE}] [{ROL}] {IPC}>}>]',
    ORL_O22:
      'MSH MSA [{ERR}] [{SFT}] [UAC] [{NTE}] [<RESPONSE: PID [{<ORDER: ORC [{<TIMING: TQ1 [{TQ2}]>}] [<OBSERVATION_REQUEST: OBR [{ROL}] [{<SPECIMEN: SPM [{SAC}]>}]>]>}]>]',
    ORR_O02:
      'MSH MSA [{ERR}] [{NTE}] [<RESPONSE: [<PATIENT: PID [{NTE}]>] {<ORDER: ORC ( OBR | RQD | RQ1 | RXO | ODS | ODT ) [{NTE}] [{CTI}]>}>]',
    QBP_Q11: 'MSH [{SFT}] [UAC] QPD RCP [DSC]',
  },
  2.7: {
    SDR_S31: 'MSH [{SFT}] [UAC] <ANTI_MICROBIAL_DEVICE_DATA: SDD [{SCD}]>',
    EHC_E24:
      'MSH [{SFT}] [{UAC}] MSA [{ERR}] <AUTHORIZATION_RESPONSE_INFO: IVC {<PSL_ITEM_INFO: PSL [AUT] [{<PAYER_ADJUSTMENT: ADJ>}]>}>',
    ADT_A09: `${ADT_HEAD} PID [PD1] PV1 [PV2] [{DB1}] [{OBX}]`,
    ADT_A39: `${ADT_HEAD} {<PATIENT: PID [PD1] MRG [PV1]>}`,
    ADT_A60: `${ADT_HEAD} PID [{ARV}] [<VISIT: PV1 [PV2] [{ARV}]>] [{<ADVERSE_REACTION_GROUP: IAM [{NTE}] [{IAR}]>}]`,
  },
};

const CASES = Object.entries(EXPECTED).flatMap(([version, structures]) =>
  Object.entries(structures).map(([id, expected]) => [version, id, expected] as const),
);

it.each(CASES)('%s %s', (version, id, expected) => {
  expect(printStructure(standard(version).structure(id)?.nodes ?? [])).toBe(expected);
});

it('names what the choices of CCM_I21 are between', () => {
  const text = printStructure(standard('2.7').structure('CCM_I21')?.nodes ?? []);
  expect(text).toContain('[{<RESOURCE_DETAIL: ( AIS | AIG | AIL | AIP ) [{OBX}]>}]');
  expect(text).toContain('( OBR | ODS | PR1 | RF1 | AL1 | IAM | ACC | RMI | DB1 | DG1 | DRG | PDA ) [{OBX}]');
  expect(text.match(/\( ROL \| PRD \) \[\{VAR\}\]/g)).toHaveLength(4);
});

it.each([
  ['2.4', '( OBR | RXO )'],
  ['2.5.1', '( OBR | RQD | RQ1 | RXO | ODS | ODT )'],
])('an order of patient care in %s has one detail: %s', (version, choice) => {
  const text = printStructure(standard(version).structure('PPR_PC1')?.nodes ?? []);
  expect(text).toContain(`ORC [<ORDER_DETAIL: ${choice} [{NTE}]`);
});

it('restores the visit group of DFT_P03 in 2.7', () => {
  const text = printStructure(standard('2.7.1').structure('DFT_P03')?.nodes ?? []);
  expect(text).toContain('PID [PD1] [{ROL}] [<VISIT: PV1 [PV2] [{ROL}]>] [{DB1}]');
});

it.each(['ORM_O01', 'ORR_O02', 'ADT_A18', 'ADT_A30'])('2.7 has withdrawn %s', (id) => {
  expect(standard('2.6').structure(id)).toBeDefined();
  expect(standard('2.7').structure(id)).toBeUndefined();
});

it('the dictionary row of OBX-2 in 2.5.1, whose table stood in place of the repetitions, is right', () => {
  expect(standard('2.5.1').fieldInfo('OBX', 2)).toMatchObject({ repeats: false, table: '0125' });
});

it('a value whose type another field tells varies in 2.7 too', () => {
  for (const version of ['2.5.1', '2.7', '2.7.1'])
    expect(standard(version).fieldInfo('OBX', 5)?.datatype).toBe('VARIES');
});
