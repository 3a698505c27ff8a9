/** Synthetic messages, every line ended by CR. Sizes are in bytes. */

const ADT_LINES: readonly string[] = [
  'MSH|^~\\&|EHR|WEST WING|LIS|LAB|20260301083000+0000||ADT^A01^ADT_A01|BENCH000001|T|2.5.1|||AL|NE|USA|UNICODE UTF-8|en^English^ISO639',
  'EVN|A01|20260301083000+0000|||0173^SANTOS^MARIA^L^^^RN|20260301082500+0000|WEST WING',
  'PID|1||8000123^^^WEST WING&2.16.840.1.113883.19.5&ISO^MR||FERREIRA^ANA^LUCIA^^MS^^L||19710412|F||2106-3^White^HL70005|14 RUA DAS FLORES^APT 3^PORTO ALEGRE^RS^90000^BRA^H~PO BOX 7^^PORTO ALEGRE^RS^90001^BRA^M||^PRN^PH^^55^51^5550142|^WPN^PH^^55^51^5550188|en^English^ISO639|M^Married^HL70002|||||||||||||||N',
  'NK1|1|FERREIRA^JOAO^^^MR|SPO^Spouse^HL70063|14 RUA DAS FLORES^APT 3^PORTO ALEGRE^RS^90000^BRA^H|^PRN^PH^^55^51^5550143',
  'PV1|1|I|4 EAST^412^B^WEST WING^^N|E|||2031^OKAFOR^CHIDI^^^DR^^^WEST WING|2044^LIND^KARIN^^^DR||MED||||7|||2031^OKAFOR^CHIDI^^^DR|IN|V00045812^^^WEST WING^VN|||||||||||||||||||||||||20260301082500+0000',
  'AL1|1|DA^Drug allergy^HL70127|7980^Penicillin G^RXNORM|SV^Severe^HL70128|Hives|20010504',
];

const ORU_HEADER: readonly string[] = [
  'MSH|^~\\&|LIS|LAB|EHR|WEST WING|20260301101500+0000||ORU^R01^ORU_R01|BENCH000001|T|2.5.1|||AL|NE|USA|UNICODE UTF-8',
  'PID|1||8000123^^^WEST WING&2.16.840.1.113883.19.5&ISO^MR||FERREIRA^ANA^LUCIA^^MS^^L||19710412|F',
  'PV1|1|I|4 EAST^412^B^WEST WING^^N|E|||2031^OKAFOR^CHIDI^^^DR',
  'ORC|RE|P0001^EHR|F0001^LIS||CM||||20260301083000+0000|||2031^OKAFOR^CHIDI^^^DR',
  'OBR|1|P0001^EHR|F0001^LIS|24323-8^Comprehensive metabolic panel^LN|||20260301084500+0000|||||||||2031^OKAFOR^CHIDI^^^DR||||||20260301101000+0000||CH|F',
];

/** What `read` must find in every sample: MSH-10, PID-5.1, PID-3.1. */
export const EXPECTED_FIELDS: readonly [string, string, string] = ['BENCH000001', 'FERREIRA', '8000123'];

const RESULTS_IN_SMALL_REPORT = 30;

/** ADT^A01, about 1 KB. */
export function admission(): Buffer {
  return message(ADT_LINES);
}

/** ORU^R01 with 30 results, about 3 KB. */
export function report(): Buffer {
  return message([...ORU_HEADER, ...Array.from({ length: RESULTS_IN_SMALL_REPORT }, (_, at) => resultLine(at))]);
}

/** ORU^R01 with as many results as make at least `bytes`. */
export function largeReport(bytes: number): Buffer {
  const lines = [...ORU_HEADER];
  let length = lines.reduce((sum, line) => sum + line.length + 1, 0);
  for (let at = 0; length < bytes; at++) {
    const line = resultLine(at);
    lines.push(line);
    length += line.length + 1;
  }
  return message(lines);
}

/** The same message under another control id of the same length. */
export function withControlId(sample: Buffer, id: string): Buffer {
  const copy = Buffer.from(sample);
  copy.write(id.padEnd(EXPECTED_FIELDS[0].length, 'X'), copy.indexOf(EXPECTED_FIELDS[0]), 'latin1');
  return copy;
}

function message(lines: readonly string[]): Buffer {
  return Buffer.from(`${lines.join('\r')}\r`, 'latin1');
}

function resultLine(at: number): string {
  const value = 70 + (at % 60);
  const flag = value > 99 ? 'H' : 'N';
  return `OBX|${at + 1}|NM|2345-7^Glucose [Mass/volume]^LN||${value}|mg/dL^^UCUM|70-99|${flag}|||F|||20260301084500+0000`;
}
