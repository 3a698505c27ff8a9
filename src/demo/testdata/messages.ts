/** Small, valid messages for the tests; `id` in each is MSH-10. */

let count = 0;

export interface Facts {
  readonly id?: string;
  readonly sender?: string;
  readonly version?: string;
  /** PID-3. */
  readonly patient?: string;
  /** PV1-19. */
  readonly visit?: string;
  readonly charset?: string;
}

export const PATIENT = '111^^^HOSP^MR';
export const OTHER = '222^^^HOSP^MR';

export function msh(type: string, { id = `M${++count}`, sender = 'EHR|WEST', version = '2.5.1', charset = '' }: Facts = {}): string {
  const end = charset === '' ? '' : `||||||${charset}`;
  return `MSH|^~\\&|${sender}|ENGINE|HUB|20260102030405||${type}|${id}|T|${version}${end}`;
}

export function pid({ patient = PATIENT }: Facts = {}): string {
  return `PID|1||${patient}||DOE^JANE||19800229|F`;
}

export function pv1({ visit = 'V1^^^HOSP^VN' }: Facts = {}, bed = 'ICU^101^A', patientClass = 'I'): string {
  return `PV1|1|${patientClass}|${bed}||||||||||||||||${visit}`;
}

export function message(...segments: readonly string[]): string {
  return segments.map((segment) => `${segment}\r`).join('');
}

export function adt(event: string, facts: Facts = {}, bed?: string, patientClass?: string): string {
  return message(msh(`ADT^${event}`, facts), `EVN|${event}|20260102030405`, pid(facts), pv1(facts, bed, patientClass));
}

export function addPerson(facts: Facts = {}): string {
  return adt('A28', facts, '', 'N');
}

export function merge(survivor: string, subsumed: string, facts: Facts = {}): string {
  return message(msh('ADT^A40', facts), 'EVN|A40|20260102030405', pid({ patient: survivor }), `MRG|${subsumed}`);
}

export function order(placer: string, control = 'NW', facts: Facts = {}, section = 'CH'): string {
  const filler = control === 'NW' || control === 'CA' ? '' : `F-${placer}`;
  const obr = `OBR|1|${placer}|${filler}|2345-7^Glucose^LN||||||||||||||||||||${section}`;
  return message(msh('ORM^O01', facts), pid(facts), `ORC|${control}|${placer}|${filler}`, obr);
}

export function result(placer: string, facts: Facts = {}, ...more: readonly string[]): string {
  const obx = 'OBX|1|NM|2345-7^Glucose^LN|a.1|99|mg/dL|||||F';
  return message(
    msh('ORU^R01', { sender: 'LIS|LAB', ...facts }),
    pid(facts),
    `OBR|1|${placer}|F-${placer}|2345-7^Glucose^LN|||20260102|||||||||||||||20260102|||F`,
    ...(more.length > 0 ? more : [obx]),
  );
}

export function encodedOrder(placer: string, filler: string, facts: Facts = {}): string {
  return message(
    msh('RDE^O11', { sender: 'PHA|RX', ...facts }),
    pid(facts),
    `ORC|RE|${placer}|${filler}`,
    'RXE||313782^Paracetamol 500 mg^RXNORM|1||TAB',
    'RXR|PO',
  );
}

export function dose(filler: string, number: string, facts: Facts = {}, action = 'A'): string {
  return message(
    msh('RAS^O17', facts),
    pid(facts),
    `ORC|RE||${filler}`,
    `RXA|1|${number}|20260102|20260102|313782^Paracetamol 500 mg^RXNORM|1||||||||||||||CP|${action}`,
    'RXR|PO',
  );
}
