import { describe, expect, it } from 'vitest';
import { parseMessage } from '../../hl7/parse.js';
import { judgeEcho } from './judge-echo.js';
import type { Seen } from './seen.js';

/** Who wrote it, its type, its control id and its other segments. */
type Line = readonly [from: 'ehr' | 'lis' | 'sut>ehr' | 'sut>lis', type: string, id: string, ...segments: string[]];

function seen([from, type, id, ...segments]: Line, n: number): Seen {
  const text = [`MSH|^~\\&|A|A|B|B|20260301080000||${type}|${id}|T|2.5.1`, ...segments].join('\r');
  const parsed = parseMessage(Buffer.from(`${text}\r`));
  if (parsed.kind === 'malformed') throw new Error(text);
  const isTheirs = from.startsWith('sut>');
  const role = from.replace('sut>', '');
  return { exchange: `x${n + 1}`, isReply: false, isTheirs, role, isAccepted: true, message: parsed.message };
}

function codes(...lines: readonly Line[]): readonly string[] {
  return judgeEcho(lines.map(seen)).map(
    ({ finding: { code, path = '', classification } }) =>
      `${code} ${path}${classification === 'Error' ? '' : ` (${classification})`}`,
  );
}

const PID = 'PID|1||100^^^PHGH^MR||A^B';
const PLACED: Line = ['ehr', 'ORM^O01', 'E1', PID, 'ORC|NW|P1^EHR|', 'OBR|1|P1^EHR||K'];
const result = (id: string, status: string, obx = status): Line => [
  'lis',
  'ORU^R01',
  id,
  PID,
  'ORC|RE|P1^EHR|F1^LIS',
  `OBR|1|P1^EHR|F1^LIS|K${'|'.repeat(21)}${status}`,
  `OBX|1|NM|K||4|||||${'|'}${obx}`,
];
const passed = ([, ...rest]: Line, to: 'sut>ehr' | 'sut>lis'): Line => [to, ...rest];
/** The same message with something else in it. */
const changed = (line: Line, from: string, into: string): Line => {
  const [who, type, id, ...segments] = line;
  return [who, type, id, ...segments.map((segment) => segment.replaceAll(from, into))];
};

describe('what an engine passes on', () => {
  const ORDER: Line = [
    'ehr',
    'OML^O21',
    'E1',
    `${PID}${'|'.repeat(13)}ACC7`,
    `PV1|1|I${'|'.repeat(17)}V5^^^PHGH`,
    'ORC|NW|P1^EHR|F1^LIS|G1^EHR||||P0&EHR^F0&LIS',
    `OBR|1|P1^EHR|F1^LIS|K${'|'.repeat(14)}A18${'|'.repeat(11)}P0&EHR^F0&LIS`,
    'IPC|A1|RP1|1.2.3',
    'SPM|1|S1&EHR',
    'SAC|||C1',
  ];

  it('is right as it was sent', () => {
    expect(codes(ORDER, passed(ORDER, 'sut>lis'))).toEqual([]);
  });

  it('may be written with other delimiters', () => {
    const other = parseMessage(
      Buffer.from(
        'MSH:;~\\&:A:A:B:B:20260301080000::ORM;O01:E1:T:2.5.1\rPID:1::100;;;PHGH;MR::A;B\rORC:NW:P1;EHR:\rOBR:1:P1;EHR::K\r',
      ),
    );
    if (other.kind === 'malformed') throw new Error('malformed');
    const copy = { ...seen(passed(PLACED, 'sut>lis'), 1), message: other.message };
    expect(judgeEcho([seen(PLACED, 0), copy])).toEqual([]);
  });

  it.each([
    ['P1^EHR|F1', 'P1|F1', ['placer-number-changed ORC[1]-2[1]', 'placer-number-changed OBR[1]-2[1]']],
    ['|F1^LIS', '|', ['filler-number-not-echoed ORC[1]-3[1]', 'filler-number-not-echoed OBR[1]-3[1]']],
    ['G1^EHR', '', ['group-number-not-echoed ORC[1]-4[1]']],
    ['P0&EHR^F0&LIS', 'P0&EHR', ['parent-number-changed ORC[1]-8[1]', 'parent-number-changed OBR[1]-29[1]']],
    ['A18', '', ['accession-number-not-echoed OBR[1]-18[1]']],
    ['IPC|A1', 'IPC|A2', ['accession-number-changed IPC[1]-1[1]']],
    ['RP1', '', ['procedure-number-not-echoed IPC[1]-2[1]']],
    ['1.2.3', '1.2.4', ['study-uid-changed IPC[1]-3[1]']],
    ['S1&EHR', 'S1', ['specimen-number-changed SPM[1]-2[1]']],
    ['C1', '', ['container-number-not-echoed SAC[1]-3[1]']],
    ['V5^^^PHGH', 'V5', ['visit-number-changed PV1[1]-19[1]']],
    ['ACC7', '', ['account-number-not-echoed PID[1]-18[1]']],
    ['100^^^PHGH', '100^^^OTHER', ['patient-authority-changed PID[1]-3[1]']],
    ['100^^^PHGH', '200^^^PHGH', ['patient-number-not-echoed PID[1]-3[1]']],
  ])('is wrong with %s as "%s"', (from, into, expected) => {
    expect(codes(ORDER, passed(changed(ORDER, from, into), 'sut>lis'))).toEqual(expected);
  });

  it('names in its answers the message that was meant', () => {
    const answer: Line = ['lis', 'ORR^O02', 'L1', 'MSA|AA|E1', 'ORC|OK|P1^EHR|F1^LIS'];
    expect(codes(PLACED, answer, passed(answer, 'sut>ehr'))).toEqual([]);
    expect(codes(PLACED, answer, passed(changed(answer, 'E1', 'E2'), 'sut>ehr'))).toEqual([
      'acknowledged-id-changed MSA[1]-2[1]',
    ]);
  });

  it('is compared with what was accepted, where an id was used again', () => {
    const other = changed(PLACED, 'P1', 'P2');
    expect(codes(PLACED, other, passed(PLACED, 'sut>lis'))).toEqual([]);
  });
});

