/** Messages of a synthetic ward, written by hand as an EHR, a LIS, a RIS and a pharmacy would send them. */
export interface WardPatient {
  readonly mrn: string;
  readonly name: string;
  readonly born: string;
  readonly sex: string;
  readonly visit: string;
}

export const FRASER: WardPatient = {
  mrn: '80041177',
  name: 'FRASER^Isobel^Mary^^Mrs',
  born: '19480229',
  sex: 'F',
  visit: 'V5500231',
};
export const OBRIEN: WardPatient = { mrn: '80041185', name: "O'BRIEN-SMITH^Declan", born: '19711104', sex: 'M', visit: 'V5500232' };
export const HOSTILE: WardPatient = {
  mrn: '80041193',
  name: `<script>alert(1)</script>^"><img src=x onerror=alert(2)>^</details>`,
  born: '19900101',
  sex: 'F',
  visit: 'V5500233',
};

const lines = (...segments: readonly string[]): string => segments.map((segment) => `${segment}\r`).join('');

const APPLICATIONS: Readonly<Record<string, string>> = {
  ehr: 'WARDEHR|STMUNGO',
  lis: 'CORELIS|STMUNGO',
  ris: 'IMAGERIS|STMUNGO',
  pharmacy: 'RXDESK|STMUNGO',
  sut: 'HUB|STMUNGO',
};

export function header(from: string, to: string, type: string, controlId: string, time = '20250311093000+0000'): string {
  return `MSH|^~\\&|${APPLICATIONS[from]}|${APPLICATIONS[to]}|${time}||${type}|${controlId}|T|2.5.1|||AL|NE||UNICODE UTF-8`;
}

export function pid(patient: WardPatient): string {
  const { mrn, name, born, sex } = patient;
  return `PID|1||${mrn}^^^STMUNGO^MR~943476${mrn.slice(-4)}^^^NHS^NH||${name}||${born}|${sex}|||14 Rosemount Place^^Aberdeen^^AB25 2XL^GBR^H||^PRN^PH^^44^1224^555019|||M||AC${mrn}^^^STMUNGO^AN`;
}

export function pv1(patient: WardPatient, bed = 'ICU^101^A^STMUNGO', discharged = ''): string {
  const doctor = '3344556^Hussain^Amira^^^Dr^^^STMUNGO^L^^^DN';
  const head = `PV1|1|I|${bed}|R|||${doctor}|||MED||||1|||${doctor}|IP|${patient.visit}^^^STMUNGO^VN`;
  return `${head}|||||||||||||||||||||||||20250311091500+0000|${discharged}`;
}

export function adt(trigger: string, controlId: string, patient: WardPatient, more: readonly string[] = []): string {
  const structure = { A01: 'ADT_A01', A03: 'ADT_A03', A13: 'ADT_A01', A40: 'ADT_A39' }[trigger] ?? 'ADT_A01';
  return lines(
    header('ehr', 'sut', `ADT^${trigger}^${structure}`, controlId),
    `EVN||20250311093000+0000||||20250311092900+0000`,
    pid(patient),
    ...more,
    pv1(patient, 'ICU^101^A^STMUNGO', trigger === 'A03' ? '20250311092800+0000' : ''),
  );
}

export function ack(trigger: string, code: string, controlId: string, from: string, to: string, errors: readonly string[] = []): string {
  return lines(
    header(from, to, `ACK^${trigger}^ACK`, `K${controlId}`.slice(0, 20), '20250311093001+0000'),
    `MSA|${code}|${controlId}`,
    ...errors,
  );
}

export function order(controlId: string, patient: WardPatient, placer: string, service: string, section = 'LAB'): string {
  return lines(
    header('ehr', 'sut', 'ORM^O01^ORM_O01', controlId),
    pid(patient),
    pv1(patient),
    `ORC|NW|${placer}^WARDEHR||||||^^^20250311100000+0000^^R|20250311093000+0000|||3344556^Hussain^Amira`,
    `OBR|1|${placer}^WARDEHR||${service}|||||||N|||||3344556^Hussain^Amira||||||||${section}`,
  );
}

export function orderAnswer(controlId: string, answers: string, placer: string, filler: string, service: string): string {
  return lines(
    header('lis', 'sut', 'ORR^O02^ORR_O02', controlId),
    `MSA|AA|${answers}`,
    `ORC|OK|${placer}^WARDEHR|${filler}^CORELIS||SC||||20250311093010+0000`,
    `OBR|1|${placer}^WARDEHR|${filler}^CORELIS|${service}`,
  );
}

