import { describe, expect, it } from 'vitest';
import {
  type AcknowledgmentError,
  acknowledge,
  ERROR_TEXTS,
  type Reply,
  readAcknowledgment,
} from './acknowledgment.js';
import type { Message } from './message.js';
import { parseMessage } from './parse.js';

function parsed(text: string | Buffer, defaultCharset = ''): Message {
  const result = parseMessage(typeof text === 'string' ? Buffer.from(text, 'latin1') : text, { defaultCharset });
  if (result.kind === 'malformed') throw new Error(result.defects[0]?.reason);
  return result.message;
}

const trigger = (version: string) =>
  parsed(`MSH|^~\\&|EHR^1.2.3^ISO|HOSP|LIS|LAB|20240102||ADT^A01^ADT_A01|M1|T|${version}|||AL|NE\rPID|1\r`);

const REPLY: Reply = {
  code: 'AA',
  application: 'LIS',
  facility: 'LAB',
  controlId: 'R1',
  at: new Date('2024-01-02T03:04:05Z'),
};

function lines(message: Message, reply: Partial<Reply> = {}): readonly string[] {
  const acknowledgment = acknowledge(message, { ...REPLY, ...reply });
  expect(acknowledgment.observations.filter(({ code }) => code !== 'unregistered-charset')).toEqual([]);
  return acknowledgment.serialize().toString('latin1').split('\r').slice(0, -1);
}

const ERRORS: readonly AcknowledgmentError[] = [
  { code: '101', location: { segment: 'PID', field: 5 }, userMessage: 'Family name is missing' },
  {
    code: '103',
    location: { segment: 'OBX', sequence: 2, field: 5, component: 3, subcomponent: 1 },
    severity: 'W',
    diagnostic: 'E|7',
  },
  { code: 'L1' },
];

