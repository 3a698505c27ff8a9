import { type Grammar, grammar } from './grammar.js';

const PATIENT = '[PID [PV1]]';
const PRIOR_RESULTS = '{[ PID [PV1] { [ORC] OBR {[OBX|SPM|SAC]} } ]}';
const ENCODED = '[RXO {[RXR]} {[RXC]}] [RXE {RXR} {[RXC]}]';
const ANSWER = 'MSH MSA';

/**
 * The message types that the engine knows, by message code and trigger event, as the order of the segments it relies on
 * (chapters 3, 4, 6, 7, 9 and 10 of v2.5.1, loosened where earlier versions or common practice differ). Segments that a
 * line does not name may stand anywhere.
 */
const STRUCTURES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ADT: {
    ...every('A01 A02 A03 A04 A05 A08 A09 A10 A11 A12 A13 A14 A15 A16', 'MSH EVN PID PV1'),
    ...every('A21 A22 A23 A25 A26 A27 A28 A29 A31 A32 A33 A38 A52 A53 A54 A55 A61 A62', 'MSH EVN PID PV1'),
    ...every('A06 A07', 'MSH EVN PID [MRG] PV1'),
    ...every('A17', 'MSH EVN PID PV1 PID PV1'),
    ...every('A18', 'MSH EVN PID MRG [PV1]'),
    ...every('A24 A37', 'MSH EVN PID [PV1] PID [PV1]'),
    ...every('A30 A34 A35 A36 A46 A47 A48 A49', 'MSH EVN PID MRG'),
    ...every('A39 A40 A41 A42 A43 A44', 'MSH EVN {PID MRG [PV1]}'),
    ...every('A45', 'MSH EVN PID {MRG PV1}'),
    ...every('A50 A51', 'MSH EVN PID MRG PV1'),
    ...every('A60', 'MSH EVN PID [PV1]'),
  },
  ORM: { O01: `MSH ${PATIENT} { ORC [ OBR|RQD|RQ1|RXO|ODS|ODT {[OBX]} ] }` },
  OML: {
    O21: `MSH ${PATIENT} { ORC [{ OBR {[OBX|SPM|SAC]} }] ${PRIOR_RESULTS} }`,
    O33: `MSH ${PATIENT} { SPM {[OBX|SAC]} { ORC [{ OBR {[OBX]} }] } }`,
    O35: `MSH ${PATIENT} { SPM {[OBX]} { SAC { ORC [{ OBR {[OBX]} }] } } }`,
  },
  OMG: { O19: `MSH ${PATIENT} { ORC OBR {[OBX|SPM|SAC]} ${PRIOR_RESULTS} }` },
  OMI: { O23: `MSH ${PATIENT} { ORC OBR {[OBX]} {IPC} }` },
  OMP: { O09: `MSH ${PATIENT} { ORC RXO {RXR} {[RXC]} {[OBX]} }` },
  ORU: {
    R01: 'MSH { [PID {[OBX]} [PV1]] { [ORC] OBR {[OBX|SPM]} } }',
    ...every('R30 R31 R32', 'MSH PID [PV1] ORC OBR {OBX}'),
  },
  OUL: { R22: 'MSH [PID] [PV1] { SPM {[OBX]} {[SAC]} { OBR [ORC] {[OBX]} } }' },
  RDE: every('O01 O11 O25', `MSH ${PATIENT} { ORC [RXO {[RXR]} {[RXC]}] RXE {RXR} {[RXC]} {[OBX]} }`),
  RDS: every('O01 O13', `MSH ${PATIENT} { ORC ${ENCODED} RXD {RXR} {[RXC]} {[OBX]} }`),
  RGV: every('O01 O15', `MSH ${PATIENT} { ORC ${ENCODED} { RXG {RXR} {[RXC]} {[OBX]} } }`),
  RAS: every('O01 O17', `MSH ${PATIENT} { ORC ${ENCODED} { {RXA} RXR {[OBX]} } }`),
  MDM: {
    ...every('T01 T03 T05 T07 T09 T11', 'MSH EVN PID PV1 {[ [ORC] OBR ]} TXA'),
    ...every('T02 T04 T06 T08 T10', 'MSH EVN PID PV1 {[ [ORC] OBR ]} TXA {OBX}'),
  },
  SIU: every(
    'S12 S13 S14 S15 S16 S17 S18 S19 S20 S21 S22 S23 S24 S26',
    'MSH SCH {[PID [PV1]]} { RGS {[AIS|AIG|AIL|AIP]} }',
  ),
  DFT: { P03: 'MSH EVN PID [PV1] {FT1}' },
  ORR: { O02: ANSWER },
  ORL: every('O22 O34 O36', ANSWER),
  ORG: { O20: ANSWER },
  ORI: { O24: ANSWER },
  ORP: { O10: ANSWER },
  RRE: every('O01 O02 O12 O26', ANSWER),
  RRD: every('O02 O14', ANSWER),
  RRG: every('O02 O16', ANSWER),
  RRA: every('O02 O18', ANSWER),
};

function every(events: string, rule: string): Readonly<Record<string, string>> {
  return Object.fromEntries(events.split(' ').map((event) => [event, rule]));
}

const read = new Map<string, Grammar>();

export function isKnownCode(code: string): boolean {
  return Object.hasOwn(STRUCTURES, code);
}

/** Undefined for an event that the engine does not know. */
export function structureOf(code: string, event: string): Grammar | undefined {
  const rules = isKnownCode(code) ? STRUCTURES[code] : undefined;
  const rule = rules && Object.hasOwn(rules, event) ? rules[event] : undefined;
  if (rule === undefined) return undefined;
  const known = read.get(rule) ?? grammar(rule);
  read.set(rule, known);
  return known;
}
