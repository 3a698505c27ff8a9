// Corrections of the structures in hl7-dictionary 1.0.1. Each was compared with at least one other model of the standard.
// A correction that no longer finds what it corrects stops the build: then the dictionary has changed.

const swap = (from, to) => (text, at) => {
  if (!text.includes(from)) throw new Error(`${at}: nothing to correct, '${from}' is not in '${text}'`);
  return text.replaceAll(from, to);
};
const asWritten = (text) => () => text;

const uac = swap('MSH [{SFT}]', 'MSH [{SFT}] [UAC]');
const uacInReply = swap('[{SFT}]', '[{SFT}] [UAC]');
const noEvn = swap(' [EVN]', '');

const ORL_O34 =
  'MSH MSA [{ERR}] [{SFT}] [{NTE}] [<RESPONSE: [<PATIENT: PID {<SPECIMEN: SPM [{OBX}] [{SAC}] [{<ORDER: ORC [{<TIMING: TQ1 [{TQ2}]>}] ' +
  '[<OBSERVATION_REQUEST: OBR [{<OBSERVATION_REQUEST_SPECIMEN: SPM [{SAC}]>}]>]>}]>}>]>]';

const PATIENT_CARE = ['PGL_PC6', 'PPG_PCG', 'PPP_PCB', 'PPR_PC1', 'PPT_PCL', 'PPV_PCA', 'PRR_PC5', 'PTR_PCF'];

/** One correction for each structure of patient care that the version has. */
const patientCare = (change, ...without) =>
  Object.fromEntries(PATIENT_CARE.filter((id) => !without.includes(id)).map((id) => [id, change]));

/** The two alternatives stood one behind the other, so that each asked for both. */
const orderOrDrug = patientCare(swap('<ORDER_DETAIL: OBR RXO ', '<ORDER_DETAIL: ( OBR | RXO ) '));

/** "OBR, etc." is any order detail segment (12.3, 4.2.2.4): those of ORM_O01, and in 2.7 also RXE, which stands there. */
const ORDER_DETAILS = '<ORDER_DETAIL: ( OBR | RQD | RQ1 | RXO | ODS | ODT ) ';
const anyOrder = swap('<ORDER_DETAIL: OBR ', ORDER_DETAILS);
const anyOrderIn27 = swap('<ORDER_DETAIL: ( OBR | RXO | RXE ) ', ORDER_DETAILS.replace('RXO', 'RXO | RXE'));

const IN_2_5 = {
  ...patientCare(anyOrder, 'PGL_PC6'),
  // The schedules were required once; a query may find none or several.
  SQR_S25: (text, at) => swap('QAK <SCHEDULE:', 'QAK [{<SCHEDULE:')(swap('> [DSC]', '>}] [DSC]')(text, at), at),
  // The container was required once.
  OUL_R22: swap('<CONTAINER: SAC [INV]>', '[{<CONTAINER: SAC [INV]>}]'),
  // The PATIENT level was missing, and OBR was followed by ROL.
  ORL_O34: asWritten(ORL_O34),
};

/** Structures of 2.6 that lost the cardinality of their groups, with UAC and ROL: made again from 2.5.1. */
const FROM_2_5_1 = ['OMG_O19', 'OML_O21', 'OML_O33', 'OML_O35', 'ORB_O28', 'ORI_O24', 'RSP_Z82'];

/** 2.6 has UAC after SFT, and ROL after the notes of an OBR. */
function asIn26(text) {
  const notes = /(OBR (?:\[TCD\] |\[\{<TIMING_PRIOR: TQ1 \[\{TQ2\}\]>\}\] )?\[\{NTE\}\])/g;
  return text.replace('[{SFT}]', '[{SFT}] [UAC]').replace(notes, '$1 [{ROL}]');
}

/** The names of the alternatives were lost, with the place where they stood: first in their group. */
const choice = (group, alternatives) => swap(`<${group}: `, `<${group}: ( ${alternatives} ) `);

const CCM_I21 = [
  choice('RESOURCE_DETAIL', 'AIS | AIG | AIL | AIP'),
  choice('CLINICAL_HISTORY_DETAIL', 'OBR | ODS | PR1 | RF1 | AL1 | IAM | ACC | RMI | DB1 | DG1 | DRG | PDA'),
  ...['CLINICAL_HISTORY', 'PROBLEM', 'GOAL', 'PATHWAY'].map((of) => choice(`ROLE_${of}`, 'ROL | PRD')),
];

/** The angle brackets of chapters 16 and 17 are groups, and were read as choices. */
const DEVICE = 'MSH [{SFT}] [UAC] <ANTI_MICROBIAL_DEVICE_DATA: SDD [{SCD}]>';
const DEVICE_CYCLE = DEVICE.replace('DEVICE_DATA', 'DEVICE_CYCLE_DATA');
const DEVICES = {
  SDR_S31: asWritten(DEVICE),
  SDN_S36: asWritten(DEVICE),
  SMD_S32: asWritten(DEVICE_CYCLE),
  SCN_S37: asWritten(DEVICE_CYCLE),
};

