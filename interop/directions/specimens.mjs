// What the rules of explanation explain and what they must not, with a model small enough to be read. Run before every comparison.
import { explainer, refusalOf } from './explanations.mjs';
import { causeOf } from './known-structures.mjs';

const TYPES = {
  CE: ['ST', 'ST', 'ST'],
  CX: ['ST', 'ST', 'ST', 'HD'],
  HD: ['IS', 'ST'],
  SI: [],
  NM: [],
  ST: [],
  FT: [],
  TX: [],
  IS: [],
};
const MODEL = {
  '2.5.1': {
    segments: {
      MSH: [],
      PID: ['SI', 'CX', 'CX'],
      NTE: ['SI', 'ID', 'FT'],
      PV1: ['SI', 'IS', 'CE', 'IS'],
      PV2: ['NM'],
      OBX: ['SI', 'ID', 'CE', 'ST', '*'],
    },
    types: TYPES,
    base: ['ST', 'SI', 'NM', 'ID', 'IS', 'FT', 'TX'],
  },
};

/** Parser, the segment, MSH-18, the place, our text, their text, and whether that is explained. */
const READINGS = [
  ['HAPI', 'NTE|1||\\B\\o', '', 'NTE[1]-3[1].1.1', '\\B\\o', 'Bo', true],
  ['HAPI', 'NTE|1||\\X41\\', '', 'NTE[1]-3[1].1.1', 'A', '\\X41\\', true],
  ['HAPI', 'NTE|1||\\X41\\', '', 'NTE[1]-3[1].1.1', 'B', '\\X41\\', false],
  ['HAPI', 'NTE|1||\\E\\B\\E\\o', '', 'NTE[1]-3[1].1.1', '\\B\\o', 'Bo', false],
  ['HAPI', 'NTE|1||  x', '', 'NTE[1]-3[1].1.1', '  x', 'x', true],
  ['HAPI', 'NTE|1||x  ', '', 'NTE[1]-3[1].1.1', 'x  ', 'x', false],
  ['HAPI', 'PV1|1||| x', '', 'PV1[1]-4[1].1.1', ' x', 'x', false],
  ['HAPI', 'PV1|1|||x&y', '', 'PV1[1]-4[1].2.1', undefined, 'y', true],
  ['HAPI', 'PV1|1|||x&y', '', 'PV1[1]-4[1].1.2', 'y', undefined, true],
  ['HAPI', 'PV1|1|||x&y^z', '', 'PV1[1]-4[1].2.1', 'z', 'y', false],
  ['HAPI', 'PV1|1||x&y', '', 'PV1[1]-3[1].1.2', 'y', undefined, false],
  ['HAPI', 'NTE|1||\x1b$B;3\x1b(B', '~ISO IR87', 'NTE[1]-3[1].1.1', '山', '\x1b$B;3\x1b(B', true],
  ['HAPI', 'NTE|1||\x1b$B;3\x1b(B', '~ISO IR87', 'NTE[1]-3[1].1.1', '山', '?', false],
  ['hl7apy', 'NTE|1||x  ', '', 'NTE[1]-3[1].1.1', 'x  ', 'x', true],
  ['hl7apy', 'PID|1|x  |y', '', 'PID[1]-2[1].1.1', 'x  ', 'x', false],
  ['hl7apy', 'PID|1|  |y', '', 'PID[1]-2[1].1.1', '  ', undefined, true],
  ['hl7apy', 'PID|1| x|y', '', 'PID[1]-2[1].1.1', ' x', undefined, false],
  ['hl7apy', 'NTE|1||x|y', '', 'NTE[1]-4[1].1.1', 'y', undefined, true],
  ['hl7apy', 'NTE|1||x|y', '', 'NTE[1]-3[1].1.1', 'x', undefined, false],
  ['hl7apy', 'PID|1|x^^^^y', '', 'PID[1]-2[1].5.1', 'y', undefined, true],
  ['hl7apy', 'PID|1|x^^^^y', '', 'PID[1]-2[1].2.1', undefined, 'y', true],
  ['hl7apy', 'PID|1|x^^^^y', '', 'PID[1]-2[1].3.1', undefined, 'y', false],
  ['hl7apy', 'NTE|06', '', 'NTE[1]-1[1].1.1', '06', '6', true],
  ['hl7apy', 'PV2|+.80 |', '', 'PV2[1]-1[1].1.1', '+.80 ', '0.80', true],
  ['hl7apy', 'PV2|.80', '', 'PV2[1]-1[1].1.1', '.80', '0.8', false],
  ['hl7apy', 'NTE|1||06', '', 'NTE[1]-3[1].1.1', '06', '6', false],
  ['hl7apy', 'NTE|0.6', '', 'NTE[1]-1[1].1.1', '0.6', '.6', false],
];

