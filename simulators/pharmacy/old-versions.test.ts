import { describe, expect, test } from 'vitest';
import type { Message } from '../../src/hl7/message.js';
import { parseMessage } from '../../src/hl7/parse.js';
import { dosesTaken } from '../care/dose-record.js';
import { PharmacyWard } from './testing/pharmacy-ward.js';

const PLACER = { id: 'P77', namespace: 'HIS' };

function message(...lines: readonly string[]): Message {
  const parsed = parseMessage(Buffer.from(`${lines.join('\r')}\r`));
  if (parsed.kind === 'malformed') throw new Error('a test message is malformed');
  return parsed.message;
}

function header(type: string, version: string, id = 'H1'): string {
  return `MSH|^~\\&|HIS|GH|PHA|GH|20260302090000||${type}|${id}|T|${version}`;
}

function scene(version: '2.3' | '2.3.1' | '2.5.1' = '2.5.1'): { readonly ward: PharmacyWard; readonly pid: string } {
  const ward = new PharmacyWard({}, { orderAnswer: 'same-connection', version });
  return { ward, pid: ward.ward.last('ADT').message.first('PID')?.rawText() ?? '' };
}

describe('a prescription that came as ORM^O01', () => {
  const rxo = 'RXO|198440^Acetaminophen 500 MG^RXNORM|1000||mg|Oral Tablet';

  test.each(['2.3', '2.3.1', '2.5.1'])('is answered by ORR^O02 with RXO in %s', (version) => {
    const { ward, pid } = scene();
    const order = message(header('ORM^O01', version), pid, 'ORC|NW|P77^HIS|||||^Q6H|||||', rxo, 'RXR|PO');
    const reply = ward.ward.deliver('pharmacy', order);
    expect([reply.type.code, reply.get('MSH-12'), reply.get('ORC-1')]).toEqual(['ORR', version, 'OK']);
    expect(reply.get('RXO-1')).toBe('198440');
    expect(ward.held(PLACER).order).toMatchObject({ repeatPattern: 'Q6H', amountMin: 1000 });
  });

  test('without RXO is refused with the place', () => {
    const { ward, pid } = scene();
    const order = message(header('ORM^O01', '2.5.1'), pid, 'ORC|NW|P77^HIS', 'OBR|1|P77^HIS||58410-2^CBC^LN');
    const reply = ward.ward.deliver('pharmacy', order);
    expect([reply.get('MSA-1'), reply.get('ERR-3.1'), reply.rawText('ERR-2')]).toEqual(['AE', '100', 'RXO^1']);
  });
});