describe('numbers of patients', () => {
  const told: Line = ['ehr', 'ADT^A28^ADT_A05', 'E1', PID];
  const other: Line = ['ehr', 'ADT^A28^ADT_A05', 'E2', 'PID|1||200^^^PHGH^MR||A^B'];
  const merge: Line = ['ehr', 'ADT^A40^ADT_A39', 'E3', PID, 'MRG|200^^^PHGH^MR'];
  const late: Line = ['ehr', 'ADT^A31^ADT_A05', 'E4', 'PID|1||200^^^PHGH^MR||A^B'];

  it('go under the survivor after a merge', () => {
    const redirected = passed(changed(late, '200', '100'), 'sut>lis');
    expect(codes(told, other, merge, passed(merge, 'sut>lis'), late, redirected)).toEqual([]);
    expect(codes(told, other, merge, late, passed(late, 'sut>lis'))).toEqual(['merged-id-used PID[1]-3[1]']);
  });

  it.each([
    ['MRG|200^^^PHGH^MR', 'MRG|', 'merged-id-not-echoed MRG[1]-1[1]'],
    ['MRG|200', 'MRG|300', 'merged-id-changed MRG[1]-1[1]'],
  ])('name the one that was given up: "%s" is no "%s"', (from, into, code) => {
    expect(codes(told, other, merge, passed(changed(merge, from, into), 'sut>lis'))).toEqual([code]);
  });

  it('may be the old ones in what was sent before the merge', () => {
    expect(codes(told, other, merge, passed(other, 'sut>lis'))).toEqual([]);
  });

  it('are no others under another authority', () => {
    const stranger = changed(PLACED, 'PHGH', 'ELSEWHERE');
    expect(codes(told, PLACED)).toEqual([]);
    expect(codes(told, stranger)).toEqual(['authority-ignored MSA[1]-1[1]']);
  });
});

describe('what a filler under test writes', () => {
  const placed: Line = ['ehr', 'ORM^O01', 'E1', PID, 'ORC|NW|P1^EHR||G1^EHR', 'OBR|1|P1^EHR||K'];
  const accepted: Line = ['sut>ehr', 'ORR^O02', 'S1', 'MSA|AA|E1', 'ORC|OK|P1^EHR|F1^LIS|G1^EHR'];
  const final: Line = ['sut>ehr', 'ORU^R01', 'S2', PID, 'ORC|RE|P1^EHR|F1^LIS|G1^EHR', 'OBR|1|P1^EHR|F1^LIS|K'];

  it('is right where every number comes back', () => {
    expect(codes(placed, accepted, final)).toEqual([]);
  });

  it.each([
    ['P1^EHR', 'P1', 'placer-number-changed ORC[1]-2[1]'],
    ['|P1^EHR', '|', 'placer-number-not-echoed ORC[1]-2[1]'],
    ['F1^LIS', 'F2^LIS', 'filler-number-changed ORC[1]-3[1]'],
    ['|F1^LIS', '|', 'filler-number-not-echoed ORC[1]-3[1]'],
    ['|G1^EHR', '|', 'group-number-not-echoed ORC[1]-4[1]'],
  ])('is wrong with %s as "%s"', (from, into, code) => {
    expect(codes(placed, accepted, changed(final, from, into))).toEqual([code]);
  });

  it('gives no number twice', () => {
    const second: Line = ['ehr', 'ORM^O01', 'E2', PID, 'ORC|NW|P2^EHR', 'OBR|1|P2^EHR||K'];
    const answer: Line = ['sut>ehr', 'ORR^O02', 'S3', 'MSA|AA|E2', 'ORC|OK|P2^EHR|F1^LIS'];
    expect(codes(placed, accepted, second, answer)).toEqual(['filler-number-reused ORC[1]-3[1]']);
  });

  it('speaks of orders that there are, and answers what was sent', () => {
    expect(codes(['sut>ehr', 'ORM^O01', 'S1', PID, 'ORC|SC|P9^EHR|F9^LIS'])).toEqual([
      'status-of-unknown-order ORC[1]-1[1]',
    ]);
    expect(codes(placed, changed(accepted, 'AA|E1', 'AA|E9'))).toEqual(['acknowledged-id-unknown MSA[1]-2[1]']);
  });
});

