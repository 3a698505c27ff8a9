import { describe, expect, it } from 'vitest';
import { buildMessage, comp, type FieldValue, NULL, raw, repeat, segment } from './build.js';
import { delimitersOf } from './delimiters.js';
import { parseMessage } from './parse.js';

function line(fields: Readonly<Record<number, FieldValue>>): string {
  const message = buildMessage([segment('MSH', { 10: '1', 18: 'UNICODE UTF-8' }), segment('ZZZ', fields)]);
  return message.first('ZZZ')?.rawText() ?? '';
}

describe('fields', () => {
  it.each<readonly [string, Readonly<Record<number, FieldValue>>, string]>([
    ['text', { 1: 'a', 3: 'c' }, 'ZZZ|a||c'],
    ['nothing', { 1: undefined, 2: '', 3: comp(), 4: repeat() }, 'ZZZ'],
    ['delimiters in text', { 1: 'a|b^c&d~e\\f' }, 'ZZZ|a\\F\\b\\S\\c\\T\\d\\R\\e\\E\\f'],
    ['a line break in text', { 1: 'a\r\nb' }, 'ZZZ|a\\X0D0A\\b'],
    ['components', { 2: comp('a', undefined, 'c', '') }, 'ZZZ||a^^c'],
    ['subcomponents', { 1: ['a', undefined, 'c&', ''] }, 'ZZZ|a&&c\\T\\'],
    ['subcomponents in a component', { 1: comp('x', ['a', 'b']) }, 'ZZZ|x^a&b'],
    ['repetitions', { 1: repeat('a', comp('b', 'c'), undefined, ['d', 'e'], '') }, 'ZZZ|a~b^c~~d&e'],
    ['the HL7 null', { 1: NULL, 2: comp('a', NULL), 3: repeat(NULL) }, 'ZZZ|""|a^""|""'],
    ['raw text', { 1: raw('a\\.br\\b'), 2: comp(raw('x&y'), '&') }, 'ZZZ|a\\.br\\b|x&y^\\T\\'],
    ['text beyond ASCII', { 1: 'Łukasz' }, 'ZZZ|Łukasz'],
    ['high numbers', { 30: 'x' }, `ZZZ${'|'.repeat(30)}x`],
  ])('%s', (_, fields, expected) => {
    expect(line(fields)).toBe(expected);
  });
});

describe('messages', () => {
  it('begin with the delimiters and end each segment with CR', () => {
    const message = buildMessage([
      segment('MSH', { 3: 'A', 9: comp('ACK', 'A01', 'ACK') }),
      segment('MSA', { 1: 'AA' }),
    ]);
    expect(message.raw.toString()).toBe('MSH|^~\\&|A||||||ACK^A01^ACK\rMSA|AA\r');
    expect(message.observations).toEqual([]);
  });

  it('use the delimiters that they are given', () => {
    const delimiters = delimitersOf(':', ';~\\&');
    const drafts = [segment('MSH', { 3: comp('A', 'B:C') }), segment('PID', { 3: repeat('1', comp('2', '|')) })];
    const message = buildMessage(drafts, { delimiters });
    expect(message.raw.toString()).toBe('MSH:;~\\&:A;B\\F\\C\rPID:::1~2;|\r');
    expect(message.get('MSH-3.2')).toBe('B:C');
    expect(buildMessage(drafts, { delimiters: delimitersOf('|', '^~\\&#') }).get('MSH-2')).toBe('^~\\&#');
  });

  it('are written in the set of MSH-18, or in the one that the caller wants', () => {
    const pid = segment('PID', { 5: 'é' });
    const latin1 = buildMessage([segment('MSH', { 18: '8859/1' }), pid]);
    expect(latin1.bytes('PID-5')).toEqual(Buffer.from([0xe9]));
    const lying = buildMessage([segment('MSH', { 18: 'UNICODE UTF-8' }), pid], { charset: '8859/1' });
    expect(lying.bytes('PID-5')).toEqual(Buffer.from([0xe9]));
    expect(lying.get('PID-5')).toBe('\uFFFD');
    const undeclared = buildMessage([segment('MSH', {}), pid], { charset: 'UNICODE UTF-8' });
    expect(undeclared.get('PID-5')).toBe('é');
    const japanese = buildMessage([segment('MSH', { 18: repeat('', 'ISO IR87') }), segment('PID', { 5: '山' })]);
    expect(japanese.bytes('PID-5')?.toString('latin1')).toBe('\x1b$B;3\x1b(B');
  });

  it.each([
    ['no MSH', () => buildMessage([segment('PID', {})]), 'begins with MSH, not with PID'],
    ['nothing', () => buildMessage([]), 'begins with MSH, not with nothing'],
    ['MSH-1 given', () => buildMessage([segment('MSH', { 1: '|' })]), 'MSH-1 and MSH-2 come from the delimiters'],
    ['a bad name', () => buildMessage([segment('MSH', {}), segment('pid', {})]), '"pid" is not a segment name'],
    ['field 0', () => buildMessage([segment('MSH', {}), segment('PID', { 0: 'x' })]), 'PID-0 is no field'],
    [
      'a CR',
      () => buildMessage([segment('MSH', {}), segment('PID', { 1: raw('a\rb') })]),
      'raw text in PID holds a CR',
    ],
    [
      'characters without a declared set',
      () => buildMessage([segment('MSH', {}), segment('PID', { 5: 'é' })]),
      'PID holds "é", which ASCII does not have; set MSH-18 to UNICODE UTF-8',
    ],
    [
      'characters that the set lacks',
      () => buildMessage([segment('MSH', { 18: '8859/1' }), segment('PID', { 5: 'aŁ' })]),
      'PID holds "Ł", which 8859/1 does not have',
    ],
    ['UTF-16', () => buildMessage([segment('MSH', { 18: 'UNICODE UTF-16' })]), 'cannot build the message'],
  ])('refuse %s', (_, build, message) => {
    expect(build).toThrow(message);
  });

  it('come back from their bytes', () => {
    const message = buildMessage([
      segment('MSH', { 9: comp('ADT', 'A01'), 18: 'UNICODE UTF-8' }),
      segment('PID', { 3: repeat(comp('1', undefined, undefined, ['H', '1.2', 'ISO']), '2'), 5: comp('O|Neil', '山') }),
    ]);
    const result = parseMessage(message.serialize());
    expect(
      result.kind === 'message' && ['PID-3.4.2', 'PID-3[2]', 'PID-5', 'PID-5.2'].map((p) => result.message.get(p)),
    ).toEqual(['1.2', '2', 'O|Neil', '山']);
  });
});