describe('an order that the prescriber encoded', () => {
  const rxe = 'RXE|^Q6H|198440^Acetaminophen 500 MG^RXNORM|1000||mg';

  test('is verified as it comes, answered by RRE, and can be dispensed at once', () => {
    const { ward, pid } = scene();
    const order = message(header('RDE^O11', '2.5.1'), pid, 'ORC|NW|P77^HIS', rxe, 'TQ1|1||Q6H', 'RXR|PO');
    const reply = ward.ward.deliver('pharmacy', order);
    expect([reply.type.code, reply.get('ORC-1'), reply.get('ORC-2')]).toEqual(['RRE', 'OK', 'P77']);
    ward.inPharmacy({ kind: 'dispense' }, PLACER);
    expect(ward.held(PLACER)).toMatchObject({ state: 'dispensed', dispenses: [{ subId: '1' }] });
    expect(ward.ward.types('pharmacy')).toEqual(['RDS^O13']);
  });

  test('is screened like any other, and RE is what ORC-1 may say', () => {
    const { ward, pid } = scene();
    ward.active('Paracetamol 500 mg');
    const order = message(header('RDE^O11', '2.5.1'), pid, 'ORC|RE|P77^HIS', rxe, 'TQ1|1||Q6H', 'RXR|PO');
    const reply = ward.ward.deliver('pharmacy', order);
    expect(reply.get('ORC-1')).toBe('UA');
    expect(ward.held(PLACER).reason).toContain('duplicate therapy');
  });

  test('in 2.3.1 events are O01 and O02, and the doses are counted just so', () => {
    const { ward, pid } = scene('2.3.1');
    const order = message(header('RDE^O01', '2.3.1'), pid, 'ORC|NW|P77^HIS', rxe, 'RXR|PO');
    expect(ward.ward.deliver('pharmacy', order).get('MSH-9.2')).toBe('O02');
    const { filler } = ward.held(PLACER).order.numbers;
    const orc = `ORC|RE|P77^HIS|${filler?.id}^${filler?.namespace}`;
    const rxa = 'RXA|0|1|20260302091000|20260302091000|198440^Acetaminophen^RXNORM|1000|mg|||||||||||||CP|A';
    const dose = message(header('RAS^O01', '2.3.1', 'H2'), pid, orc, rxa, 'RXR|PO');
    const reply = ward.ward.deliver('pharmacy', dose);
    expect([reply.get('MSH-9.1'), reply.get('MSH-9.2'), reply.get('ORC-1')]).toEqual(['RRA', 'O02', 'OK']);
    expect(dosesTaken(ward.held(PLACER).administrations)).toHaveLength(1);
  });

  test('2.3 has no dispense that could be built: it is not sent, not counted, and noticed', () => {
    const { ward, pid } = scene('2.3');
    ward.ward.deliver('pharmacy', message(header('RDE^O01', '2.3'), pid, 'ORC|NW|P77^HIS', rxe, 'RXR|PO'));
    ward.inPharmacy({ kind: 'dispense' }, PLACER);
    expect(ward.held(PLACER).dispenses).toEqual([]);
    expect(ward.ward.alerts()).toEqual(['a dispense cannot be told in HL7 2.3']);
  });
});

describe('what cannot be read is refused with code and place', () => {
  const rxo = 'RXO|198440^Acetaminophen^RXNORM|1000||mg';
  test.each<[string, readonly string[], readonly [string, string, string]]>([
    ['no ORC', [rxo], ['AE', '100', 'ORC^1']],
    ['no order control', ['ORC||P77', rxo, 'RXR|PO'], ['AE', '101', 'ORC^1^1']],
    ['a filler’s order control', ['ORC|SC|P77', rxo, 'RXR|PO'], ['AE', '103', 'ORC^1^1']],
    ['no medicine', ['ORC|NW|P77', 'RXO||1000||mg', 'RXR|PO'], ['AE', '101', 'RXO^1^1']],
    ['no route', ['ORC|NW|P77', rxo], ['AE', '100', 'RXR^1']],
    ['one of two orders', ['ORC|NW|P77', rxo, 'RXR|PO', 'ORC|NW|P78', 'RXR|PO'], ['AE', '100', 'RXO^2']],
  ])('%s', (_what, lines, expected) => {
    const { ward, pid } = scene();
    const reply = ward.ward.deliver('pharmacy', message(header('OMP^O09^OMP_O09', '2.5.1'), pid, ...lines));
    expect([reply.get('MSA-1'), reply.get('ERR-3.1'), reply.rawText('ERR-2')]).toEqual(expected);
    expect(ward.ward.of('pharmacy', ward.patient).prescriptions).toEqual([]);
  });

  test('OMP in a version that has none', () => {
    const { ward, pid } = scene();
    const reply = ward.ward.deliver('pharmacy', message(header('OMP^O09', '2.3.1'), pid, 'ORC|NW|P77', rxo, 'RXR|PO'));
    expect(reply.get('MSA-1')).toBe('AR');
    expect(reply.get('MSA-3')).toContain('2.4');
  });

  test('an order without a placer number is understood, and not accepted', () => {
    const { ward, pid } = scene();
    const reply = ward.ward.deliver('pharmacy', message(header('OMP^O09', '2.5.1'), pid, 'ORC|NW', rxo, 'RXR|PO'));
    expect([reply.get('MSA-1'), reply.get('ORC-1')]).toEqual(['AA', 'UA']);
  });
});