const REFUSALS = [
  ['HAPI', 'ISO IR87', 'ca.uhn.hl7v2.parser.EncodingNotSupportedException: no', true],
  ['HAPI', '~ISO IR87', 'ca.uhn.hl7v2.parser.EncodingNotSupportedException: no', false],
  ['HAPI', 'ISO IR87', 'java.lang.NullPointerException', false],
  ['hl7apy', 'ISO IR87', 'InvalidEncodingChars: no', false],
];

const segment = (name, more = {}) => ({ name, min: 1, repeats: false, ...more });
const any = segment('Hxx', { min: 0 });

/** Version and structure, our tree, theirs, and whether the difference has a cause. */
const STRUCTURES = [
  ['2.6', 'EHC_E21', 'IVC PSL', [segment('IVC', { choice: true }), segment('PSL', { choice: true })], true],
  ['2.6', 'EHC_E21', 'IVC {PSL}', [segment('IVC', { choice: true }), segment('PSL', { choice: true })], false],
  ['2.6', 'MFN_M01', 'MFE', [segment('MFE'), any], true],
  ['2.6', 'MFN_M01', 'MFI MFE', [segment('MFE'), any], false],
  ['2.6', 'PGL_PC6', 'ORC <OBR|ODS|ODT|RQ1|RQD|RXO>', [segment('ORC'), choiceOf('OBR', 'Hxx')], true],
  ['2.6', 'PGL_PC6', 'ORC <OBR|RXO>', [segment('ORC'), choiceOf('OBR', 'Hxx')], false],
  ['2.5.1', 'PPR_PC1', 'ORC <OBR|ODS|ODT|RQ1|RQD|RXO>', [segment('ORC'), choiceOf('OBR')], true],
  ['2.6', 'PPR_PC1', 'ORC <OBR|ODS|ODT|RQ1|RQD|RXO>', [segment('ORC'), choiceOf('OBR')], false],
];

/** How many specimens there are, and those that the rules treat otherwise than they should. */
export function wrongSpecimens() {
  const wrong = [
    ...READINGS.filter((specimen) => isReadingExplained(specimen) !== specimen.at(-1)),
    ...REFUSALS.filter(
      ([parser, set, trouble, isKnown]) => (refusalOf(parser, message(set, ''), trouble) !== undefined) !== isKnown,
    ),
    ...STRUCTURES.filter(
      ([version, id, our, nodes, isKnown]) => (causeOf({ version, id, our, nodes }) !== undefined) !== isKnown,
    ),
  ];
  return {
    count: READINGS.length + REFUSALS.length + STRUCTURES.length,
    wrong: wrong.map((specimen) => JSON.stringify(specimen)),
  };
}

function isReadingExplained([parser, line, set, place, our, their]) {
  return explainer(parser, message(set, line), MODEL)(place, our, their) !== undefined;
}

function message(set, line) {
  return Buffer.from(`MSH|^~\\&|A|B|C|D|20260101||ADT^A01^ADT_A01|1|T|2.5.1||||||${set}\r${line}\r`, 'latin1');
}

function choiceOf(...names) {
  return segment('CHOICE', { isChoice: true, nodes: names.map((name) => segment(name)) });
}
