import { describe, expect, it } from 'vitest';
import { rng } from '../base/rng.js';
import type { Dispatch } from './fault.js';
import { FAULTS } from './index.js';
import { parseFault } from './parse-fault.js';

const SPECIMEN = [
  'MSH|^~\\&|EHR|F|LIS|F|20260301080000+0000||ORU^R01^ORU_R01|M1|T|2.5.1||||||UNICODE UTF-8',
  'PID|1||17^^^PHGH^MR||Doe^Jo||19800101|F|||||(555) 555-0100',
  'PV1|1|I|||||||||||||||||V7',
  'ORC|NW|P1^EHR|F1^LIS',
  'OBR|1|P1^EHR|F1^LIS|718-7|||||||||||||||||||||F',
  'OBX|1|NM|718-7||13.2||||||F',
  '',
].join('\r');

function dispatched(text: string, specimen = SPECIMEN): readonly Dispatch[] {
  const parsed = parseFault(text, FAULTS);
  if (parsed.kind === 'mistaken' || parsed.fault.kind !== 'message')
    throw new Error(`${text} is no fault of a message`);
  return parsed.fault.apply(Buffer.from(specimen, 'latin1'), rng('test'));
}

/** The one message that leaves in the place of the specimen. */
function instead(text: string, specimen?: string): string {
  const [only, ...more] = dispatched(text, specimen);
  expect([only?.afterMs, more]).toEqual([0, []]);
  return only?.raw.toString('latin1') ?? '';
}