const IN_2_7 = {
  ...patientCare(anyOrderIn27),
  CCM_I21: (text, at) => CCM_I21.reduce((before, change) => change(before, at), text),
  ...DEVICES,
  // The group had lost all but its first segment.
  EHC_E24: swap(
    '[{IVC}]',
    '<AUTHORIZATION_RESPONSE_INFO: IVC {<PSL_ITEM_INFO: PSL [AUT] [{<PAYER_ADJUSTMENT: ADJ>}]>}>',
  ),
  // The visit group was flattened.
  DFT_P03: swap('[PV1] [PV2] [{ROL}]', '[<VISIT: PV1 [PV2] [{ROL}]>]'),
  DFT_P11: swap('[PV1] [PV2] [{ROL}]', '[<VISIT: PV1 [PV2] [{ROL}]>]'),
  ADT_A60: swap('[PV1] [PV2] [{ARV}]', '[<VISIT: PV1 [PV2] [{ARV}]>]'),
};

const CORRECTIONS = {
  '2.3.1': orderOrDrug,
  2.4: orderOrDrug,
  2.5: IN_2_5,
  '2.5.1': { ...IN_2_5, MFR_M04: swap(' [{LCH}]', ''), RRE_O12: swap('RXE [{NTE}]', 'RXE') },
  2.6: {
    ...patientCare(anyOrder),
    ...DEVICES,
    ADR_A19: (text) => `${text} [DSC]`,
    QRY_PC4: swap('MSH', 'MSH [{SFT}] [UAC]'),
    RSP_K11: swap('QPD', 'QPD [<ROW_DEFINITION: RDF [{RDT}]>]'),
    ADT_A30: swap('[PD1]', '[PD1] [{ARV}]'),
    ADT_A43: swap('[PD1]', '[PD1] [{ARV}]'),
    ORR_O02: (text) => `MSH ${text}`,
    MFR_M04: (text) => `MSH [{SFT}] [UAC] MSA [{ERR}] [QAK] ${text}`,
    QBP_Q11: noEvn,
    QBP_Q13: noEvn,
    QBP_Q15: noEvn,
    MFK_M01: uac,
    QRY_Q01: uac,
    REF_I12: uac,
    RPA_I08: uac,
    RRI_I12: uac,
    RSP_Q11: uacInReply,
  },
  2.7: IN_2_7,
  '2.7.1': IN_2_7,
};

/** The same name, wrongly spelled or made up, in every version. */
const GROUP_NAMES = [
  ['<TIIMING:', '<TIMING:'],
  ['<OBXNTE:', '<OBSERVATION:'],
];

/** Copies under the name that MSH-9.3 carries. */
const ALIASES = {
  2.3: { RRE_O02: 'RRE_O01' },
  2.7: { ADT_A39: 'ADT_A40' },
  '2.7.1': { ADT_A39: 'ADT_A40' },
};

/** Digits for letters, and message codes alone that repeat a structure. */
const MISNAMED = /^(OMG_019|OML_021|OML_033|OML_035|ORB_028|ORU|QRY)$/;

/** From 2.4 on, MSH-9.3 names a structure that several events share: keys of single events are not structures. */
const EVENT_KEYS = {
  ADT: /^A(04|07|08|1[0134]|2[235-9]|3[1-6]|4[0-2]|4[6-9]|51|53|55|62)$/,
  MDM: /^T(0[3-9]|1\d)$/,
  SIU: /^S(1[3-9]|2\d)$/,
  SRM: /^S(0[2-9]|1\d)$/,
  SRR: /^S(0[2-9]|1\d)$/,
  ORU: /^R3[12]$/,
};

/** Events that got a structure of their own in a later version. */
const NOT_YET = { 2.4: ['ADT_A12', 'ADT_A44'], 2.5: ['ADT_A44'], '2.5.1': ['ADT_A44'], 2.6: ['ADT_A44'] };

function isStructure(id, version) {
  if (MISNAMED.test(id)) return false;
  const [code, event] = id.split('_');
  if (['2.1', '2.2', '2.3', '2.3.1'].includes(version)) return true;
  return !(EVENT_KEYS[code]?.test(event) || NOT_YET[version]?.includes(id));
}

/** All structures of one version, corrected. `texts` holds what the dictionary says, `in251` the corrected 2.5.1. */
export function corrected(version, texts, in251) {
  const named = { ...texts };
  for (const [alias, of] of Object.entries(ALIASES[version] ?? {})) named[alias] ??= texts[of];
  if (version === '2.6') for (const id of FROM_2_5_1) named[id] = asIn26(in251[id]);
  const result = {};
  for (const id of Object.keys(named).sort()) {
    if (!isStructure(id, version)) continue;
    const renamed = GROUP_NAMES.reduce((text, [from, to]) => text.replaceAll(from, to), named[id]);
    result[id] = (CORRECTIONS[version]?.[id] ?? ((text) => text))(renamed, `${version} ${id}`);
  }
  return result;
}
