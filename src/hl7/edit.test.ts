import { describe, expect, it } from 'vitest';
import type { Message } from './message.js';
import { parseMessage } from './parse.js';

const ADT = 'MSH|^~\\&|A|B|||20240101||ADT^A01|M1|T|2.5.1\rPID|1||123^^^HOSP~456||DOE^JOHN\rPV1|1|I\rZZ1|keep me\r';

function parsed(text: string): Message {
  const result = parseMessage(Buffer.from(text, 'latin1'));
  if (result.kind === 'malformed') throw new Error(result.defects[0]?.reason);
  return result.message;
}

/** The line of the segment that differs after the edit. */
function changed(edit: (message: Message) => Message): string {
  const before = ADT.split('\r');
  const after = edit(parsed(ADT)).serialize().toString('latin1').split('\r');
  const different = after.filter((line, at) => line !== before[at]);
  expect(after).toHaveLength(before.length);
  expect(different.length).toBeLessThanOrEqual(1);
  return different[0] ?? '';
}

describe('with', () => {
  it.each([
    ['MSH-10', 'NEW', 'MSH|^~\\&|A|B|||20240101||ADT^A01|NEW|T|2.5.1'],
    ['MSH-5', 'X', 'MSH|^~\\&|A|B|X||20240101||ADT^A01|M1|T|2.5.1'],
    ['MSH-9.3', 'ADT_A01', 'MSH|^~\\&|A|B|||20240101||ADT^A01^ADT_A01|M1|T|2.5.1'],
    ['PID-1', '', 'PID|||123^^^HOSP~456||DOE^JOHN'],
    ['PID-3', '9', 'PID|1||9||DOE^JOHN'],
    ['PID-3[1]', '9', 'PID|1||9~456||DOE^JOHN'],
    ['PID-3[2]', '9', 'PID|1||123^^^HOSP~9||DOE^JOHN'],
    ['PID-3[4]', '9', 'PID|1||123^^^HOSP~456~~9||DOE^JOHN'],
    ['PID-3.1', '9', 'PID|1||9^^^HOSP~456||DOE^JOHN'],
    ['PID-3[2].4.2', '9', 'PID|1||123^^^HOSP~456^^^&9||DOE^JOHN'],
    ['PID-3.4.2', '9', 'PID|1||123^^^HOSP&9~456||DOE^JOHN'],
    ['PID-5.2', 'A|B^C&D~E\\F', 'PID|1||123^^^HOSP~456||DOE^A\\F\\B\\S\\C\\T\\D\\R\\E\\E\\F'],
    ['PID-7', '""', 'PID|1||123^^^HOSP~456||DOE^JOHN||""'],
    ['PID-2.3', 'x', 'PID|1|^^x|123^^^HOSP~456||DOE^JOHN'],
    ['PID-8[2].2', 'x', 'PID|1||123^^^HOSP~456||DOE^JOHN|||~^x'],
    ['PID-30', '', ''],
  ])('%s becomes %j', (path, value, line) => {
    expect(changed((message) => message.with(path, value))).toBe(line);
    if (value !== '') expect(parsed(ADT).with(path, value).get(path)).toBe(value);
  });

  it('leaves the old message as it was', () => {
    const message = parsed(ADT);
    const edited = message.with('PID-5', 'ROE');
    expect(message.raw.toString()).toBe(ADT);
    expect(message.get('PID-5')).toBe('DOE');
    expect(edited.get('PID-5')).toBe('ROE');
    expect(edited.get('ZZ1-1')).toBe('keep me');
  });

  it('can be repeated', () => {
    let message = parsed(ADT);
    for (let i = 0; i < 50; i++) message = message.with('MSH-10', 'x'.repeat(i)).with('PID-4[2]', `${i}`);
    expect(message.get('MSH-10')).toBe('x'.repeat(49));
    expect(message.rawText('PID-4')).toBe('~49');
    expect(message.get('PV1-2')).toBe('I');
  });

  it('edits a later segment of the same name, and messages with line feeds', () => {
    const message = parsed('MSH|^~\\&|A\nNTE|1|a\nNTE|2|b\n');
    expect(message.with('NTE[2]-2', 'c').raw.toString()).toBe('MSH|^~\\&|A\nNTE|1|a\nNTE|2|c\n');
  });

  it('cannot end the segment', () => {
    expect(parsed(ADT).with('PV1-2', 'a\rb').rawText('PV1-2')).toBe('a\\X0D\\b');
    expect(parsed(ADT).with('PV1-2', 'a\rb').get('PV1-2')).toBe('a\rb');
  });

  it('says what to do where the segment is missing', () => {
    expect(() => parsed(ADT).with('PV2-3', 'x')).toThrow('cannot set PV2-3: the message has no such segment');
    expect(() => parsed(ADT).with('PID[2]-3', 'x')).toThrow('cannot set PID[2]-3');
    expect(() => parsed(ADT).with('PV1', 'PV1|2')).toThrow('cannot set PV1: name a field');
  });

  it('refuses characters that the message cannot carry', () => {
    expect(() => parsed(ADT).with('PID-5', '\u0141ukasz')).toThrow('cannot be written in ASCII (MSH-18 is empty)');
    expect(parsed(ADT).with('MSH-18', 'UNICODE UTF-8').with('PID-5', '\u0141ukasz').get('PID-5')).toBe('\u0141ukasz');
  });

  it('writes undeclared bytes back as they were read', () => {
    const message = parsed(ADT.replace('DOE', 'D\xd6E'));
    expect(message.with('PID-5', message.get('PID-5') ?? '').raw).toEqual(
      Buffer.from(ADT.replace('DOE^JOHN', 'D\xd6E'), 'latin1'),
    );
  });

  it('reads the header anew where it changes what holds for the message', () => {
    const utf8 = parsed(ADT.replace('DOE', 'D\xc3\xb6E')).with('MSH-18', 'UNICODE UTF-8');
    expect(utf8.get('PID-5')).toBe('DöE');
    const truncating = parsed(ADT).withRaw('MSH-2', '^~\\&#');
    expect(truncating.delimiters.truncation).toBe('#');
    expect(truncating.with('PID-5', 'a#').rawText('PID-5')).toBe('a\\P\\');
    expect(() => parsed(ADT).with('MSH-18', 'UNICODE UTF-16')).toThrow('the edit makes the message unreadable');
    expect(() => parsed(ADT).withRaw('MSH-2', '^^')).toThrow('the edit makes the message unreadable');
  });
});