describe('a fault of the message changes these bytes and no others', () => {
  it.each<[string, ...(readonly [string, string])[]]>([
    ['unsupported-header', ['ORU^R01^ORU_R01', 'ZZZ^R01^ORU_R01']],
    ['unsupported-header:field=event', ['ORU^R01^', 'ORU^Z01^']],
    ['unsupported-header:field=version', ['|2.5.1|', '|9.9|']],
    ['unsupported-header:field=processing,value=D', ['|M1|T|', '|M1|D|']],
    ['invalid-content', ['|19800101|', '|abc|']],
    ['invalid-content:path=OBX-5,kind=empty', ['|13.2|', '||']],
    ['invalid-content:path=PID-8,kind=unknown-code', ['|F|||||(555)', '|QQ9|||||(555)']],
    ['invalid-content:path=ZZZ-1'],
    ['odd-delimiters:variant=truncation', ['|^~\\&|', '|^~\\&#|'], ['|2.5.1|', '|2.7|']],
    ['odd-delimiters:variant=hex-escape', ['|Doe^', '|\\X4D\\Doe^']],
    ['odd-delimiters:variant=escaped-escape', ['|Doe^', '|A\\E\\BDoe^']],
    ['odd-delimiters:variant=unknown-escape', ['|Doe^', '|A\\Q\\BDoe^']],
    ['unexpected-content:count=2', ['||F\r', '||F\rZPH|1|site\rZPH|2|site\r']],
    ['unexpected-content:kind=repetition', ['555-0100', '555-0100~(555) 555-0111']],
    ['unexpected-content:kind=component', ['|F|||||(555)', '|F^more|||||(555)']],
    ['charset-mismatch', ['|Doe^', '|\xc4\xd6Doe^'], ['UNICODE UTF-8', '8859/1']],
    ['charset-mismatch:variant=undeclared-utf8', ['|Doe^', '|\xc3\x84\xc3\x96Doe^'], ['UNICODE UTF-8', '']],
    ['charset-mismatch:variant=invalid-utf8', ['|Doe^', '|\xc3\x28Doe^']],
    ['charset-mismatch:variant=gb18030', ['|Doe^', '|\xcd\xf5Doe^'], ['UNICODE UTF-8', 'GB 18030-2000']],
    ['sequence-numbers:number=-1', ['|2.5.1||', '|2.5.1|-1|']],
    ['enhanced-mode-matrix:accept=ER,application=SU', ['|2.5.1||||||', '|2.5.1|||ER|SU||']],
    ['enhanced-mode-matrix:accept=,application=AL', ['|2.5.1||||||', '|2.5.1||||AL||']],
    ['clock-skew', ['20260301080000+0000', '20260302080000+0000']],
    ['clock-skew:variant=behind,by=1h', ['20260301080000+0000', '20260301070000+0000']],
    ['clock-skew:variant=no-zone', ['080000+0000', '080000']],
    ['clock-skew:variant=leap-day', ['20260301080000', '20280229120000']],
    ['hostile-content', ['|Doe^', '|<script>alert(1)</script>Doe^']],
    ['hostile-content:variant=nul', ['|Doe^', '|A\0BDoe^']],
    ['hostile-content:variant=hex-nul', ['|Doe^', '|A\\X00\\BDoe^']],
    ['hostile-content:variant=hidden-delimiters', ['|Doe^', '|A\\F\\B\\S\\C\\T\\D\\R\\E\\E\\X7C\\E\\FDoe^']],
    ['hostile-content:variant=over-long,size=4', ['|Doe^', '|AAAADoe^']],
    ['hostile-content:variant=repetitions,size=3', ['||F\r', '||F\rZPH|a~a~a~a\r']],
    ['hostile-content:variant=subcomponents,size=2', ['||F\r', '||F\rZPH|a&a&a\r']],
    ['identity-abuse', ['17^^^PHGH^MR', '17']],
    ['identity-abuse:variant=other-authority', ['17^^^PHGH^MR', '17^^^ELSEWHERE^MR']],
    ['identity-abuse:variant=two-people', ['17^^^PHGH^MR', '17^^^PHGH^MR~99999999^^^PHGH^MR']],
    ['batch-and-continuation:variant=missing-fragment', ['||F\r', '||F\rDSC|MORE|F\r']],
    ['degenerate-message:variant=no-final-cr', ['||F\r', '||F']],
    ['order-answer'],
  ])('%s', (text, ...changes) => {
    const expected = changes.reduce((message, [from, to]) => {
      const at = message.lastIndexOf(from);
      expect(at, from).toBeGreaterThanOrEqual(0);
      return message.slice(0, at) + to + message.slice(at + from.length);
    }, SPECIMEN);
    expect(instead(text)).toBe(expected);
  });

  it('degenerate-message keeps the header, nothing, or other ends of segments', () => {
    expect(instead('degenerate-message')).toBe(`${SPECIMEN.split('\r')[0]}\r`);
    expect(instead('degenerate-message:variant=empty')).toBe('');
    expect(instead('degenerate-message:variant=lf')).toBe(SPECIMEN.replaceAll('\r', '\n'));
    expect(instead('degenerate-message:variant=crlf')).toBe(SPECIMEN.replaceAll('\r', '\r\n'));
  });

  it('odd-delimiters replaces every delimiter, in the header too', () => {
    const colons = instead('odd-delimiters', SPECIMEN.replaceAll(':', ''));
    expect(colons.startsWith('MSH:;~\\&:EHR:F:')).toBe(true);
    expect(colons.replaceAll(':', '|').replaceAll(';', '^')).toBe(SPECIMEN);
  });

  it('unknown-reference names another patient, order or visit, the same for the same seed', () => {
    const { index, 0: id = '' } = /U\d{8}/.exec(instead('unknown-reference')) ?? { index: 0 };
    expect(index).toBe(SPECIMEN.indexOf('17^^^PHGH'));
    expect(instead('unknown-reference')).toBe(SPECIMEN.replace('17^^^', `${id}^^^`));
    expect(instead('unknown-reference:which=order')).toBe(SPECIMEN.replaceAll('P1^EHR', `${id}^EHR`));
    expect(instead('unknown-reference:which=visit')).toBe(SPECIMEN.replace('V7', id));
  });

  it.each([
    ['field', 1, 1],
    ['document', 1, 1],
    ['segments', 1, 16],
  ])('oversized: %s grows by the kilobytes that are asked for', (where, kilobytes, lines) => {
    const grown = instead(`oversized:in=${where},kilobytes=${kilobytes}`);
    expect(grown.startsWith(SPECIMEN)).toBe(true);
    expect(grown.slice(SPECIMEN.length).split('\r')).toHaveLength(lines + 1);
    expect(grown.length - SPECIMEN.length).toBeGreaterThanOrEqual(1_024 * kilobytes);
    expect(grown.length - SPECIMEN.length).toBeLessThan(1_200 * kilobytes);
  });

  it('batch-and-continuation puts the message into a batch', () => {
    const head = 'BHS|^~\\&|PIPEHAT\r';
    expect(instead('batch-and-continuation')).toBe(`${head}${SPECIMEN}BTS|2\r`);
    expect(instead('batch-and-continuation:variant=batch')).toBe(`${head}${SPECIMEN}BTS|1\r`);
    expect(instead('batch-and-continuation:variant=no-messages')).toBe(`${head}BTS|0\r`);
  });

  it('order-answer changes answers to orders alone', () => {
    const answer = SPECIMEN.replace('ORU^R01^ORU_R01', 'ORR^O02^ORR_O02');
    expect(instead('order-answer', answer)).toBe(answer.replace('ORC|NW', 'ORC|UA'));
    expect(instead('order-answer:variant=no-filler-number', answer)).toBe(
      answer.replace('P1^EHR|F1^LIS\rOBR', 'P1^EHR|\rOBR'),
    );
  });

  it('hostile-content can be XML with entities in the place of the message', () => {
    expect(instead('hostile-content:variant=xml')).toMatch(/^<\?xml .*<!ENTITY/);
  });
});

describe('a fault of the message sends more than one', () => {
  it('control-id-reused: another message under the same id', () => {
    const [first, second, ...more] = dispatched('control-id-reused:gap=5ms');
    expect(first).toEqual({ raw: Buffer.from(SPECIMEN, 'latin1'), afterMs: 0 });
    expect(second).toEqual({ raw: Buffer.from(`${SPECIMEN}ZPH|another message\r`, 'latin1'), afterMs: 5 });
    expect(more).toEqual([]);
  });

  const again = SPECIMEN.replace('|M1|', '|M1-2|');
  const status = (text: string, to: string) =>
    text.replace(/(OBR.*)\|F\r/, `$1|${to}\r`).replace(/(OBX.*)\|F\r/, `$1|${to}\r`);

  it.each([
    ['twice', [SPECIMEN, again]],
    ['regress', [SPECIMEN, status(again, 'P')]],
    ['correction-first', [status(again, 'C'), SPECIMEN]],
  ])('result-races: %s', (variant, expected) => {
    const texts = dispatched(`result-races:variant=${variant}`).map(({ raw }) => raw.toString('latin1'));
    expect(texts).toEqual(expected);
  });
});
