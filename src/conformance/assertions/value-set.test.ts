import { describe, expect, it } from 'vitest';
import type { Assertion, WhenAbsent } from '../model/assertion.js';
import type { Code, ValueSet, ValueSetLibrary } from '../model/value-set.js';
import { type Asserting, asserted, assertedByNist } from '../testdata/asserted.js';

const code = (value: string, system = '', usage: Code['usage'] = 'R'): Code => ({ value, system, text: value, usage });

function set(id: string, ...codes: readonly Code[]): [string, ValueSet] {
  return [id, { id, name: id, codes }];
}

const valueSets: ValueSetLibrary = {
  sets: new Map([
    set('COLORS', code('red', 'C'), code('blue', 'C'), code('black', 'C', 'E'), code('grey', 'C', 'P')),
    set('SHAPES', code('round', 'S')),
    set('EMPTY'),
    set('TWICE', code('a', 'X'), code('a', 'Y')),
    set('HL70396', code('LN')),
  ]),
  excluded: new Set(['SECRET']),
};

interface Options {
  readonly path?: string;
  readonly positions?: readonly number[];
  readonly whenAbsent?: WhenAbsent;
}

function of(valueSet: string, { path = '5[1]', positions = [1], whenAbsent }: Options = {}): Assertion {
  const locations = positions.map((position) => ({ code: `${position}[1]` }));
  return { kind: 'value-set', path, valueSet, locations, ...(whenAbsent === undefined ? {} : { whenAbsent }) };
}

const ours = (assertion: Assertion, line: string) => asserted(assertion, line, WITH_SETS);
const nist = (assertion: Assertion, line: string) => assertedByNist(assertion, line, WITH_SETS);
const WITH_SETS: Asserting = { profile: { valueSets } };

describe.each([
  ['our own mode', ours],
  ['mode nist', nist],
] as const)('an asserted value set in %s', (_, judge) => {
  it('holds a value', () => {
    expect(judge(of('COLORS'), 'OBX|1||||red')).toBe('pass');
    expect(judge(of('COLORS'), 'OBX|1||||grey')).toBe('pass');
    expect(judge(of('COLORS'), 'OBX|1||||green')).toBe('fail OBX[1]-5[1]');
    expect(judge(of('COLORS'), 'OBX|1||||black')).toBe('fail OBX[1]-5[1]');
    expect(judge(of('COLORS'), 'OBX|1||||""')).toBe('pass');
  });

  it('holds the code of a coded element', () => {
    expect(judge(of('COLORS', { path: '3[1]' }), 'OBX|1||red^Red^C')).toBe('pass');
    expect(judge(of('COLORS', { path: '3[1]' }), 'OBX|1||green^Green^C')).toBe('fail OBX[1]-3[1].1');
    expect(judge(of('COLORS', { path: '3[1]' }), 'OBX|1||^Red^C')).toBe('fail OBX[1]-3[1]');
  });

  it('holds a component of another element', () => {
    expect(judge(of('COLORS', { path: '12[1]', positions: [5] }), 'OBX|1|||||||||||a^^^^red')).toBe('pass');
    expect(judge(of('COLORS', { path: '12[1]', positions: [5] }), 'OBX|1|||||||||||a^^^^x')).toBe(
      'fail OBX[1]-12[1].5',
    );
    expect(judge(of('COLORS', { path: '12[1]', positions: [5] }), 'OBX|1|||||||||||a')).toBe('fail OBX[1]-12[1]');
  });

  it('takes table names and local systems as codes of table 0396', () => {
    expect(judge(of('HL70396'), 'OBX|1||||LN')).toBe('pass');
    expect(judge(of('HL70396'), 'OBX|1||||ZZ')).toBe('fail OBX[1]-5[1]');
  });

  it('is about one element', () => {
    expect(judge(of('COLORS', { path: '5[*]' }), 'OBX|1||||red~blue')).toBe('inconclusive OBX[1]');
    expect(judge(of('COLORS'), 'OBX|1')).toBe('pass');
    expect(judge(of('COLORS', { whenAbsent: 'FAIL' }), 'OBX|1')).toBe('fail OBX[1]');
    expect(judge(of('COLORS', { path: '5[1].1[1]' }), 'OBX|1||||red')).toBe('inconclusive OBX[1]');
    expect(judge(of('COLORS', { path: 'x' }), 'OBX|1||||red')).toBe('inconclusive OBX[1]');
  });

  it('either of two positions may hold the code', () => {
    const either = of('COLORS', { path: '3[1]', positions: [2, 1] });
    expect(judge(either, 'OBX|1||red^x^C')).toBe('pass');
  });
});

