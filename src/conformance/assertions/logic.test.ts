import { describe, expect, it } from 'vitest';
import type { Assertion } from '../model/assertion.js';
import { asserted, assertedByNist } from '../testdata/asserted.js';

/** About `OBX|1`: pass, fail, inconclusive. */
const P: Assertion = { kind: 'presence', path: '1[1]' };
const F: Assertion = { kind: 'presence', path: '4[1]' };
const I: Assertion = { kind: 'presence', path: '1[1].1[1]' };
const ALL = [P, F, I];

const LETTERS: Readonly<Record<string, string>> = { pass: 'P', fail: 'F', inconclusive: 'I' };

function letter(outcome: string): string {
  return LETTERS[outcome.split(' ')[0] ?? ''] ?? '?';
}

type Table = (left: Assertion, right: Assertion) => Assertion;

/** Rows: left pass, fail, inconclusive; columns: right the same. */
function table(of: Table, judge: typeof asserted): string {
  return ALL.map((left) => ALL.map((right) => letter(judge(of(left, right), 'OBX|1'))).join('')).join(' ');
}

const TABLES: readonly (readonly [name: string, of: Table, ours: string, nist: string])[] = [
  ['and', (left, right) => ({ kind: 'and', left, right }), 'PFI FFF IFI', 'PFI FFF III'],
  ['or', (left, right) => ({ kind: 'or', left, right }), 'PPP PFI PII', 'PPP PFI III'],
  ['xor', (left, right) => ({ kind: 'xor', left, right }), 'FPI PFI III', 'FPI PFI III'],
  ['implies', (left, right) => ({ kind: 'implies', left, right }), 'PFI PPP PII', 'PFI PPP III'],
  ['for-all', (left, right) => ({ kind: 'for-all', of: [left, right] }), 'PFI FFF IFI', 'PFI FFF III'],
  ['exists', (left, right) => ({ kind: 'exists', of: [left, right] }), 'PPP PFI PII', 'PPP PFI III'],
];

describe('logic of three values', () => {
  it.each(TABLES)('%s', (_, of, ours, nist) => {
    expect(table(of, asserted)).toBe(ours);
    expect(table(of, assertedByNist)).toBe(nist);
  });

  it('not', () => {
    expect(ALL.map((of) => letter(asserted({ kind: 'not', of }, 'OBX|1'))).join('')).toBe('FPI');
    expect(ALL.map((of) => letter(assertedByNist({ kind: 'not', of }, 'OBX|1'))).join('')).toBe('FPI');
  });

  it('of three: the first that fails ends for-all, the first that passes ends exists', () => {
    const of = [P, I, F];
    expect(letter(asserted({ kind: 'for-all', of }, 'OBX|1'))).toBe('F');
    expect(letter(assertedByNist({ kind: 'for-all', of }, 'OBX|1'))).toBe('I');
    expect(letter(asserted({ kind: 'exists', of: [F, I, P] }, 'OBX|1'))).toBe('P');
    expect(letter(assertedByNist({ kind: 'exists', of: [F, I, P] }, 'OBX|1'))).toBe('I');
  });

  it('an empty list says nothing', () => {
    expect(asserted({ kind: 'for-all', of: [] }, 'OBX|1')).toBe('inconclusive OBX[1]');
    expect(asserted({ kind: 'exists', of: [] }, 'OBX|1')).toBe('inconclusive OBX[1]');
  });
});

const equals = (path: string, text: string): Assertion => ({ kind: 'plain-text', path, text, ignoreCase: false });

describe('the element to blame', () => {
  const message = 'OBX|1|a|c^t|b|e~f';

  it('of "not there" is what is there', () => {
    expect(asserted({ kind: 'not', of: { kind: 'presence', path: '5[*]' } }, message)).toBe('fail OBX[1]-5[1]');
  });

  it('of any other "not" is the element itself', () => {
    expect(asserted({ kind: 'not', of: equals('2[1]', 'a') }, message)).toBe('fail OBX[1]');
  });

  it('is that of the last part that fails', () => {
    const left = equals('2[1]', 'x');
    const right = equals('4[1]', 'x');
    expect(asserted({ kind: 'or', left, right }, message)).toBe('fail OBX[1]-4[1]');
    expect(asserted({ kind: 'and', left, right }, message)).toBe('fail OBX[1]-2[1]');
    expect(asserted({ kind: 'xor', left, right }, message)).toBe('fail OBX[1]-4[1]');
    expect(asserted({ kind: 'exists', of: [right, left] }, message)).toBe('fail OBX[1]-2[1]');
    expect(asserted({ kind: 'for-all', of: [P, right, left] }, message)).toBe('fail OBX[1]-4[1]');
    expect(asserted({ kind: 'implies', left: P, right }, message)).toBe('fail OBX[1]-4[1]');
  });

  it('is not that of a part whose failure does not count', () => {
    const fails = equals('2[1]', 'x');
    const negated: Assertion = { kind: 'not', of: fails };
    expect(asserted({ kind: 'and', left: negated, right: equals('4[1]', 'x') }, message)).toBe('fail OBX[1]-4[1]');
    const either: Assertion = { kind: 'or', left: fails, right: P };
    expect(asserted({ kind: 'and', left: either, right: F }, 'OBX|1|a')).toBe('fail OBX[1]');
  });

  it('of what cannot be told is the element of the rule', () => {
    expect(asserted({ kind: 'and', left: P, right: I }, message)).toBe('inconclusive OBX[1]');
  });
});
