import { describe, expect, it } from 'vitest';
import { nistMode, pipehatMode } from '../mode.js';
import { findings, found, foundByNist, told } from '../testdata/judged.js';
import type { Part, SmallProfile } from '../testdata/small-profile.js';

const one = (part: Part): SmallProfile => ({ structure: 'MSH PID', fields: { PID: [part] } });

describe('length', () => {
  const small = one({ minLength: 2, maxLength: 4 });

  it('counts characters with the delimiters un-escaped', () => {
    expect(found(small, 'PID|ab')).toEqual([]);
    expect(found(small, 'PID|a\\T\\bc')).toEqual([]);
    expect(found(small, 'PID|a')).toEqual(['length-too-short PID[1]-1[1] 2:5']);
    expect(found(small, 'PID|\\T\\')).toEqual(['length-too-short PID[1]-1[1] 2:5']);
    expect(found(small, 'PID|abcde')).toEqual(['length-too-long PID[1]-1[1] 2:5']);
  });

  it('is a warning, and null has none', () => {
    expect(findings(small, ['PID|abcde'])).toMatchObject([
      { classification: 'Warning', expected: '2..4', actual: 'abcde' },
    ]);
    expect(found(one({ minLength: 5, maxLength: 9 }), 'PID|""')).toEqual([]);
  });

  it('what exceeds a conformance length is told on request, and warned of where it must not be cut', () => {
    expect(found(one({ confLength: '3#' }), 'PID|abcd')).toEqual([]);
    expect(told(findings(one({ confLength: '3#' }), ['PID|abcd'], pipehatMode(true)))).toContain(
      'conformance-length-exceeded PID[1]-1[1] 2:5',
    );
    expect(found(one({ confLength: '3=' }), 'PID|abcd')).toEqual(['conformance-length-exceeded PID[1]-1[1] 2:5']);
    expect(found(one({ confLength: '3=' }), 'PID|abc')).toEqual([]);
    expect(foundByNist(one({ confLength: '3#' }), 'PID|abcd')).toEqual(['length-too-long PID[1]-1[1] 2:5']);
  });

  it('the reference tells with every value that the profile states no length, or two', () => {
    const none = one({ minLength: 1, confLength: '' });
    const both = one({ minLength: 1, maxLength: 3, confLength: '3' });
    expect(foundByNist(none, 'PID|abcd')).toEqual(['length-not-stated PID[1]-1[1] 2:5']);
    expect(foundByNist(both, 'PID|abcd')).toEqual(['length-stated-twice PID[1]-1[1] 2:5']);
    expect(foundByNist(none, 'PID|')).toEqual([]);
    expect(found(none, 'PID|abcd')).toEqual([]);
    expect(found(both, 'PID|abc')).toEqual([]);
  });
});

describe('constant', () => {
  it('is compared with the value as it reads', () => {
    const small = one({ constant: 'a&b' });
    expect(found(small, 'PID|a\\T\\b')).toEqual([]);
    expect(found(small, 'PID|""')).toEqual([]);
    expect(found(small, 'PID|ab')).toEqual(['constant-mismatch PID[1]-1[1] 2:5']);
  });

  it('on an element with components is a fault of the profile, which the reference tells with the message', () => {
    const small = one({ datatype: 'CX', constant: 'x' });
    expect(foundByNist(small, 'PID|x')).toEqual(['constant-on-composite PID[1]-1[1] 2:5']);
    expect(foundByNist(small, 'PID|')).toEqual([]);
    expect(found(small, 'PID|x')).toEqual([]);
  });
});

describe('separators', () => {
  it('stand in no value without parts', () => {
    expect(found(one({}), 'PID|a\\S\\b')).toEqual([]);
    expect(found(one({}), 'PID|a^b')).toEqual(['separator-unescaped PID[1]-1[1] 2:5']);
    expect(found(one({ datatype: 'CE' }), 'PID|a&b')).toEqual(['separator-unescaped PID[1]-1[1].1 2:5']);
    expect(found(one({ datatype: 'VARIES' }), 'PID|a^b&c')).toEqual([]);
    expect(foundByNist(one({ datatype: 'VARIES' }), 'PID|a^b&c')).toEqual(['separator-unescaped PID[1]-1[1] 2:5']);
  });

  it('stand in MSH-1 and MSH-2', () => {
    const small: SmallProfile = { structure: 'MSH', fields: { MSH: Array.from({ length: 12 }, () => ({})) } };
    expect(told(findings(small, [], nistMode()))).toEqual(['separator-unescaped MSH[1]-9[1] 1:34']);
  });
});

describe('extra parts', () => {
  it('are told each at its own place; by the reference on their parent', () => {
    const small: SmallProfile = { structure: 'MSH PID', fields: { PID: [{ datatype: 'CE' }, { datatype: 'CX' }] } };
    expect(found(small, 'PID|a^b^c|^^^a&b&c||')).toEqual([]);
    expect(found(small, 'PID|a||x|y')).toEqual(['extra-element PID[1]-3[1] 2:8', 'extra-element PID[1]-4[1] 2:10']);
    expect(found(small, 'PID|a^^^d^')).toEqual(['extra-element PID[1]-1[1].4 2:9']);
    expect(found(small, 'PID||^^^a&&&d')).toEqual(['extra-element PID[1]-2[1].4.4 2:13']);
    expect(foundByNist(small, 'PID|a||x|y')).toEqual(['extra-element PID[1] 2:1']);
  });
});
