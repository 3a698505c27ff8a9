import { describe, expect, it } from 'vitest';
import type { Assertion, Quantity, WhenAbsent } from '../model/assertion.js';
import type { Attachment } from '../model/rule.js';
import { asserted, assertedByNist } from '../testdata/asserted.js';

const presence = (path: string): Assertion => ({ kind: 'presence', path });

describe.each([
  ['our own mode', asserted],
  ['mode nist', assertedByNist],
] as const)('elements in %s', (_, judge) => {
  it('presence: something is there, whatever it is', () => {
    expect(judge(presence('3[1]'), 'OBX|1||a^b')).toBe('pass');
    expect(judge(presence('3[1].2[1]'), 'OBX|1||a^b')).toBe('pass');
    expect(judge(presence('.'), 'OBX|1')).toBe('pass');
    expect(judge(presence('3[1]'), 'OBX|1||""')).toBe('pass');
    expect(judge(presence('5[2]'), 'OBX|1||||a~~c')).toBe('fail OBX[1]');
    expect(judge(presence('5[3]'), 'OBX|1||||a~~c')).toBe('pass');
  });

  it('presence: blamed is the last element on the way', () => {
    expect(judge(presence('3[1].2[1]'), 'OBX|1||a')).toBe('fail OBX[1]-3[1]');
    expect(judge(presence('3[1].2[1]'), 'OBX|1')).toBe('fail OBX[1]');
    expect(judge(presence('12[*].4[1].2[1]'), 'OBX|1|||||||||||a^^^h~b^^^h')).toBe('fail OBX[1]-12[1].4');
    expect(judge(presence('3[1].2[1]'), 'OBX|1||""')).toBe('fail OBX[1]-3[1]');
  });

  it('presence: cannot be told below a value', () => {
    expect(judge(presence('1[1].1[1]'), 'OBX|1')).toBe('inconclusive OBX[1]');
    expect(judge(presence('x'), 'OBX|1')).toBe('inconclusive OBX[1]');
  });

  it('set id: the value is the number of the occurrence, as it is written', () => {
    const setId: Assertion = { kind: 'set-id', path: '1[1]' };
    expect(judge(setId, ['OBX|1', 'OBX|2'])).toBe('pass, pass');
    expect(judge(setId, ['OBX|1', 'OBX|1'])).toBe('pass, fail OBX[2]-1[1]');
    expect(judge(setId, ['OBX|01'])).toBe('fail OBX[1]-1[1]');
    expect(judge(setId, ['OBX|'])).toBe('inconclusive OBX[1]');
    expect(judge({ kind: 'set-id', path: '3[1]' }, ['OBX|||1^1'])).toBe('inconclusive OBX[1]');
  });

  it('set ids over parents: count within each or over all', () => {
    const onMessage: Attachment = { kind: 'message', by: 'id', value: 'ADT_A01' };
    const counts: Assertion = { kind: 'iz-set-id', parent: '3[*]', element: '6[*]' };
    const on = { on: onMessage };
    expect(judge(counts, ['OBX||||||1~2', 'OBX||||||1'], on)).toBe('pass');
    expect(judge(counts, ['OBX||||||1~2', 'OBX||||||3'], on)).toBe('pass');
    expect(judge(counts, ['OBX||||||1~2', 'OBX||||||4'], on)).toBe('fail OBX[2]-6[1]');
    expect(judge(counts, ['OBX||||||01~+2'], on)).toBe('pass');
    expect(judge(counts, ['OBX||||||1~x'], on)).toBe('fail OBX[1]-6[2]');
    expect(judge({ ...counts, parent: '2[*]' }, ['OBX|1'], on)).toBe('pass');
    expect(judge({ ...counts, element: '3[1]' }, ['OBX|1||a^b'], on)).toBe('inconclusive ADT_A01[1]');
    expect(judge({ ...counts, parent: '1[1].1[1].1[1]' }, ['OBX|1'], on)).toBe('inconclusive ADT_A01[1]');
  });

  it('null: all fields there are HL7 null', () => {
    const isNull = (path: string): Assertion => ({ kind: 'is-null', path });
    expect(judge(isNull('5[1]'), 'OBX|1||||""')).toBe('pass');
    expect(judge(isNull('3[1]'), 'OBX|1||""')).toBe('pass');
    expect(judge(isNull('5[*]'), 'OBX|1||||""~a')).toBe('fail OBX[1]');
    expect(judge(isNull('5[1]'), 'OBX|1')).toBe('fail OBX[1]');
    expect(judge(isNull('3[1].1[1]'), 'OBX|1||""^a')).toBe('fail OBX[1]');
    expect(judge(isNull('1[1].1[1]'), 'OBX|1')).toBe('inconclusive OBX[1]');
  });

  it('sub-context: so many elements fulfil the assertion, whose paths start there', () => {
    const inside = (more: Quantity & { whenAbsent?: WhenAbsent; path?: string } = {}): Assertion => ({
      kind: 'sub-context',
      path: '12[*]',
      assertion: presence('4[1].2[1]'),
      ...more,
    });
    expect(judge(inside(), 'OBX|1|||||||||||a^^^h&u~b^^^h&u')).toBe('pass');
    expect(judge(inside(), 'OBX|1|||||||||||a^^^h&u~b^^^h')).toBe('fail OBX[1]-12[2].4');
    expect(judge(inside({ atLeastOnce: true }), 'OBX|1|||||||||||a^^^h&u~b^^^h')).toBe('pass');
    expect(judge(inside({ atLeastOnce: true }), 'OBX|1|||||||||||a~b')).toBe('fail OBX[1]-12[2]');
    expect(judge(inside({ atLeastOnce: false }), 'OBX|1|||||||||||a^^^h&u~b')).toBe('fail OBX[1]-12[2]');
    expect(judge(inside({ min: 1, max: 1 }), 'OBX|1|||||||||||a^^^h&u~b')).toBe('pass');
    expect(judge(inside({ min: 0, max: 1 }), 'OBX|1|||||||||||a^^^h&u~b^^^h&u')).toBe('fail OBX[1]');
    expect(judge(inside({ min: 1, max: 2, atLeastOnce: true }), 'OBX|1|||||||||||a')).toBe('inconclusive OBX[1]');
    expect(judge(inside(), 'OBX|1')).toBe('pass');
    expect(judge(inside({ whenAbsent: 'FAIL' }), 'OBX|1')).toBe('fail OBX[1]');
    expect(judge(inside({ whenAbsent: 'INCONCLUSIVE' }), 'OBX|1')).toBe('inconclusive OBX[1]');
    expect(judge(inside({ path: '5[*]' }), 'OBX|1||||a')).toBe('inconclusive OBX[1]');
    expect(judge(inside({ path: '5[1].1[1]' }), 'OBX|1||||a')).toBe('inconclusive OBX[1]');
  });
});
