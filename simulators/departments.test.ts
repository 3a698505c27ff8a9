import { describe, expect, it } from 'vitest';
import { parseMessage } from '../src/hl7/parse.js';
import { departmentsOf } from './departments.js';

function departments(type: string, ...segments: readonly string[]) {
  const lines = [`MSH|^~\\&|EHR|PHGH|||20260301080000||${type}|1|T|2.5.1`, ...segments];
  const parsed = parseMessage(Buffer.from(`${lines.join('\r')}\r`));
  if (parsed.kind !== 'message') throw new Error('the test message cannot be read');
  return departmentsOf(parsed.message);
}

const order = (section: string) => ['ORC|NW|P1', `OBR|1|P1||X${'|'.repeat(20)}${section}`];

describe('whom an EHR tells', () => {
  it('tells every department of a patient', () => {
    expect(departments('ADT^A01')).toEqual(['lis', 'ris', 'pharmacy']);
  });

  it.each([
    ['ORM^O01', order('LAB'), ['lis']],
    ['ORM^O01', order(''), ['lis']],
    ['ORM^O01', order('RAD'), ['ris']],
    ['OML^O21', order('CH'), ['lis']],
    ['ORM^O01', ['ORC|NW|P1', 'RXO|1'], ['pharmacy']],
    ['OMG^O19', order('RAD'), ['ris']],
    ['OMP^O09', ['ORC|NW|P1', 'RXO|1'], ['pharmacy']],
    ['RAS^O17', ['ORC|RE|P1', 'RXA|0|1'], ['pharmacy']],
  ])('gives %s %j to the one that fills it', (type, segments, expected) => {
    expect(departments(type, ...segments)).toEqual(expected);
  });

  it('keeps to itself what no department understands', () => {
    expect(departments('MFN^M02')).toEqual([]);
  });
});
