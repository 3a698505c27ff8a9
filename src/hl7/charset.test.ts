import { describe, expect, it } from 'vitest';
import { charsetOf } from './charset.js';
import type { Message } from './message.js';
import { parseMessage } from './parse.js';

/** MSH-18, a text, and its bytes as other software writes them. */
const CASES: readonly (readonly [string, string, string, string])[] = [
  ['ASCII', 'us-ascii', 'Smith', '536d697468'],
  ['8859/1', 'iso-8859-1', 'Müller', '4dfc6c6c6572'],
  ['8859/2', 'iso-8859-2', 'Łódź', 'a3f364bc'],
  ['8859/3', 'iso-8859-3', 'Ħal', 'a1616c'],
  ['8859/4', 'iso-8859-4', 'Ķēniņš', 'd3ba6e69f1b9'],
  ['8859/5', 'iso-8859-5', 'Иван', 'b8d2d0dd'],
  ['8859/6', 'iso-8859-6', 'علي', 'd9e4ea'],
  ['8859/7', 'iso-8859-7', 'Νίκος', 'cddfeaeff2'],
  ['8859/8', 'iso-8859-8', 'דוד', 'e3e5e3'],
  ['8859/9', 'iso-8859-9', 'Şahin', 'de6168696e'],
  ['8859/15', 'iso-8859-15', 'œuvre €', 'bd75767265 20a4'],
  ['ISO IR14', 'jis_x0201', 'ﾔﾏﾀﾞ', 'd4cfc0de'],
  ['UNICODE UTF-8', 'utf-8', 'Łukasz 山田 🏥', 'c5 81 756b61737a20 e5b1b1e794b0 20f09f8fa5'],
  ['UNICODE', 'utf-8', 'é', 'c3a9'],
  ['GB 18030-2000', 'gb18030', '王倈𠮷', 'cdf5 827c 9534b235'],
  ['KS X 1001', 'euc-kr', '홍길동', 'c8ab b1e6 b5bf'],
  ['BIG-5', 'big5', '許功蓋', 'b35c a55c bb5c'],
  ['ISO IR87', 'iso-2022-jp', '山田', '1b2442 3b334544 1b2842'],
  ['~ISO IR87', 'iso-2022-jp', 'Yamada=山田', '59616d6164613d 1b2442 3b334544 1b2842'],
  ['ASCII~ISO IR159', 'iso-2022-jp', '丂', '1b242844 3021 1b2842'],
  ['Shift_JIS', 'shift_jis', 'ソ表能', '835c 955c 945c'],
  ['windows-1252', 'windows-1252', '“€”', '938094'],
  ['EUC-JP', 'euc-jp', '山田', 'bbb3c5c4'],
];

function header(msh18: string): Buffer {
  return Buffer.from(`MSH|^~\\&|A${'|'.repeat(15)}${msh18}\r`, 'latin1');
}

function parsed(bytes: Buffer): Message {
  const result = parseMessage(bytes);
  if (result.kind === 'malformed') throw new Error(result.defects[0]?.reason);
  return result.message;
}

describe.each(CASES)('MSH-18 %s', (msh18, iana, text, hex) => {
  const bytes = Buffer.from(hex.replaceAll(' ', ''), 'hex');
  const plain = (before: string, after: string) =>
    Buffer.concat([header(msh18), Buffer.from(before), bytes, Buffer.from(after)]);

  it('is read', () => {
    const message = parsed(plain('PID|1||7^', '^x~second|next^one\rNTE|1\r'));
    expect(message.charset.iana).toBe(iana);
    expect(message.get('PID-3.2')).toBe(text);
    expect(message.first('PID')?.get('3.2')).toBe(text);
    expect([message.get('PID-3.3'), message.get('PID-3[2]'), message.get('PID-4.2')]).toEqual(['x', 'second', 'one']);
    expect(message.rawText('PID-3')).toBe(`7^${text}^x~second`);
    expect(message.bytes('PID-3.2')).toEqual(bytes);
    expect(message.get('NTE-1')).toBe('1');
    expect(message.observations.filter(({ code }) => code !== 'unregistered-charset')).toEqual([]);
  });

  it('is written', () => {
    const message = parsed(Buffer.concat([header(msh18), Buffer.from('PID|1||7^a^x\rNTE|1\r')]));
    expect(message.with('PID-3.2', text).raw).toEqual(plain('PID|1||7^', '^x\rNTE|1\r'));
  });

  it('is kept', () => {
    const whole = plain('PID|1||7^', '^x\rNTE|1\r');
    expect(parsed(whole).serialize()).toEqual(whole);
    expect(parsed(whole).with('PID-1', '2').with('PID-1', '1').raw).toEqual(whole);
    expect(parsed(whole).withSegments((lines) => lines).raw).toEqual(whole);
  });

  it('leaves other bytes alone in an edit', () => {
    const message = parsed(plain('PID|1||7^', '^x\r')).with('PID-3.3', 'yz');
    expect(message.raw).toEqual(plain('PID|1||7^', '^yz\r'));
    expect(message.get('PID-3.2')).toBe(text);
  });
});

