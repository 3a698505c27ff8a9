import { describe, expect, it } from 'vitest';
import { pipehatMode } from '../mode.js';
import type { Assertion } from '../model/assertion.js';
import type { Attachment } from '../model/rule.js';
import { ON_OBX, statement } from '../testdata/asserted.js';
import { rulesSay } from '../testdata/ruled.js';

const LINE = 'OBX|1|a|b^c||x|5|20260101||||6|p^^^h';
const present = (path: string): Assertion => ({ kind: 'presence', path });
const not = (of: Assertion): Assertion => ({ kind: 'not', of });

/** What the finding about this assertion, which fails, says was wanted, and what was there. */
function wanted(assertion: Assertion, on: Attachment = ON_OBX) {
  const [finding] = rulesSay({ statements: [{ on, rule: statement(assertion) }] }, [LINE], pipehatMode());
  return [finding?.expected, finding?.actual];
}

describe('what was wanted, in words of HL7', () => {
  it.each<[Assertion, string, string | undefined]>([
    [present('4[1]'), 'something at OBX[1]-4', undefined],
    [present('12[1].4[1].2[1]'), 'something at OBX[1]-12.4.2', undefined],
    [present('5[2]'), 'something at OBX[1]-5[2]', undefined],
    [not(present('5[*]')), 'nothing at OBX[1]-5', undefined],
    [{ kind: 'plain-text', path: '5[1]', text: 'y', ignoreCase: false }, 'y', 'x'],
    [{ kind: 'format', path: '5[1]', regex: '\\d+' }, 'a value that matches \\d+', 'x'],
    [{ kind: 'string-list', path: '5[1]', values: ['y', 'z'] }, 'one of y, z', 'x'],
    [{ kind: 'number-list', path: '6[1]', values: ['1', '2'] }, 'one of 1, 2', '5'],
    [{ kind: 'simple-value', path: '6[1]', operator: 'GE', value: '7', type: 'Number' }, 'a value at least 7', '5'],
    [
      { kind: 'path-value', path1: '6[1]', operator: 'EQ', path2: '11[1]' },
      'a value equal to what is at OBX[1]-11',
      '5',
    ],
    [{ kind: 'string-format', path: '5[1]', format: 'LOINC' }, 'a LOINC code with the right check digit', 'x'],
    [{ kind: 'set-id', path: '6[1]' }, '1', '5'],
    [{ kind: 'is-null', path: '5[1]' }, 'HL7 null ("") at OBX[1]-5', undefined],
    [
      not({ kind: 'and', left: present('1[1]'), right: present('2[1]') }),
      'anything but: something at OBX[1]-1 and something at OBX[1]-2',
      undefined,
    ],
    [
      not({ kind: 'exists', of: [present('1[1]'), present('2[1]')] }),
      'anything but: something at OBX[1]-1 or something at OBX[1]-2',
      undefined,
    ],
  ])('%j', (assertion, expected, actual) => {
    expect(wanted(assertion)).toEqual([expected, actual]);
  });

  it('names segments where the rule is about the message', () => {
    const onMessage: Attachment = { kind: 'message', by: 'id', value: 'ADT_A01' };
    expect(wanted(present('3[*].4[1]'), onMessage)[0]).toBe('something at OBX-4');
    expect(wanted(present('2[1]'), onMessage)[0]).toBe('something at PID');
  });

  it('shortens what nobody reads', () => {
    const values = Array.from({ length: 50 }, (_, at) => `v${at}`);
    expect(wanted({ kind: 'string-list', path: '5[1]', values })[0]).toMatch(/v19 and 30 more$/);
  });
});