describe('what the reference does otherwise', () => {
  it('any code system does, but one must be there', () => {
    const coded = of('COLORS', { path: '3[1]' });
    expect(ours(coded, 'OBX|1||red^Red^OTHER')).toBe('fail OBX[1]-3[1].1');
    expect(nist(coded, 'OBX|1||red^Red^OTHER')).toBe('pass');
    expect(ours(coded, 'OBX|1||red')).toBe('pass');
    expect(nist(coded, 'OBX|1||red')).toBe('fail OBX[1]-3[1]');
  });

  it('a set that cannot be looked up fails instead of being undecided, an excluded one too', () => {
    expect(ours(of('NOWHERE'), 'OBX|1||||red')).toBe('inconclusive OBX[1]');
    expect(nist(of('NOWHERE'), 'OBX|1||||red')).toBe('fail OBX[1]-5[1]');
    expect(ours(of('EMPTY'), 'OBX|1||||red')).toBe('inconclusive OBX[1]');
    expect(nist(of('EMPTY'), 'OBX|1||||red')).toBe('fail OBX[1]-5[1]');
    expect(ours(of('SECRET'), 'OBX|1||||red')).toBe('pass');
    expect(nist(of('SECRET'), 'OBX|1||||red')).toBe('fail OBX[1]-5[1]');
  });

  it('several sets are for coded elements only, and the code system picks one', () => {
    expect(ours(of('COLORS:SHAPES'), 'OBX|1||||round')).toBe('pass');
    expect(nist(of('COLORS:SHAPES'), 'OBX|1||||round')).toBe('fail OBX[1]-5[1]');
    const coded = of('COLORS:SHAPES', { path: '3[1]' });
    expect(nist(coded, 'OBX|1||round^^S')).toBe('pass');
    expect(nist(coded, 'OBX|1||red^^S')).toBe('fail OBX[1]-3[1]');
    expect(nist(coded, 'OBX|1||red^^Q')).toBe('fail OBX[1]-3[1].3');
    expect(nist(of('COLORS:TWICE', { path: '3[1]' }), 'OBX|1||red^^C')).toBe('fail OBX[1]-3[1]');
    expect(nist(of('NO:WHERE', { path: '3[1]' }), 'OBX|1||red^^C')).toBe('fail OBX[1]-3[1]');
  });

  it('a value that two codes mean fails', () => {
    expect(ours(of('TWICE'), 'OBX|1||||a')).toBe('pass');
    expect(nist(of('TWICE'), 'OBX|1||||a')).toBe('fail OBX[1]-5[1]');
  });

  it('names of tables pass in table 0396 without being listed, not in coded elements', () => {
    expect(nist(of('HL70396'), 'OBX|1||||HL70001')).toBe('pass');
    expect(nist(of('HL70396', { path: '3[1]' }), 'OBX|1||HL70001^^X')).toBe('fail OBX[1]-3[1]');
  });

  it('escapes are not resolved', () => {
    const sets = new Map([set('BARS', code('a|b'))]);
    const more: Asserting = { profile: { valueSets: { sets, excluded: new Set() } } };
    expect(asserted(of('BARS'), 'OBX|1||||a\\F\\b', more)).toBe('pass');
    expect(assertedByNist(of('BARS'), 'OBX|1||||a\\F\\b', more)).toBe('fail OBX[1]-5[1]');
  });
});
