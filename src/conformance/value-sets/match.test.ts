import { describe, expect, it } from 'vitest';
import type { Code } from '../model/value-set.js';
import { compileValueSet } from '../plan/compile-value-set.js';
import { codesFor, match } from './match.js';

const CODES: readonly Code[] = [
  { value: 'A', text: '', system: 'S1', usage: 'R' },
  { value: 'B', text: '', system: 'S1', usage: 'R' },
  { value: 'B', text: '', system: 'S2', usage: 'P' },
  { value: 'C', text: '', system: 'S1', usage: 'R' },
  { value: 'C', text: '', system: 'S1', usage: 'E' },
  { value: 'ISO', text: '', system: 'S1', usage: 'R', pattern: 'ISO.+' },
  { value: 'HL7nnnn', text: '', system: 'S1', usage: 'R' },
  { value: '99zzz', text: '', system: 'S1', usage: 'R' },
];

function compiled(id: string) {
  const set = { id, name: '', codes: CODES };
  return compileValueSet({ sets: new Map([[id, set]]), excluded: new Set() }, id, [], { file: 'x' });
}

const PLAIN = compiled('HL79999');
const TABLE_0396 = compiled('HL70396_V251');
const values = (codes: readonly Code[]) => codes.map(({ value }) => value);

describe('the codes for which a value stands', () => {
  it('compares every character', () => {
    expect(values(codesFor(PLAIN, 'A', true))).toEqual(['A']);
    expect(codesFor(PLAIN, 'a', true)).toEqual([]);
    expect(codesFor(PLAIN, 'A ', true)).toEqual([]);
    expect(codesFor(PLAIN, '', true)).toEqual([]);
  });

  it('matches a pattern with the whole value, and its own code by the pattern only', () => {
    expect(values(codesFor(PLAIN, 'ISO+', true))).toEqual(['ISO']);
    expect(codesFor(PLAIN, 'xISO+', true)).toEqual([]);
    expect(codesFor(PLAIN, 'ISO', true)).toEqual([]);
  });

  it('reads the pseudo codes of table 0396, and of no other', () => {
    expect(values(codesFor(TABLE_0396, 'HL70001', true))).toEqual(['HL7nnnn']);
    expect(values(codesFor(TABLE_0396, '99LAB', true))).toEqual(['99zzz']);
    expect(codesFor(TABLE_0396, '99LABO', true)).toEqual([]);
    expect(codesFor(TABLE_0396, 'HL70001', false)).toEqual([]);
    expect(codesFor(PLAIN, 'HL70001', true)).toEqual([]);
    expect(codesFor(TABLE_0396, 'HL7nnnn', true)).toEqual([]);
    expect(values(codesFor(PLAIN, 'HL7nnnn', false))).toEqual(['HL7nnnn']);
  });
});

describe('a code and its system', () => {
  const look = (value: string, text: string | undefined, isExpected: boolean) =>
    match(codesFor(PLAIN, value, false), { text, isExpected });

  it.each([
    ['A', undefined, false, 'found'],
    ['A', undefined, true, 'no-system'],
    ['A', 'S1', true, 'found'],
    ['A', 'S2', true, 'wrong-system'],
    ['X', undefined, false, 'none'],
    ['X', undefined, true, 'none'],
    ['X', 'S1', true, 'none'],
    ['B', undefined, false, 'several'],
    ['B', undefined, true, 'several'],
    ['B', 'S2', true, 'found'],
    ['B', 'S3', true, 'none'],
    ['C', 'S1', true, 'several'],
    ['C', 'S2', true, 'none'],
  ] as const)('%s of %s (a place for the system: %s): %s', (value, system, isExpected, kind) => {
    expect(look(value, system, isExpected).kind).toBe(kind);
  });

  it('says of which of several entries the system is', () => {
    expect(look('B', 'S2', true)).toMatchObject({ code: { usage: 'P' } });
    expect(look('C', 'S1', true)).toMatchObject({ bySystem: true, codes: [{ usage: 'R' }, { usage: 'E' }] });
    expect(look('B', undefined, true)).toMatchObject({ bySystem: false });
  });
});
