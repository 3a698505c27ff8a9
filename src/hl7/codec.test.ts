import { describe, expect, it } from 'vitest';
import { rng } from '../base/rng.js';
import { buildMessage, comp, NULL, raw, repeat, type SegmentDraft, segment } from './build.js';
import { type Delimiters, delimitersOf, STANDARD_DELIMITERS } from './delimiters.js';
import type { Message } from './message.js';
import { parseMessage } from './parse.js';

interface Fixture {
  readonly name: string;
  /** One character a byte. */
  readonly bytes: string;
  readonly drafts: readonly SegmentDraft[];
  readonly delimiters?: Delimiters;
  readonly values: Readonly<Record<string, string | undefined>>;
}

const ADMISSION = [
  segment('MSH', { 3: comp('EHR', '1.2.3', 'ISO'), 9: comp('ADT', 'A01', 'ADT_A01'), 10: 'M1', 11: 'T', 12: '2.5.1' }),
  segment('PID', {
    3: repeat(comp('123', undefined, undefined, ['HOSP', '1.2', 'ISO'], 'MR'), comp('9', undefined, undefined, 'SSA')),
    5: comp('O|DELL', 'A&B', NULL),
    7: NULL,
    8: 'M',
  }),
  segment('ZPI', { 2: raw('first\\.br\\second'), 3: 'C:\\x~^' }),
];
const ADMISSION_VALUES = {
  'MSH-9.3': 'ADT_A01',
  'PID-3.4.2': '1.2',
  'PID-3[2].4': 'SSA',
  'PID-5': 'O|DELL',
  'PID-5.2': 'A&B',
  'PID-5.3': '""',
  'PID-7': '""',
  'ZPI-1': undefined,
  'ZPI-2': 'first\\.br\\second',
  'ZPI-3': 'C:\\x~^',
};

const FIXTURES: readonly Fixture[] = [
  {
    name: 'the delimiters that everybody uses',
    drafts: ADMISSION,
    bytes:
      'MSH|^~\\&|EHR^1.2.3^ISO||||||ADT^A01^ADT_A01|M1|T|2.5.1\r' +
      'PID|||123^^^HOSP&1.2&ISO^MR~9^^^SSA||O\\F\\DELL^A\\T\\B^""||""|M\r' +
      'ZPI||first\\.br\\second|C:\\E\\x\\R\\\\S\\\r',
    values: ADMISSION_VALUES,
  },
  {
    name: 'five encoding characters',
    drafts: [...ADMISSION, segment('NTE', { 3: 'no. #1' })],
    delimiters: delimitersOf('|', '^~\\&#'),
    bytes:
      'MSH|^~\\&#|EHR^1.2.3^ISO||||||ADT^A01^ADT_A01|M1|T|2.5.1\r' +
      'PID|||123^^^HOSP&1.2&ISO^MR~9^^^SSA||O\\F\\DELL^A\\T\\B^""||""|M\r' +
      'ZPI||first\\.br\\second|C:\\E\\x\\R\\\\S\\\r' +
      'NTE|||no. \\P\\1\r',
    values: { ...ADMISSION_VALUES, 'MSH-2': '^~\\&#', 'NTE-3': 'no. #1' },
  },
  {
    name: 'other delimiters',
    drafts: ADMISSION,
    delimiters: delimitersOf(':', ';~\\&'),
    bytes:
      'MSH:;~\\&:EHR;1.2.3;ISO::::::ADT;A01;ADT_A01:M1:T:2.5.1\r' +
      'PID:::123;;;HOSP&1.2&ISO;MR~9;;;SSA::O|DELL;A\\T\\B;""::"":M\r' +
      'ZPI::first\\.br\\second:C\\F\\\\E\\x\\R\\^\r',
    values: ADMISSION_VALUES,
  },
  {
    name: 'UTF-8',
    drafts: [segment('MSH', { 18: 'UNICODE UTF-8' }), segment('PID', { 5: comp('Łuk|asz', '山田') })],
    bytes: `MSH|^~\\&${'|'.repeat(16)}UNICODE UTF-8\rPID|||||\xc5\x81uk\\F\\asz^\xe5\xb1\xb1\xe7\x94\xb0\r`,
    values: { 'PID-5': 'Łuk|asz', 'PID-5.2': '山田' },
  },
  {
    name: 'Japanese by ISO 2022',
    drafts: [
      segment('MSH', { 18: repeat(undefined, 'ISO IR87') }),
      segment('PID', { 5: comp('YAMADA', 'TARO'), 6: comp('山田', '太郎') }),
    ],
    bytes: `MSH|^~\\&${'|'.repeat(16)}~ISO IR87\rPID|||||YAMADA^TARO|\x1b$B;3ED\x1b(B^\x1b$BB@O:\x1b(B\r`,
    values: { 'MSH-18': undefined, 'MSH-18[2]': 'ISO IR87', 'PID-6': '山田', 'PID-6.2': '太郎' },
  },
  {
    name: 'a character whose second byte is the escape character',
    drafts: [segment('MSH', { 18: 'BIG-5' }), segment('PID', { 5: comp('許', '功&') })],
    bytes: `MSH|^~\\&${'|'.repeat(16)}BIG-5\rPID|||||\xb3\x5c^\xa5\x5c\\T\\\r`,
    values: { 'PID-5': '許', 'PID-5.2': '功&' },
  },
];

