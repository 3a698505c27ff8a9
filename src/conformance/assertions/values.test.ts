import { describe, expect, it } from 'vitest';
import type { Assertion, Quantity, WhenAbsent } from '../model/assertion.js';
import { asserted, assertedByNist } from '../testdata/asserted.js';

type More = Quantity & { readonly path?: string; readonly whenAbsent?: WhenAbsent };

const plain = (text: string, more: More & { ignoreCase?: boolean } = {}): Assertion => ({
  kind: 'plain-text',
  path: '5[*]',
  text,
  ignoreCase: false,
  ...more,
});
const format = (regex: string, more: More = {}): Assertion => ({ kind: 'format', path: '5[*]', regex, ...more });
const list = (values: readonly string[], more: More & { ignoreCase?: boolean } = {}): Assertion => ({
  kind: 'string-list',
  path: '5[*]',
  values,
  ...more,
});
const numbers = (values: readonly string[], more: More = {}): Assertion => ({
  kind: 'number-list',
  path: '6[*]',
  values,
  ...more,
});

const both = [asserted, assertedByNist] as const;

describe.each(both.map((judge) => [judge === asserted ? 'our own mode' : 'mode nist', judge] as const))(
  'values in %s',
  (_, judge) => {
    it('plain text: each value, its escapes resolved, is the text', () => {
      expect(judge(plain('a'), 'OBX|1||||a')).toBe('pass');
      expect(judge(plain('a'), 'OBX|1||||b')).toBe('fail OBX[1]-5[1]');
      expect(judge(plain('a'), 'OBX|1||||A')).toBe('fail OBX[1]-5[1]');
      expect(judge(plain('a', { ignoreCase: true }), 'OBX|1||||A')).toBe('pass');
      expect(judge(plain('a'), 'OBX|1||||ab')).toBe('fail OBX[1]-5[1]');
      expect(judge(plain('a|b&c'), 'OBX|1||||a\\F\\b\\T\\c')).toBe('pass');
      expect(judge(plain('a\\F\\b'), 'OBX|1||||a\\F\\b')).toBe('fail OBX[1]-5[1]');
      expect(judge(plain('A|B', { ignoreCase: true }), 'OBX|1||||a\\F\\b')).toBe('pass');
      expect(judge(plain('\\'), 'OBX|1||||\\E\\')).toBe('pass');
    });

    it('all values must do where no number is given; the last that does not is to blame', () => {
      expect(judge(plain('a'), 'OBX|1||||a~a')).toBe('pass');
      expect(judge(plain('a'), 'OBX|1||||b~a~c~a')).toBe('fail OBX[1]-5[3]');
    });

    it('at least one', () => {
      expect(judge(plain('a', { atLeastOnce: true }), 'OBX|1||||b~a')).toBe('pass');
      expect(judge(plain('a', { atLeastOnce: true }), 'OBX|1||||b~c')).toBe('fail OBX[1]-5[2]');
      expect(judge(plain('a', { atLeastOnce: false }), 'OBX|1||||b~a')).toBe('fail OBX[1]-5[1]');
    });

    it('from so many to so many; where none is to blame it is the element of the rule', () => {
      expect(judge(plain('a', { min: 1, max: 1 }), 'OBX|1||||b~a')).toBe('pass');
      expect(judge(plain('a', { min: 1, max: 1 }), 'OBX|1||||a~b~a')).toBe('fail OBX[1]-5[2]');
      expect(judge(plain('a', { min: 0, max: 1 }), 'OBX|1||||a~a')).toBe('fail OBX[1]');
      expect(judge(plain('a', { min: 2, max: Number.POSITIVE_INFINITY }), 'OBX|1||||a~a~a')).toBe('pass');
    });

    it('no value: passes, fails or cannot be told, as the profile says', () => {
      expect(judge(plain('a'), 'OBX|1')).toBe('pass');
      expect(judge(plain('a', { whenAbsent: 'PASS' }), 'OBX|1')).toBe('pass');
      expect(judge(plain('a', { whenAbsent: 'FAIL' }), 'OBX|1')).toBe('fail OBX[1]');
      expect(judge(plain('a', { whenAbsent: 'INCONCLUSIVE' }), 'OBX|1')).toBe('inconclusive OBX[1]');
    });

    it('a path that leads to components, or below what has none, or is none, tells nothing', () => {
      expect(judge(plain('a', { path: '3[1]' }), 'OBX|1||a^b')).toBe('inconclusive OBX[1]');
      expect(judge(plain('a', { path: '5[1].1[1]' }), 'OBX|1||||a')).toBe('inconclusive OBX[1]');
      expect(judge(plain('a', { path: '5' }), 'OBX|1||||a')).toBe('inconclusive OBX[1]');
      expect(judge(plain('a', { path: '5[1].1[1]' }), 'OBX|1')).toBe('pass');
      expect(judge(plain('a', { path: '99[1]' }), 'OBX|1')).toBe('pass');
    });

    it('format: the whole value, its escapes resolved, matches', () => {
      expect(judge(format('\\d{3}'), 'OBX|1||||123')).toBe('pass');
      expect(judge(format('\\d{3}'), 'OBX|1||||1234')).toBe('fail OBX[1]-5[1]');
      expect(judge(format('a\\|b'), 'OBX|1||||a\\F\\b')).toBe('pass');
      expect(judge(format('\\d', { atLeastOnce: true }), 'OBX|1||||a~1')).toBe('pass');
      expect(judge(format('\\d', { whenAbsent: 'FAIL' }), 'OBX|1')).toBe('fail OBX[1]');
    });

    it('format: what cannot be translated decides nothing', () => {
      expect(judge(format('\\X'), 'OBX|1||||a')).toBe('inconclusive OBX[1]');
      expect(judge(format('\\X'), 'OBX|1')).toBe('pass');
    });

    it('list of texts', () => {
      expect(judge(list(['a', 'b']), 'OBX|1||||b~a')).toBe('pass');
      expect(judge(list(['a', 'b']), 'OBX|1||||c~a')).toBe('fail OBX[1]-5[1]');
      expect(judge(list(['a', ' b']), 'OBX|1||||b')).toBe('fail OBX[1]-5[1]');
      expect(judge(list(['a|b']), 'OBX|1||||a\\F\\b')).toBe('pass');
    });

    it('list of numbers: a value that is no number fails, whatever the others', () => {
      expect(judge(numbers(['1', '2.5']), 'OBX|1|||||2.50~1')).toBe('pass');
      expect(judge(numbers(['1', '2.5']), 'OBX|1|||||3')).toBe('fail OBX[1]-6[1]');
      expect(judge(numbers(['1'], { atLeastOnce: true }), 'OBX|1|||||1~x~2')).toBe('fail OBX[1]-6[2]');
      expect(judge(numbers(['1'], { whenAbsent: 'FAIL' }), 'OBX|1')).toBe('fail OBX[1]');
      expect(judge(numbers(['1'], { path: '3[1]' }), 'OBX|1||a^b')).toBe('inconclusive OBX[1]');
    });
  },
);