describe('the course of an order', () => {
  const told = (...lines: readonly Line[]): readonly string[] => {
    const theirs = lines.map(([, type, , ...segments], n): Line => ['sut>ehr', type, `S${n}`, ...segments]);
    return codes(PLACED, ...theirs);
  };
  const granted: Line = ['lis', 'ORR^O02', 'L', 'ORC|CR|P1^EHR|F1^LIS||CA'];
  const stopped: Line = ['lis', 'ORR^O02', 'L', 'ORC|DR|P1^EHR|F1^LIS||DC'];
  const ended: Line = ['lis', 'ORR^O02', 'L', 'ORC|DR|P1^EHR|F1^LIS||DC||||20260302090000'];
  const dose = (at: string, more = ''): Line => [
    'ehr',
    'RAS^O17',
    'D',
    'ORC|RE|P1^EHR|F1^LIS',
    `RXA|0|1|${at}||M|1${more}`,
  ];
  const completed: Line = ['lis', 'ORM^O01', 'L', 'ORC|SC|P1^EHR|F1^LIS||CM'];
  const working: Line = ['lis', 'ORM^O01', 'L', 'ORC|SC|P1^EHR|F1^LIS||IP'];

  it.each<readonly [string, readonly Line[]]>([
    ['preliminary, final, corrected', [result('', 'P'), result('', 'F'), result('', 'C')]],
    ['preliminary twice', [result('', 'P'), result('', 'P'), result('', 'F')]],
    ['cancelled, and told so', [granted, result('', 'X', 'X')]],
    ['worked on, then completed', [working, completed]],
    ['stopped, and a dose of before recorded late', [ended, dose('20260302085959')]],
    ['stopped, and a dose that was refused', [ended, dose('20260302090001', `${'|'.repeat(14)}RE`)]],
    ['stopped, and a dose whose time says too little', [ended, dose('20260303')]],
  ])('may be: %s', (_, lines) => {
    expect(told(...lines)).toEqual([]);
  });

  it.each<readonly [string, readonly Line[], readonly string[]]>([
    [
      'F to P',
      [result('', 'F'), result('', 'P')],
      ['result-status-regress OBR[1]-25[1]', 'observation-status-regress OBX[1]-11[1]'],
    ],
    [
      'F to R',
      [result('', 'F'), result('', 'R')],
      ['result-status-regress OBR[1]-25[1]', 'observation-status-regress OBX[1]-11[1]'],
    ],
    [
      'P within one pair of a final result',
      [result('', 'F'), result('', 'C', 'P')],
      ['observation-status-regress OBX[1]-11[1]'],
    ],
    ['C without F', [result('', 'C')], ['corrected-without-final OBR[1]-25[1]']],
    ['X after F', [result('', 'F'), result('', 'X', 'X')], ['cancelled-after-final OBR[1]-25[1]']],
    ['CR after F', [result('', 'F'), granted], ['cancelled-after-final ORC[1]-1[1]']],
    ['a result after CR', [granted, result('', 'F')], ['result-after-cancel OBR[1]-25[1]']],
    ['a new OBX under X', [granted, result('', 'X', 'F')], ['observation-under-cancelled OBX[1]-11[1]']],
    ['CM to IP', [completed, working], ['order-status-regress ORC[1]-5[1]']],
    ['ORC-5 of a placer', [['ehr', 'ORM^O01', 'S', 'ORC|NW|P7^EHR|||SC']], ['status-by-placer ORC[1]-5[1]']],
    [
      'a dispense after the end',
      [stopped, ['lis', 'RDS^O13', 'S', 'ORC|RE|P1^EHR|F1^LIS']],
      ['dispensed-after-stop ORC[1]-1[1]'],
    ],
    ['a dose after the end', [ended, dose('20260302090001')], ['administered-after-stop RXA[1]-3[1]']],
  ])('may not be: %s', (_, lines, expected) => {
    expect(told(...lines)).toEqual(expected);
  });

  it('is nobody’s fault where it was sent so on purpose', () => {
    const [final, back] = [result('L1', 'F'), result('L2', 'P')];
    expect(codes(PLACED, final, back, passed(final, 'sut>ehr'), passed(back, 'sut>ehr'))).toEqual([
      'result-status-regress OBR[1]-25[1] (Informational)',
      'observation-status-regress OBX[1]-11[1] (Informational)',
    ]);
  });

  it('is wrong where an engine turns the messages round', () => {
    const [preliminary, final] = [result('L1', 'P'), result('L2', 'F')];
    expect(codes(PLACED, preliminary, final, passed(final, 'sut>ehr'), passed(preliminary, 'sut>ehr'))).toContain(
      'result-status-regress OBR[1]-25[1]',
    );
  });

  it('says nothing new when a message comes again', () => {
    const [preliminary, final] = [result('L1', 'P'), result('L2', 'F')];
    const lines = [preliminary, final, preliminary].map((line) => passed(line, 'sut>ehr'));
    expect(codes(PLACED, preliminary, final, ...lines)).toEqual([]);
  });
});
