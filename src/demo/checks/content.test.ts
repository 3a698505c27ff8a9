import { describe, expect, it } from 'vitest';
import { parseMessage } from '../../hl7/parse.js';
import { locationText } from '../problem.js';
import {
  addPerson,
  adt,
  dose,
  encodedOrder,
  merge,
  message,
  msh,
  order,
  pid,
  pv1,
  result,
} from '../testdata/messages.js';
import { contentProblems } from './content.js';
import { unacceptable } from './header.js';

function problems(text: string): string[] {
  const parsed = parseMessage(Buffer.from(text, 'latin1'));
  if (parsed.kind === 'malformed') throw new Error('malformed');
  const header = unacceptable(parsed.message);
  const found = header ? [header] : contentProblems(parsed.message);
  return found.map(({ code, at }) => `${code} ${at ? locationText(at) : ''}`);
}

/** The message with one piece of text replaced; fails where it is not there. */
function spoiled(text: string, from: string, to: string): string[] {
  if (!text.includes(from)) throw new Error(`"${from}" is not in the message`);
  return problems(text.replace(from, to));
}

describe('content of a message', () => {
  it.each([
    ['ADT^A01', adt('A01')],
    ['ADT^A28', addPerson()],
    ['ADT^A40', merge('1^^^A', '2^^^A')],
    ['ORM^O01', order('P1')],
    ['ORM^O01 without detail', message(msh('ORM^O01'), pid(), 'ORC|CA|P1')],
    ['ORU^R01', result('P1')],
    ['RDE^O11', encodedOrder('P1', 'F1')],
    ['RAS^O17', dose('F1', '1')],
    ['unexpected segments and fields', adt('A01').replace('PV1|', 'ZZZ|x\rNK1|1|DOE^JOHN\rPV1|')],
    ['HL7 null', adt('A08').replace('19800229|F', '""|""')],
    [
      'other delimiters',
      message('MSH:;~\\&:EHR:W:E:H:20260101::ADT;A28:1:T:2.5.1', 'EVN::20260101', 'PID:1::1;;;A::DOE', 'PV1::N'),
    ],
  ])('takes %s', (_, text) => {
    expect(problems(text)).toEqual([]);
  });

  it.each([
    ['an unknown message type', 'ADT^A01', 'ZZZ^A01', '200 MSH-9.1'],
    ['an unknown event', 'ADT^A01', 'ADT^A99', '201 MSH-9.2'],
    ['a name that every object has', 'ADT^A01', 'constructor^A01', '200 MSH-9.1'],
    ['an unknown version', '|2.5.1', '|9.9', '203 MSH-12'],
    ['production', '|T|2.5.1', '|P|2.5.1', '202 MSH-11'],
  ])('rejects %s', (_, from, to, expected) => {
    expect(spoiled(adt('A01'), from, to)).toEqual([expected]);
  });

  it.each([
    ['a missing event', /EVN[^\r]*\r/, '', '100 EVN'],
    ['a missing patient', /PID[^\r]*\r/, '', '100 PID'],
    ['a missing visit', /PV1[^\r]*\r/, '', '100 PV1'],
    ['a second patient', /(PID[^\r]*\r)/, '$1$1', '100 PV1'],
    ['a visit before the patient', /(PID[^\r]*\r)(PV1[^\r]*\r)/, '$2$1', '100 PID'],
  ])('finds %s', (_, from, to, expected) => {
    expect(problems(adt('A01').replace(from, to))).toEqual([expected]);
  });

  it.each([
    ['PID-3 empty', pid(), pid().replace('111^^^HOSP^MR', ''), '101 PID-3'],
    ['PID-5 with separators only', 'DOE^JANE', '^', '101 PID-5'],
    ['PV1-2 empty', 'PV1|1|I', 'PV1|1|', '101 PV1-2'],
    ['MSH-7 empty', '|20260102030405||ADT', '|||ADT', '101 MSH-7'],
    ['a 29 February that is not', '19800229', '19810229', '102 PID-7'],
    ['text for a date', 'EVN|A01|20260102030405', 'EVN|A01|yesterday', '102 EVN-2'],
    ['a sex outside the table', '|F', '|Q', '103 PID-8'],
    ['a patient class outside the table', 'PV1|1|I', 'PV1|1|Z', '103 PV1-2'],
    ['an end block inside', 'DOE^JANE', 'DOE^JA\x1cNE', '102 PID-5'],
    ['a zero byte', 'DOE^JANE', 'DOE^JA\x00NE', '102 PID-5'],
  ])('finds %s', (_, from, to, expected) => {
    expect(spoiled(adt('A01'), from, to)).toEqual([expected]);
  });

  it.each([
    ['text for a number', '|99|', '|abc|', '102 OBX-5'],
    ['one repetition that is no number', '|99|', '|99~x|', '102 OBX-5[2]'],
    ['a structured number without a number', 'NM|2345-7^Glucose^LN|a.1|99', 'SN|2345-7|a.1|>^x', '102 OBX-5.2'],
    ['an unknown value type', 'OBX|1|NM', 'OBX|1|QQ', '103 OBX-2'],
    ['a value without a type', 'OBX|1|NM', 'OBX|1|', '101 OBX-2'],
    ['no observation status', '|||||F\r', '|||||\r', '101 OBX-11'],
    ['an unknown observation status', '|||||F\r', '|||||Q\r', '103 OBX-11'],
    ['an unknown result status', '20260102|||F', '20260102|||Q', '103 OBR-25'],
    ['no service', '2345-7^Glucose^LN|||2026', '|||2026', '101 OBR-4'],
  ])('finds %s in a result', (_, from, to, expected) => {
    expect(spoiled(result('P1'), from, to)).toEqual([expected]);
  });

  it('names the segment among those of its name', () => {
    const obx = (n: number, value: string) => `OBX|${n}|NM|2345-7||${value}||||||F`;
    expect(problems(result('P1', {}, obx(1, '1'), obx(2, 'x'), obx(3, 'y')))).toEqual(['102 OBX[2]-5', '102 OBX[3]-5']);
    expect(problems(result('P1', {}, obx(1, '1').replace('||||||F', '')))).toEqual(['101 OBX-11']);
  });

  it('finds an order control outside the table, and RXE without its amount', () => {
    expect(spoiled(order('P1'), 'ORC|NW', 'ORC|QQ')).toEqual(['103 ORC-1']);
    expect(spoiled(encodedOrder('P1', 'F1'), '|1||TAB', '|||TAB')).toEqual(['101 RXE-3']);
  });

  it('refuses a character set that is not in the table', () => {
    expect(problems(adt('A01', { charset: 'KLINGON' }))).toEqual(['103 MSH-18']);
  });

  it('refuses a fragment of a message', () => {
    expect(problems(`${result('P1')}DSC|1|I\r`)).toEqual(['100 DSC']);
    expect(spoiled(adt('A01'), '|T|2.5.1', '|T|2.5.1||7')).toEqual(['100 MSH-14']);
  });

  it('takes an early version without MSH-7', () => {
    expect(problems(adt('A01', { version: '2.3' }).replace('|20260102030405||ADT', '|||ADT'))).toEqual([]);
  });

  it('stays quick with a million repetitions and with thousands of segments', () => {
    const many = '7^^^X~'.repeat(1_000_000);
    expect(problems(adt('A01', { patient: `${many}1` }))).toEqual([]);
    const obx = Array.from({ length: 5_000 }, (_, i) => `OBX|${i % 1000}|NM|2345-7||${i}||||||F`);
    expect(problems(result('P1', {}, ...obx))).toEqual([]);
  });

  it('knows every message type with its visit segments where they belong', () => {
    expect(problems(message(msh('ADT^A17'), 'EVN||20260101', pid(), pv1(), pid(), pv1()))).toEqual([]);
    expect(problems(message(msh('ADT^A17'), 'EVN||20260101', pid(), pv1()))).toEqual(['100 PID[2]']);
    expect(problems(message(msh('SIU^S12'), 'SCH||||||R||||||||||9^X||||9^Y', pid(), 'RGS|1', 'AIS|1||CT'))).toEqual(
      [],
    );
  });
});