describe('what the modes see differently', () => {
  it('the case of a listed text', () => {
    expect(asserted(list(['Ab'], { ignoreCase: true }), 'OBX|1||||aB')).toBe('pass');
    expect(assertedByNist(list(['Ab'], { ignoreCase: true }), 'OBX|1||||aB')).toBe('fail OBX[1]-5[1]');
  });

  it('numbers that only Java reads', () => {
    expect(asserted(numbers(['1000']), 'OBX|1|||||1e3')).toBe('fail OBX[1]-6[1]');
    expect(assertedByNist(numbers(['1000']), 'OBX|1|||||1e3')).toBe('pass');
    expect(assertedByNist(numbers(['1000']), 'OBX|1||||| 1000d ')).toBe('pass');
  });

  it('the check digit of SNOMED CT', () => {
    const code = (format: 'LOINC' | 'SNOMED'): Assertion => ({ kind: 'string-format', path: '5[*]', format });
    expect(asserted(code('SNOMED'), 'OBX|1||||123456001')).toBe('pass');
    expect(asserted(code('SNOMED'), 'OBX|1||||123456002')).toBe('fail OBX[1]-5[1]');
    expect(assertedByNist(code('SNOMED'), 'OBX|1||||123456002')).toBe('pass');
    expect(asserted(code('LOINC'), 'OBX|1||||8302-2')).toBe('pass');
    expect(asserted(code('LOINC'), 'OBX|1||||8302-3')).toBe('fail OBX[1]-5[1]');
    expect(assertedByNist(code('LOINC'), 'OBX|1||||8302-3')).toBe('fail OBX[1]-5[1]');
  });
});