describe('withRaw', () => {
  it('places delimiters and escapes as they are', () => {
    expect(changed((message) => message.withRaw('PID-5', 'ROE^JANE^\\.br\\~X&Y'))).toBe(
      'PID|1||123^^^HOSP~456||ROE^JANE^\\.br\\~X&Y',
    );
    expect(changed((message) => message.withRaw('PV1', 'PV1|2|O'))).toBe('PV1|2|O');
  });

  it('may bring segments of its own', () => {
    const message = parsed(ADT).withRaw('PV1', 'PV1|2\rNTE|1');
    expect(message.segments.map((segment) => segment.name)).toEqual(['MSH', 'PID', 'PV1', 'NTE', 'ZZ1']);
    expect(parsed(ADT).withRaw('MSH-12', '2.4\rEVN|A01').get('EVN-1')).toBe('A01');
  });
});

describe('withSegments', () => {
  const names = (message: Message) => message.segments.map((segment) => segment.name).join(' ');

  it('inserts, removes and reorders lines', () => {
    const message = parsed(ADT);
    expect(names(message.withSegments((lines) => [...lines, 'NTE|1|x']))).toBe('MSH PID PV1 ZZ1 NTE');
    expect(names(message.withSegments((lines) => lines.filter((line) => !line.startsWith('ZZ1'))))).toBe('MSH PID PV1');
    expect(names(message.withSegments(([msh = '', ...rest]) => [msh, ...rest.reverse()]))).toBe('MSH ZZ1 PV1 PID');
  });

  it('keeps every byte where nothing changes', () => {
    for (const text of [ADT, ADT.slice(0, -1), ADT.replaceAll('\r', '\n'), `\r\n${ADT.replaceAll('\r', '\r\n\r\n')}`]) {
      expect(
        parsed(text)
          .withSegments((lines) => lines)
          .raw.toString('latin1'),
      ).toBe(text);
    }
  });

  it('keeps bytes that do not decode, in lines that look alike', () => {
    const text = `MSH|^~\\&|${'|'.repeat(15)}UNICODE UTF-8\rNTE|\xc3\rNTE|\xff\rNTE|3\r`;
    const edited = parsed(text).withSegments((lines) => lines.slice(0, 3));
    expect(edited.raw.toString('latin1')).toBe(text.replace('NTE|3\r', ''));
  });

  it('encodes new lines and keeps an open end open', () => {
    const text = `MSH|^~\\&|A\rMSH|B`;
    expect(
      parsed(text)
        .withSegments((lines) => [...lines, 'NTE|1'])
        .raw.toString(),
    ).toBe(`${text}\rNTE|1`);
    const utf8 = parsed(`MSH|^~\\&|${'|'.repeat(15)}UNICODE UTF-8\r`);
    expect(utf8.withSegments((lines) => [...lines, 'NTE|é']).get('NTE-1')).toBe('é');
  });

  it('refuses what is no message', () => {
    expect(() => parsed(ADT).withSegments((lines) => lines.slice(1))).toThrow('a message begins with MSH');
    expect(() => parsed(ADT).withSegments(() => [])).toThrow('nothing but blank lines');
    expect(() => parsed(ADT).withSegments((lines) => [...lines, 'NTE|1\rNTE|2'])).toThrow('cannot hold a line end');
  });
});
