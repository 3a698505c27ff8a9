import { describe, expect, it } from 'vitest';
import type { Message } from './message.js';
import { parseMessage } from './parse.js';

function parsed(text: string, options?: { defaultCharset?: string }): Message {
  const result = parseMessage(Buffer.from(text, 'latin1'), options);
  if (result.kind === 'malformed') throw new Error(result.defects[0]?.reason);
  return result.message;
}

describe('malformed bytes', () => {
  it.each([
    ['', 'no-header', 0, 'nothing but blank lines'],
    ['\r\n\r\n', 'no-header', 4, 'nothing but blank lines'],
    ['PID|1\r', 'no-header', 0, 'not with "PID|1\\r"'],
    ['\x0bMSH|^~\\&|\r', 'no-header', 0, 'MLLP start block'],
    ['FHS|^~\\&|\r', 'no-header', 0, 'begins a batch'],
    ['BHS|^~\\&|\r', 'no-header', 0, 'begins a batch'],
    ['<ADT_A01/>', 'no-header', 0, 'XML'],
    ['M\0S\0H\0|\0', 'no-header', 0, 'UTF-16'],
    ['\xff\xfeM\0S\0', 'no-header', 0, 'UTF-16'],
    ['GET / HTTP/1.1\r\n', 'no-header', 0, 'not with "GET / HT"'],
    ['MSH', 'header-too-short', 0, 'before its first field'],
    ['MSH\rPID|1\r', 'header-too-short', 0, 'before its first field'],
    ['MSH|', 'bad-delimiters', 3, 'MSH-2 has 0 characters'],
    ['MSH|^~\\|A\r', 'bad-delimiters', 3, 'MSH-2 has 3 characters'],
    ['MSH|^~\\&#%|A\r', 'bad-delimiters', 3, 'MSH-2 has 6 characters'],
    ['MSH|^~\\^|A\r', 'bad-delimiters', 3, '"^" stands for two delimiters'],
    ['MSH|^~\\A|A\r', 'bad-delimiters', 3, '"A" cannot be a delimiter'],
    ['MSH ^~\\& A\r', 'bad-delimiters', 3, '" " cannot be a delimiter'],
    ['MSH\xa7^~\\&\xa7A\r', 'bad-delimiters', 3, 'cannot be a delimiter'],
    [`MSH|^~\\&|${'|'.repeat(14)}UNICODE UTF-16\r`, 'no defect', 0, ''],
    [`MSH|^~\\&${'|'.repeat(16)}UNICODE UTF-16\r`, 'charset-refused', 24, 'MLLP cannot carry UTF-16'],
    [`MSH|^~\\&${'|'.repeat(16)}ASCII~UNICODE UTF-32\r`, 'charset-refused', 24, 'UNICODE UTF-32'],
  ])('%j is %s at %i: %s', (text, code, offset, reason) => {
    const result = parseMessage(Buffer.from(text, 'latin1'));
    if (code === 'no defect') {
      expect(result.kind).toBe('message');
      return;
    }
    expect(result).toMatchObject({ kind: 'malformed', defects: [{ code, offset, line: 1 }] });
    expect(result.kind === 'malformed' && result.defects[0]?.reason).toContain(reason);
    expect(result.kind === 'malformed' && result.raw.toString('latin1')).toBe(text);
  });
});

describe('delimiters', () => {
  it.each([
    ['MSH|^~\\&|A^B~C&D\r', '|^~\\&', undefined],
    ['MSH|^~\\&#|A^B~C&D\r', '|^~\\&', '#'],
    ['MSH:;~\\&:A;B~C&D\r', ':;~\\&', undefined],
    ['MSH*!-+@*A!B-C@D\r', '*!-+@', undefined],
    ['MSH|^~\\&', '|^~\\&', undefined],
  ])('%j declares its own', (text, five, truncation) => {
    const message = parsed(text);
    const { field, component, repetition, escape: mark, subcomponent } = message.delimiters;
    expect(field + component + repetition + mark + subcomponent).toBe(five);
    expect(message.delimiters.truncation).toBe(truncation);
    expect(message.get('MSH-1')).toBe(field);
    expect(message.get('MSH-2')).toBe(five.slice(1) + (truncation ?? ''));
    if (text.length < 10) return;
    expect([message.get('MSH-3'), message.get('MSH-3.2'), message.get('MSH-3[2].1.2')]).toEqual(['A', 'B', 'D']);
  });
});

describe('the bytes', () => {
  it('are the very ones that came in, also when they are a view of a larger array', () => {
    const text = 'MSH|^~\\&|A\rPID|1\r';
    const whole = new TextEncoder().encode(`xx${text}yy`);
    const result = parseMessage(whole.subarray(2, 2 + text.length));
    expect(result.kind === 'message' && result.message.serialize().toString()).toBe(text);
  });

  it('are not copied', () => {
    const bytes = Buffer.from('MSH|^~\\&|A\r');
    const result = parseMessage(bytes);
    expect(result.kind === 'message' && result.message.raw).toBe(bytes);
    expect(result.kind === 'message' && result.message.serialize()).toBe(bytes);
  });
});

describe('the message header', () => {
  it('tells type and control id', () => {
    const message = parsed('MSH|^~\\&|||||||ADT^A01^ADT_A01|ID\\T\\1^x\r');
    expect(message.type).toEqual({ code: 'ADT', trigger: 'A01', structure: 'ADT_A01' });
    expect(message.controlId).toBe('ID&1^x');
    expect(message.bytes('MSH-10')?.toString()).toBe('ID\\T\\1^x');
    const bare = parsed('MSH|^~\\&|A\r');
    expect(bare.type).toEqual({ code: '', trigger: '', structure: '' });
    expect(bare.controlId).toBe('');
    expect(bare.bytes('MSH-10')).toBeUndefined();
  });

  it('is found after a byte order mark and blank lines', () => {
    expect(parsed('\xef\xbb\xbf\r\nMSH|^~\\&|A\rPID|7\r').get('MSH-3')).toBe('A');
    expect(parsed('\xef\xbb\xbf\r\nMSH|^~\\&|A\rPID|7\r').get('PID-1')).toBe('7');
  });
});