describe('delimiters inside characters', () => {
  it.each([
    ['Shift_JIS', '8354 837c 837e 835e 8358'],
    ['GB 18030-2000', '815c 817c 817e 815e 8158 81308130'],
    ['BIG-5', 'a45c a47c a47e a45e'],
    ['~ISO IR87', '1b2442 255c 257c 257e 255e 2526 1b2842'],
    ['~ISO IR159', '1b242844 305c 307c 307e 305e 3026 1b2842'],
  ])('do not split a field of %s', (msh18, hex) => {
    const bytes = Buffer.from(hex.replaceAll(' ', ''), 'hex');
    const message = parsed(Buffer.concat([header(msh18), Buffer.from('PID|'), bytes, Buffer.from('|2\r')]));
    expect(message.bytes('PID-1')).toEqual(bytes);
    expect(message.repetitions('PID-1')).toBe(1);
    expect(message.get('PID-2')).toBe('2');
  });

  it('do not hide MSH-18 behind a Shift-JIS name in MSH-3', () => {
    const text = Buffer.concat([
      Buffer.from('MSH|^~\\&|'),
      Buffer.from('837c83618357', 'hex'),
      Buffer.from(`${'|'.repeat(15)}Shift_JIS\rPID|`),
      Buffer.from('955c', 'hex'),
      Buffer.from('\r'),
    ]);
    expect(parsed(text).charset.iana).toBe('shift_jis');
    expect(parsed(text).get('PID-1')).toBe('表');
    expect(parsed(text).get('MSH-18')).toBe('Shift_JIS');
  });

  it('are delimiters after a lead byte that begins no character', () => {
    const message = parsed(Buffer.concat([header('BIG-5'), Buffer.from('PID|a\xff|b\r', 'latin1')]));
    expect(message.get('PID-2')).toBe('b');
  });

  it('end a two-byte set with the segment', () => {
    const open = Buffer.from('PID|\x1b$B;3\rNTE|1|2\r', 'latin1');
    const message = parsed(Buffer.concat([header('~ISO IR87'), open]));
    expect(message.get('NTE-2')).toBe('2');
    expect(message.get('PID-1')).toBe('山');
  });
});

describe('character sets', () => {
  it('are ASCII where nothing is declared, and then read byte by byte', () => {
    const message = parsed(Buffer.from('MSH|^~\\&|A\rPID|\xe9\x80\r', 'latin1'));
    expect(message.charset).toMatchObject({ name: '', iana: 'us-ascii', origin: 'table-0211' });
    expect(message.get('PID-1')).toBe('\xe9\x80');
  });

  it('can be assumed for a connection', () => {
    const bytes = Buffer.from('MSH|^~\\&|A\rPID|é\r', 'utf8');
    const result = parseMessage(bytes, { defaultCharset: 'UNICODE UTF-8' });
    expect(result.kind === 'message' && result.message.get('PID-1')).toBe('é');
    const edited = result.kind === 'message' ? result.message.with('MSH-3', 'ö').with('PID-2', 'ü') : undefined;
    expect(edited?.raw.toString('utf8')).toBe('MSH|^~\\&|ö\rPID|é|ü\r');
    const declared = parseMessage(Buffer.concat([header('8859/1'), Buffer.from('PID|\xe9\r', 'latin1')]), {
      defaultCharset: 'UNICODE UTF-8',
    });
    expect(declared.kind === 'message' && declared.message.get('PID-1')).toBe('é');
  });

  it('refuse characters that they lack', () => {
    for (const name of [
      '8859/1',
      '8859/5',
      'KS X 1001',
      'BIG-5',
      'ISO IR14',
      'Shift_JIS',
      'ISO IR87',
      'CNS 11643-1992',
    ]) {
      expect(charsetOf([name]).encode('🏥'), name).toBeUndefined();
    }
    expect(charsetOf(['UNICODE UTF-8']).encode('\ud800')).toBeUndefined();
  });

  it('are known by their origin', () => {
    expect(['CNS 11643-1992', 'UTF-8', 'constructor', 'latin-99'].map((name) => charsetOf([name]).origin)).toEqual([
      'table-0211',
      'local',
      'unknown',
      'unknown',
    ]);
    expect(charsetOf(['UNICODE UTF-16']).isRefused).toBe(true);
    expect(charsetOf(['UNICODE UTF-8']).isRefused).toBe(false);
  });

  it('pass bytes of CNS 11643 through one by one', () => {
    const bytes = Buffer.concat([header('CNS 11643-1992'), Buffer.from('PID|\xa4\xe8\r', 'latin1')]);
    expect(parsed(bytes).get('PID-1')).toBe('\xa4\xe8');
    expect(parsed(bytes).with('PID-1', '\xe8\xa4').bytes('PID-1')).toEqual(Buffer.from('e8a4', 'hex'));
  });
});