function parsed(bytes: Buffer): Message {
  const result = parseMessage(bytes);
  if (result.kind === 'malformed') throw new Error(result.defects[0]?.reason);
  return result.message;
}

describe.each(FIXTURES)('$name', ({ bytes, drafts, delimiters, values }) => {
  const wire = Buffer.from(bytes, 'latin1');

  it('is parsed', () => {
    const message = parsed(wire);
    expect(Object.fromEntries(Object.keys(values).map((path) => [path, message.get(path)]))).toEqual(values);
    expect(message.observations).toEqual([]);
  });

  it('is generated', () => {
    const message = buildMessage(drafts, delimiters === undefined ? {} : { delimiters });
    expect(message.serialize().toString('latin1')).toBe(bytes);
  });

  it('comes back when each value is written over itself', () => {
    let message = parsed(wire);
    for (const path of Object.keys(values)) {
      const element = message.rawText(path);
      if (element !== undefined) message = message.withRaw(path, element);
    }
    expect(message.serialize().equals(wire)).toBe(true);
  });

  it('comes back from reading and writing text', () => {
    let message = parsed(wire);
    const single = Object.entries(values).filter(([path, value]) => value !== undefined && /\.\d|ZPI|NTE/.test(path));
    for (const [path, value] of single) message = message.with(path, value ?? '');
    expect(message.serialize().equals(wire)).toBe(true);
  });
});

describe('random messages', () => {
  const ALPHABETS: Readonly<Record<string, string>> = {
    ASCII: 'aZ0 |^~\\&#:;"\r\n\t.',
    'UNICODE UTF-8': 'aé山🏥|^~\\&#:;"\r',
    '8859/1': 'aé÷|^~\\&:;',
    '8859/5': 'aИж|^~\\&:;',
    Shift_JIS: 'aソ表能ｱ|^~\\&:;',
    'GB 18030-2000': 'a王倈𠮷|^~\\&:;',
    'BIG-5': 'a許功蓋|^~\\&:;',
    'KS X 1001': 'a홍길동|^~\\&:;',
    'ISO IR87': 'a山田ｱ|^~\\&:;',
    'ISO IR159': 'a丂山|^~\\&:;',
  };
  const DELIMITERS = [
    STANDARD_DELIMITERS,
    delimitersOf('|', '^~\\&#'),
    delimitersOf(':', ';~\\&'),
    delimitersOf('*', '!-+@'),
  ];

  it.each(Object.entries(ALPHABETS))('in %s read as they were built, with any delimiters', (charset, alphabet) => {
    for (let round = 0; round < 400; round++) {
      const random = rng('hl7-codec', charset, round);
      const letters = [...alphabet];
      const text = () => Array.from({ length: random.integer(0, 6) }, () => random.pick(letters)).join('');
      const grid = Array.from({ length: 2 }, () => Array.from({ length: 3 }, () => [text(), text()]));
      const drafts = [
        segment('MSH', { 3: text(), 18: charset }),
        segment('ZZZ', { 2: repeat(...grid.map((components) => comp(...components))), 3: 'end' }),
      ];
      const message = parsed(buildMessage(drafts, { delimiters: random.pick(DELIMITERS) }).serialize());
      const read = grid.map((components, r) =>
        components.map((parts, c) => parts.map((_, s) => message.get(`ZZZ-2[${r + 1}].${c + 1}.${s + 1}`) ?? '')),
      );
      expect(read).toEqual(grid);
      expect(message.get('ZZZ-3')).toBe('end');
    }
  });
});