export const POTASSIUM = '2823-3^Potassium [Moles/volume] in Serum or Plasma^LN';

export function result(
  controlId: string,
  patient: WardPatient,
  placer: string,
  filler: string,
  status: string,
  observations: readonly string[],
): string {
  return lines(
    header('lis', 'sut', 'ORU^R01^ORU_R01', controlId, '20250311094500+0000'),
    pid(patient),
    pv1(patient),
    `ORC|RE|${placer}^WARDEHR|${filler}^CORELIS||CM`,
    `OBR|1|${placer}^WARDEHR|${filler}^CORELIS|24323-8^Comprehensive metabolic 2000 panel^LN|||20250311091000+0000|||||||||3344556^Hussain^Amira||||||20250311094400+0000||LAB|${status}`,
    ...observations,
    `SPM|1|S${filler}&WARDEHR^S${filler}&CORELIS||SER^Serum^HL70487|||||||||||||20250311091000+0000|20250311092000+0000`,
  );
}

export function obx(setId: number, code: string, value: string, unit: string, range: string, flag: string, status: string): string {
  return `OBX|${setId}|NM|${code}||${value}|${unit}^^UCUM|${range}|${flag}|||${status}|||20250311091000+0000||||||||St Mungo Laboratory^D^^^^CLIA^XX^^^99D1234567|1 Ward Road^^Aberdeen^^AB25^GBR`;
}

export const PANEL: readonly (readonly [string, string, string, string, string])[] = [
  ['2951-2^Sodium [Moles/volume] in Serum or Plasma^LN', '139', 'mmol/L', '136-145', 'N'],
  [POTASSIUM, '6.1', 'mmol/L', '3.5-5.1', 'HH'],
  ['2075-0^Chloride [Moles/volume] in Serum or Plasma^LN', '101', 'mmol/L', '98-107', 'N'],
  ['2160-0^Creatinine [Mass/volume] in Serum or Plasma^LN', '1.4', 'mg/dL', '0.5-1.1', 'H'],
  ['3094-0^Urea nitrogen [Mass/volume] in Serum or Plasma^LN', '22', 'mg/dL', '7-20', 'H'],
  ['2345-7^Glucose [Mass/volume] in Serum or Plasma^LN', '96', 'mg/dL', '70-99', 'N'],
];

export function panel(status: string): readonly string[] {
  return PANEL.map(([code, value, unit, range, flag], index) => obx(index + 1, code, value, unit, range, flag, status));
}

export function report(controlId: string, patient: WardPatient, placer: string): string {
  return lines(
    header('ris', 'sut', 'ORU^R01^ORU_R01', controlId, '20250311101500+0000'),
    pid(patient),
    pv1(patient),
    `OBR|1|${placer}^WARDEHR|R77012^IMAGERIS|36643-5^XR Chest 2 Views^LN|||20250311100500+0000||||||||||||||||20250311101400+0000||RAD|F|||||||&Lindqvist&Sara`,
    `OBX|1|FT|18748-4^Diagnostic imaging study^LN||The heart is of normal size.\\.br\\No consolidation, no effusion.\\.br\\\\.br\\Impression: no acute finding.||||||F|||20250311101400+0000`,
  );
}

export function administration(controlId: string, patient: WardPatient, completion: string, reason = ''): string {
  return lines(
    header('ehr', 'sut', 'RAS^O17^RAS_O17', controlId, '20250311120500+0000'),
    pid(patient),
    pv1(patient),
    `ORC|RE|P9001^WARDEHR|RX4410^RXDESK`,
    `RXR|PO^Oral^HL70162`,
    `RXA|0|1|20250311120000+0000|20250311120000+0000|198440^acetaminophen 500 MG Oral Tablet^RXNORM|${completion === 'RE' ? 0 : 1000}|mg^^UCUM||||7788^Byrne^Orla||||||${reason}||${completion}|A`,
  );
}

export function prescription(controlId: string, patient: WardPatient): string {
  return lines(
    header('pharmacy', 'sut', 'RDE^O11^RDE_O11', controlId, '20250311113000+0000'),
    pid(patient),
    pv1(patient),
    `ORC|RE|P9001^WARDEHR|RX4410^RXDESK||CM||||20250311113000+0000`,
    `RXE|1000^Q6H^^20250311120000+0000|198440^acetaminophen 500 MG Oral Tablet^RXNORM|1000||mg^^UCUM|TAB^Tablet||||||||5566^Larsen^Kim|RX4410`,
    `TQ1|1||Q6H|||1000^mg&&UCUM|20250311120000+0000`,
    `RXR|PO^Oral^HL70162`,
  );
}
