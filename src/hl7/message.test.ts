import { describe, expect, it } from 'vitest';
import type { Message } from './message.js';
import { parseMessage } from './parse.js';

const ORU = [
  'MSH|^~\\&|LIS^1.2.3^ISO|LAB|EHR|HOSP|20240102||ORU^R01^ORU_R01|M1|T|2.5.1',
  'PID|1||123^^^HOSP&1.2&ISO^MR~456^^^SSA^SS||DOE^JOHN^""||""|M',
  'OBR|1|A1',
  'OBX|1|NM|GLU||5.4|mmol/L',
  'OBX|2|FT|TXT||first\\.br\\second \\T\\ third~other',
  'ZDS|1.2.840^RIS^Application^DICOM',
  'NTE',
].join('\r');

function parsed(text: string): Message {
  const result = parseMessage(Buffer.from(text, 'latin1'));
  if (result.kind === 'malformed') throw new Error(result.defects[0]?.reason);
  return result.message;
}

describe.each([
  ['searched for', (): Message => parsed(`${ORU}\r`)],
  [
    'indexed',
    (): Message => {
      const message = parsed(`${ORU}\r`);
      expect(message.segments).toHaveLength(7);
      return message;
    },
  ],
  ['without final terminator', (): Message => parsed(ORU)],
  ['with LF', (): Message => parsed(`${ORU.replaceAll('\r', '\n')}\n`)],
  ['with CR LF', (): Message => parsed(`${ORU.replaceAll('\r', '\r\n')}\r\n`)],
])('reading a message (%s)', (_, make) => {
  it.each([
    ['MSH-1', '|', '|'],
    ['MSH-2', '^~\\&', '^~\\&'],
    ['MSH-2[2]', undefined, undefined],
    ['MSH-3', 'LIS', 'LIS^1.2.3^ISO'],
    ['MSH-12', '2.5.1', '2.5.1'],
    ['MSH-13', undefined, undefined],
    ['PID-1', '1', '1'],
    ['PID-2', undefined, undefined],
    ['PID-3', '123', '123^^^HOSP&1.2&ISO^MR~456^^^SSA^SS'],
    ['PID-3[1]', '123', '123^^^HOSP&1.2&ISO^MR'],
    ['PID-3[2]', '456', '456^^^SSA^SS'],
    ['PID-3[3]', undefined, undefined],
    ['PID-3.4', 'HOSP', 'HOSP&1.2&ISO'],
    ['PID-3.4.2', '1.2', '1.2'],
    ['PID-3.4.4', undefined, undefined],
    ['PID-3[2].5', 'SS', 'SS'],
    ['PID-3.6', undefined, undefined],
    ['PID-5.3', '""', '""'],
    ['PID-7', '""', '""'],
    ['PID-8.1.1', 'M', 'M'],
    ['PID-8.2', undefined, undefined],
    ['PID-9', undefined, undefined],
    ['OBX-5', '5.4', '5.4'],
    ['OBX[2]-5', 'first\\.br\\second & third', 'first\\.br\\second \\T\\ third~other'],
    ['OBX[2]-5[2]', 'other', 'other'],
    ['OBX[3]-5', undefined, undefined],
    ['ZDS-1.2', 'RIS', 'RIS'],
    ['NTE', 'NTE', 'NTE'],
    ['NTE-1', undefined, undefined],
    ['OBR', 'OBR|1|A1', 'OBR|1|A1'],
    ['AL1-1', undefined, undefined],
    ['OB1', undefined, undefined],
  ])('%s', (path, value, rawText) => {
    expect(make().get(path)).toBe(value);
    expect(make().rawText(path)).toBe(rawText);
  });

  it('counts repetitions', () => {
    const message = make();
    expect(
      ['PID-3', 'PID-3[2].1', 'PID-8', 'PID-2', 'PID-40', 'OBX[2]-5', 'MSH-2', 'OBX', 'AL1'].map((p) =>
        message.repetitions(p),
      ),
    ).toEqual([2, 2, 1, 0, 0, 2, 1, 2, 0]);
  });

  it('tells the HL7 null from empty and absent', () => {
    const message = make();
    expect(['PID-7', 'PID-5.3', 'PID-2', 'PID-40', 'PID-5'].map((path) => message.isNull(path))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('locates elements in the bytes', () => {
    const message = make();
    const text = message.raw.toString('latin1');
    for (const path of ['MSH-1', 'MSH-2', 'MSH-10', 'PID-3[2].5', 'PID-3.4.2', 'OBX[2]-5', 'ZDS-1.4', 'NTE']) {
      const place = message.locate(path);
      expect(text.substring(place?.offset ?? 0, (place?.offset ?? 0) + (place?.length ?? 0))).toBe(
        message.rawText(path),
      );
    }
    expect(message.locate('OBX[2]-3')).toMatchObject({ line: 5, column: 10, length: 3 });
    expect(message.locate('PID-2')).toMatchObject({ length: 0 });
    expect(message.locate('PID-40')).toBeUndefined();
    expect(message.locate('AL1-3')).toBeUndefined();
  });

  it('lists segments with their place', () => {
    const message = make();
    expect(message.segments.map(({ name, line, instance, fieldCount }) => [name, line, instance, fieldCount])).toEqual([
      ['MSH', 1, 1, 12],
      ['PID', 2, 1, 8],
      ['OBR', 3, 1, 2],
      ['OBX', 4, 1, 6],
      ['OBX', 5, 2, 5],
      ['ZDS', 6, 1, 1],
      ['NTE', 7, 1, 0],
    ]);
    expect(message.all('OBX').map((obx) => obx.get('1'))).toEqual(['1', '2']);
    expect(message.first('OBX')?.rawText()).toBe('OBX|1|NM|GLU||5.4|mmol/L');
    expect(message.first('AL1')).toBeUndefined();
    expect(message.all('AL1')).toEqual([]);
  });

  it('reads relative to a segment', () => {
    const pid = make().first('PID');
    expect(pid?.get('3[2].4')).toBe('SSA');
    expect(pid?.rawText('3.4')).toBe('HOSP&1.2&ISO');
    expect(pid?.rawText('2')).toBeUndefined();
    expect(pid?.rawText('99')).toBeUndefined();
    expect(pid?.repetitions(3)).toBe(2);
    expect(pid?.repetitions(99)).toBe(0);
    const msh = make().first('MSH');
    expect([msh?.get('1'), msh?.get('2'), msh?.get('3.2'), msh?.repetitions(2)]).toEqual(['|', '^~\\&', '1.2.3', 1]);
  });

  it('serialises to the same bytes', () => {
    const message = make();
    expect(message.serialize()).toBe(message.raw);
  });
});

describe('odd structures', () => {
  it('names a line without a segment name by what stands before its first separator', () => {
    const message = parsed('MSH|^~\\&|A\rgarbage here|x\r  \rno separator\rPID|1\r');
    expect(message.segments.map((segment) => segment.name)).toEqual([
      'MSH',
      'garbage here',
      '  ',
      'no separator',
      'PID',
    ]);
    expect(message.get('PID-1')).toBe('1');
  });

  it('does not take the beginning of a longer name for a segment', () => {
    expect(parsed('MSH|^~\\&|A\rPIDX|1\rPID|2\r').get('PID-1')).toBe('2');
  });

  it('takes a lone LF among CRs as data unless a segment follows', () => {
    const message = parsed('MSH|^~\\&|A\rOBX|1|TX|||two\nlines|u\nNTE|1\r');
    expect(message.get('OBX-5')).toBe('two\nlines');
    expect(message.get('OBX-6')).toBe('u');
    expect(message.segments.map((segment) => segment.name)).toEqual(['MSH', 'OBX', 'NTE']);
  });

  it('reads a field of many kilobytes and what comes after it', () => {
    const long = 'x'.repeat(5000);
    const message = parsed(`MSH|^~\\&|A\rOBX|1|ED|D||^a^b^Base64^${long}~second|after^it\r`);
    expect(message.get('OBX-5.5')).toBe(long);
    expect(message.rawText('OBX-5.5')).toBe(long);
    expect(message.rawText('OBX-5[1].5')).toBe(long);
    expect(message.get('OBX-5[2]')).toBe('second');
    expect(message.get('OBX-6.2')).toBe('it');
    expect(message.get('OBX-7')).toBeUndefined();
    expect(message.rawText('OBX-6')).toBe('after^it');
    expect(message.with('OBX-8.2', 'N').rawText('OBX-8')).toBe('^N');
  });
});