describe('the header of an acknowledgment', () => {
  it.each([
    ['2.1', 'ACK'],
    ['2.2', 'ACK'],
    ['2.3', 'ACK'],
    ['2.3.1', 'ACK^A01'],
    ['2.4', 'ACK^A01^ACK'],
    ['2.5', 'ACK^A01^ACK'],
    ['2.5.1', 'ACK^A01^ACK'],
    ['2.6', 'ACK^A01^ACK'],
    ['2.7', 'ACK^A01^ACK'],
    ['2.8.2', 'ACK^A01^ACK'],
  ])('of %s says %s', (version, type) => {
    expect(lines(trigger(version))).toEqual([
      `MSH|^~\\&|LIS|LAB|EHR^1.2.3^ISO|HOSP|20240102030405+0000||${type}|R1|T|${version}`,
      'MSA|AA|M1',
    ]);
  });

  it('has no event where the trigger has none', () => {
    expect(lines(parsed('MSH|^~\\&|A|B|||||ADT|M1|T|2.5.1\r'))[0]).toBe(
      'MSH|^~\\&|LIS|LAB|A|B|20240102030405+0000||ACK|R1|T|2.5.1',
    );
  });

  it('answers in a known version where the version of the trigger is none', () => {
    expect(lines(trigger('9.9'))[0]).toMatch(/\|2\.5\.1$/);
    expect(lines(trigger(''))[0]).toMatch(/\|2\.5\.1$/);
    expect(lines(trigger('2.5.1'), { version: '2.3' })[0]).toMatch(/\|ACK\|R1\|T\|2\.3$/);
  });

  it('copies what is to be copied byte for byte', () => {
    const message = parsed(
      'MSH|^~\\&|A^1.2.3^ISO~X|B&C^D|||||ADT^A01|\\E\\id\\X41\\ |P^T|2.5.1^USA&x^1||||||8859/1~8859/5\r',
    );
    expect(lines(message)).toEqual([
      'MSH|^~\\&|LIS|LAB|A^1.2.3^ISO~X|B&C^D|20240102030405+0000||ACK^A01^ACK|R1|P^T|2.5.1^USA&x^1||||||8859/1~8859/5',
      'MSA|AA|\\E\\id\\X41\\ ',
    ]);
  });

  it('uses the delimiters of the trigger', () => {
    const message = parsed('MSH:;~\\&:A;B:C:::::ADT;A01:M;1:T:2.5.1\r');
    expect(
      lines(message, { application: 'LIS^1.2:3^ISO', controlId: 'R:1', code: 'AE', errors: ERRORS.slice(0, 1) }),
    ).toEqual([
      'MSH:;~\\&:LIS;1.2\\F\\3;ISO:LAB:A;B:C:20240102030405+0000::ACK;A01;ACK:R\\F\\1:T:2.5.1',
      'MSA:AE:M;1',
      'ERR::PID;1;5:101;Required field missing;HL70357:E::::Family name is missing',
    ]);
    expect(lines(parsed('MSH|^~\\&#|A|B|||||ADT^A01|1#|T|2.7\r'))).toEqual([
      'MSH|^~\\&#|LIS|LAB|A|B|20240102030405+0000||ACK^A01^ACK|R1|T|2.7',
      'MSA|AA|1#',
    ]);
  });

  it.each([
    ['UNICODE UTF-8', 'utf8', 'Łó'],
    ['Shift_JIS', 'latin1', '\x83\x7c\x95\x5c'],
    ['BIG-5', 'latin1', '\xb3\x5c'],
    ['', 'latin1', '\xe9\xff'],
  ] as const)('keeps a control id in odd bytes (%s)', (charset, encoding, id) => {
    const message = parsed(Buffer.from(`MSH|^~\\&|${id}||||||ADT^A01|${id}|T|2.5.1||||||${charset}\r`, encoding));
    const acknowledgment = acknowledge(message, REPLY);
    expect(acknowledgment.bytes('MSA-2')).toEqual(Buffer.from(id, encoding));
    expect(acknowledgment.bytes('MSH-5')).toEqual(Buffer.from(id, encoding));
    expect(readAcknowledgment(acknowledgment)?.controlId).toBe(message.controlId);
    expect(readAcknowledgment(acknowledgment)?.controlIdBytes).toEqual(message.bytes('MSH-10'));
  });

  it('never fails for want of a character', () => {
    const text = 'Łukasz é 🏥';
    const reply = { text, errors: [{ code: '207', userMessage: text }] };
    expect(readAcknowledgment(acknowledge(trigger('2.5.1'), { ...REPLY, ...reply }))?.text).toBe('?ukasz ? ?');
    const latin1 = parsed('MSH|^~\\&|||||||ADT^A01|1|T|2.5.1||||||8859/1\r');
    expect(readAcknowledgment(acknowledge(latin1, { ...REPLY, ...reply }))?.text).toBe('?ukasz é ?');
    const assumed = parsed('MSH|^~\\&|||||||ADT^A01|1|T|2.5.1\r', 'UNICODE UTF-8');
    expect(readAcknowledgment(acknowledge(assumed, { ...REPLY, ...reply }))?.text).toBe(text);
  });

  it('answers a message without a control id', () => {
    expect(lines(parsed('MSH|^~\\&|A\r'))[1]).toBe('MSA|AA');
  });
});

describe('text and errors', () => {
  it('repeat ERR-1 up to 2.4, and put the first text into MSA-3', () => {
    expect(lines(trigger('2.4'), { code: 'AE', errors: ERRORS }).slice(1)).toEqual([
      'MSA|AE|M1|Family name is missing',
      'ERR|PID^1^5^101&Required field missing&HL70357~OBX^2^5^103&Table value not found&HL70357~^^^L1',
    ]);
    expect(lines(trigger('2.3'), { code: 'AE', errors: ERRORS.slice(0, 1), text: 'No' }).slice(1)).toEqual([
      'MSA|AE|M1|No',
      'ERR|PID^1^5^101&Required field missing',
    ]);
  });

  it.each(['2.5', '2.5.1', '2.6', '2.7', '2.8.2'])('are a segment each in %s', (version) => {
    expect(lines(trigger(version), { code: 'AE', errors: ERRORS }).slice(1)).toEqual([
      'MSA|AE|M1',
      'ERR||PID^1^5|101^Required field missing^HL70357|E||||Family name is missing',
      'ERR||OBX^2^5^1^3^1|103^Table value not found^HL70357|W|||E\\F\\7',
      'ERR|||L1|E',
    ]);
  });

  it('stand in MSA-3 before 2.7 only', () => {
    expect(lines(trigger('2.6'), { text: 'Fine' })[1]).toBe('MSA|AA|M1|Fine');
    expect(lines(trigger('2.7'), { text: 'Fine' })[1]).toBe('MSA|AA|M1');
  });

  it('name the codes of table 0357', () => {
    expect(Object.keys(ERROR_TEXTS)).toHaveLength(14);
    expect(ERROR_TEXTS['204']).toBe('Unknown key identifier');
    expect(lines(trigger('2.5.1'), { errors: [{ code: 'constructor' }] })[2]).toBe('ERR|||constructor|E');
  });
});

