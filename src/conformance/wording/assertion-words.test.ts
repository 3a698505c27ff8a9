import { describe, expect, it } from 'vitest';
import type { Assertion } from '../model/assertion.js';
import { sentenceOf, wordsOf } from './assertion-words.js';

const present = (path: string): Assertion => ({ kind: 'presence', path });
const equals = (path: string, text: string): Assertion => ({ kind: 'plain-text', path, text, ignoreCase: false });
const words = (assertion: Assertion): string => wordsOf(assertion, (path) => path);

describe('assertions in words', () => {
  it.each<[string, Assertion]>([
    ['PID-3 has a value', present('PID-3')],
    ['PID-3 has no value', { kind: 'not', of: present('PID-3') }],
    [
      'if PV1-2 is "I", then PV1-3 has a value',
      { kind: 'implies', left: equals('PV1-2', 'I'), right: present('PV1-3') },
    ],
    ['a has a value, b has a value and c has a value', { kind: 'for-all', of: ['a', 'b', 'c'].map(present) }],
    ['a has no value or b has no value', { kind: 'not', of: { kind: 'and', left: present('a'), right: present('b') } }],
    [
      'a has a value and (b has a value or c has a value)',
      { kind: 'and', left: present('a'), right: { kind: 'or', left: present('b'), right: present('c') } },
    ],
    ['either a has a value or b has a value, not both', { kind: 'xor', left: present('a'), right: present('b') }],
    ['at least one PID-3.5 is "MR"', { ...(equals('PID-3.5', 'MR') as object), atLeastOnce: true } as Assertion],
    [
      '2 or more of x is "1" or "2"',
      { kind: 'string-list', path: 'x', values: ['1', '2'], min: 2, max: Number.POSITIVE_INFINITY },
    ],
    ['OBX-5 is at least 7', { kind: 'simple-value', path: 'OBX-5', operator: 'GE', value: '7', type: 'Number' }],
    [
      'OBX-5 is less than 7',
      { kind: 'not', of: { kind: 'simple-value', path: 'OBX-5', operator: 'GE', value: '7', type: 'Number' } },
    ],
    ['OBR-7 is at most OBR-8', { kind: 'path-value', path1: 'OBR-7', operator: 'LE', path2: 'OBR-8' }],
    [
      'PID-3 equals MRG-1',
      { kind: 'complex-path-value', path1: 'PID-3', operator: 'EQ', path2: 'MRG-1', strict: true },
    ],
    ['PID-3.1 has the form [0-9]+', { kind: 'format', path: 'PID-3.1', regex: '[0-9]+' }],
    ['x is a LOINC code with the right check digit', { kind: 'string-format', path: 'x', format: 'LOINC' }],
    ['x is in the value set S', { kind: 'value-set', path: 'x', valueSet: 'S', locations: [] }],
    ['OBX-1 numbers its element: 1, 2, 3', { kind: 'set-id', path: 'OBX-1' }],
    ['OBX-1 counts 1, 2, 3 over OBX', { kind: 'iz-set-id', parent: 'OBX', element: 'OBX-1' }],
    ['PID-5 is the HL7 null ""', { kind: 'is-null', path: 'PID-5' }],
    ['the function f accepts it', { kind: 'plugin', name: 'f', parameters: {} }],
    ['2[*].1[1] counts 1, 2, 3 over 2[*]', { kind: 'iz-set-id', parent: '2[*]', element: '1[1]' }],
    ['in PID-3: PID-3.4 has a value', { kind: 'sub-context', path: 'PID-3', assertion: present('.4') }],
  ])('%s', (text, assertion) => {
    expect(words(assertion)).toBe(text);
  });

  it('makes a sentence', () => {
    expect(sentenceOf(present('x'), () => 'the name')).toBe('The name has a value.');
  });
});
