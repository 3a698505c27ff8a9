import { describe, expect, it } from 'vitest';
import { FORWARDING } from '../defects/forwarding.js';
import { type DefectName, Defects } from '../defects.js';
import { spoiledMessage } from './forwarded.js';

const HEAD = {
  update: 'MSH|^~\\&|A|B|C|D|2026||ADT^A08^ADT_A01|1|T|2.5.1',
  order: 'MSH|^~\\&|A|B|C|D|2026||ORM^O01|1|T|2.5.1',
  result: 'MSH|^~\\&|A|B|C|D|2026||ORU^R01|1|T|2.5.1',
  dose: 'MSH|^~\\&|A|B|C|D|2026||RAS^O17|1|T|2.5.1',
};

function spoilt(defect: DefectName, ...lines: readonly string[]): readonly string[] {
  const bytes = Buffer.from(`${lines.join('\r')}\r`, 'latin1');
  return spoiledMessage(bytes, new Defects([defect]))
    .toString('latin1')
    .split('\r')
    .slice(0, -1);
}

/** The kind of message, one of its lines, and what becomes of it; nothing where the line is gone. */
type Specimen = readonly [kind: keyof typeof HEAD, line: string, becomes: string | undefined];

/** Not here: what is spoilt by another file, or in the header. */
type Elsewhere = 'keeps-merged-id' | 'one-version' | 'plan-as-admission';

const SPECIMENS: Readonly<Record<Exclude<(typeof FORWARDING)[number]['name'], Elsewhere>, Specimen>> = {
  'always-cr': ['order', 'ORC|UC|P1^EHR', 'ORC|CR|P1^EHR'],
  'breaks-line-breaks': ['result', 'OBX|1|FT|X||one\\.br\\two', 'OBX|1|FT|X||onetwo'],
  'correction-adds': ['result', 'OBX|1|NM|X||4||||||C', 'OBX|1|NM|X|99|4||||||F'],
  'cuts-placer-to-first-component': ['order', 'ORC|NW|P1^EHR^1.2^ISO|F1^LIS', 'ORC|NW|P1|F1^LIS'],
  'cuts-location': ['update', 'PV1|2|I|ICU^101^A', 'PV1|2|I|ICU'],
  'decodes-as-utf8': ['result', 'NTE|1||J\xfcrgen', 'NTE|1||J\xef\xbf\xbdrgen'],
  'drops-group-number': ['order', 'ORC|NW|P1||G1^EHR', 'ORC|NW|P1||'],
  'drops-repetitions': ['result', 'OBX|1|TX|X||one~two', 'OBX|1|TX|X||one'],
  'drops-z-segment': ['order', 'ZDS|1', undefined],
  'everyone-inpatient': ['update', 'PV1|2|O|X', 'PV1|2|I|X'],
  'flattens-subids': ['result', 'OBX|1|NM|X|2|4', 'OBX|1|NM|X||4'],
  'loses-accession-number': ['result', 'OBR|1|P|F|||||||||||||||ACC', 'OBR|1|P|F|||||||||||||||'],
  'loses-additives': ['order', 'RXC|A|X|20', undefined],
  'loses-filler-number': ['result', 'OBR|1|P1|F1|X', 'OBR|1|P1||X'],
  'loses-flags': ['result', 'OBX|1|NM|X||7.1|mmol/L|3-5|HH|||F', 'OBX|1|NM|X||7.1|mmol/L|3-5||||F'],
  'loses-parent': ['result', `OBR|1|P|F${'|'.repeat(23)}X&Y|||P^EHR|`, `OBR|1|P|F${'|'.repeat(26)}|`],
  'loses-order-reason': ['order', `ORC|OC|P1${'|'.repeat(14)}^Haemolysed`, `ORC|OC|P1${'|'.repeat(14)}`],
  'loses-priority': ['order', 'ORC|NW|P1|||||1^Q6H^^^^S', 'ORC|NW|P1|||||1^Q6H^^^'],
  'loses-refusal-reason': ['dose', `RXA|0|1|${'|'.repeat(15)}R|0|RE`, `RXA|0|1|${'|'.repeat(15)}|0|CP`],
  'loses-specimen-number': ['result', 'SPM|1|A&LIS||SER', 'SPM|1|||SER'],
  'null-as-text': ['update', 'PID|1||1||A||""|""', 'PID|1||1||A||null|null'],
  'rounds-numbers': ['result', 'OBX|1|NM|X||5.6|mmol/L', 'OBX|1|NM|X||6|mmol/L'],
  'status-regress': ['result', 'OBX|1|NM|X||4||||||C', 'OBX|1|NM|X||4||||||P'],
  'truncates-silently': ['result', `NTE|1||${'x'.repeat(201)}`, `NTE|1||${'x'.repeat(200)}`],
  'ua-as-ok': ['order', 'ORC|UA|P1', 'ORC|OK|P1'],
  'unescapes-twice': ['update', 'PID|1||1||A \\T\\ B', 'PID|1||1||A & B'],
  'update-as-delta': ['update', 'NK1|1|""', undefined],
};

describe.each(Object.entries(SPECIMENS))('%s', (name, [kind, line, becomes]) => {
  const defect = FORWARDING.find((each) => each.name === name);
  const rest = [HEAD[kind], 'EVN||2026', 'PV1|1|I'];

  it('spoils what it names, and nothing beside it', () => {
    if (!defect) throw new Error(`${name} is not in the list`);
    const lines = [...rest, line, 'XXX|1|2'];
    expect(spoilt(defect.name, ...lines)).toEqual([...rest, ...(becomes === undefined ? [] : [becomes]), 'XXX|1|2']);
  });
});

it('one-version: every message says that it is one of 2.5.1', () => {
  expect(spoilt('one-version', HEAD.order.replace('2.5.1', '2.3'))).toEqual([HEAD.order]);
});

it('plan-as-admission: A05 goes on as A01', () => {
  const plan = HEAD.update.replace('A08^ADT_A01', 'A05^ADT_A05');
  const admission = HEAD.update.replace('A08', 'A01');
  expect(spoilt('plan-as-admission', plan, 'EVN|A05|2026', 'PV1|1|P')).toEqual([admission, 'EVN|A01|2026', 'PV1|1|P']);
});

it('without a defect the very bytes go on', () => {
  const bytes = Buffer.from(
    Object.values(SPECIMENS)
      .map(([, line]) => `${line}\r`)
      .join(''),
    'latin1',
  );
  expect(spoiledMessage(bytes, new Defects())).toBe(bytes);
});