describe('reading an acknowledgment', () => {
  it.each(['2.5.1', '2.6'])('gives back what was written in %s', (version) => {
    const read = readAcknowledgment(
      acknowledge(trigger(version), { ...REPLY, code: 'AE', errors: ERRORS, text: 'a|b' }),
    );
    expect(read).toEqual({
      code: 'AE',
      controlId: 'M1',
      controlIdBytes: Buffer.from('M1'),
      text: 'a|b',
      errors: [
        { ...ERRORS[0], severity: 'E', location: { segment: 'PID', sequence: 1, field: 5 } },
        {
          ...ERRORS[1],
          location: { segment: 'OBX', sequence: 2, field: 5, repetition: 1, component: 3, subcomponent: 1 },
        },
        { code: 'L1', severity: 'E' },
      ],
    });
  });

  it('gives back places and codes of 2.4', () => {
    const read = readAcknowledgment(acknowledge(trigger('2.4'), { ...REPLY, code: 'AR', errors: ERRORS }));
    expect(read?.errors).toEqual([
      { code: '101', location: { segment: 'PID', sequence: 1, field: 5 } },
      { code: '103', location: { segment: 'OBX', sequence: 2, field: 5 } },
      { code: 'L1' },
    ]);
  });

  it('takes each form as it stands, whatever the version says', () => {
    const read = (err: string) =>
      readAcknowledgment(parsed(`MSH|^~\\&|||||||ACK|1|T|2.5.1\rMSA|AE|7\r${err}\r`))?.errors;
    expect(read('ERR|PID^1^3^101&missing')).toEqual([
      { code: '101', location: { segment: 'PID', sequence: 1, field: 3 } },
    ]);
    expect(read('ERR||PID^1^3~PV1^1^2|101|F')).toEqual([
      { code: '101', location: { segment: 'PID', sequence: 1, field: 3 } },
      { code: '101', location: { segment: 'PV1', sequence: 1, field: 2 } },
    ]);
    expect(read('ERR||PID^x^0|102|I')).toEqual([{ code: '102', severity: 'I', location: { segment: 'PID' } }]);
    expect(read('ERR||||E|||why|who')).toEqual([{ code: '', severity: 'E', diagnostic: 'why', userMessage: 'who' }]);
    expect(read('ERR')).toEqual([]);
    expect(read('NTE|1')).toEqual([]);
  });

  it('keeps MSA-2 as it was sent', () => {
    const read = readAcknowledgment(parsed('MSH|^~\\&|||||||ACK\rMSA|AA| a\\T\\b^c |ok\r'));
    expect(read).toMatchObject({ code: 'AA', controlId: ' a&b^c ', text: 'ok' });
    expect(read?.controlIdBytes.toString()).toBe(' a\\T\\b^c ');
    expect(readAcknowledgment(parsed('MSH|^~\\&|||||||ACK\rMSA\r'))).toEqual({
      code: '',
      controlId: '',
      controlIdBytes: Buffer.alloc(0),
      errors: [],
    });
  });

  it('is undefined without MSA', () => {
    expect(readAcknowledgment(trigger('2.5.1'))).toBeUndefined();
  });
});
