import { describe, expect, it } from 'vitest';
import type { Assertion, ComparisonMode, ComparisonOperator, Quantity, WhenAbsent } from '../model/assertion.js';
import { asserted, assertedByNist } from '../testdata/asserted.js';
import { HEADER } from '../testdata/judged.js';

interface Options extends Quantity {
  readonly path?: string;
  readonly type?: 'String' | 'Number' | 'DateTime';
  readonly truncated?: boolean;
  readonly identicalEquality?: boolean;
  readonly whenAbsent?: WhenAbsent;
}

/** OBX-5 (ST) stands to a text so, or the field at `path`. */
const simple = (operator: ComparisonOperator, value: string, options: Options = {}): Assertion => ({
  kind: 'simple-value',
  path: '5[*]',
  operator,
  value,
  type: 'String',
  ...options,
});
const number = (operator: ComparisonOperator, value: string, options: Options = {}) =>
  simple(operator, value, { path: '6[*]', type: 'Number', ...options });

const modes = [
  ['our own mode', asserted],
  ['mode nist', assertedByNist],
] as const;

describe.each(modes)('a value and a given one in %s', (_, judge) => {
  it.each([
    ['EQ', '5', 'pass'],
    ['EQ', '5.0', 'pass'],
    ['NE', '5', 'fail OBX[1]-6[1]'],
    ['LT', '6', 'pass'],
    ['LT', '5', 'fail OBX[1]-6[1]'],
    ['LE', '5', 'pass'],
    ['GT', '4.9', 'pass'],
    ['GT', '5', 'fail OBX[1]-6[1]'],
    ['GE', '5', 'pass'],
    ['GE', '10', 'fail OBX[1]-6[1]'],
  ] as const)('numbers: 5 %s %s', (operator, value, outcome) => {
    expect(judge(number(operator, value), 'OBX|1|||||5')).toBe(outcome);
  });

  it('a text counts as a number where the other side is one', () => {
    expect(judge(number('LT', '10', { path: '5[*]' }), 'OBX|1||||9')).toBe('pass');
    expect(judge(simple('LT', '10', { path: '6[*]' }), 'OBX|1|||||9')).toBe('pass');
  });

  it('what cannot be compared cannot be told, whatever else fails', () => {
    expect(judge(number('EQ', '5'), 'OBX|1|||||6~x')).toBe('inconclusive OBX[1]');
    expect(judge(simple('EQ', 'x', { path: '6[*]' }), 'OBX|1|||||6')).toBe('inconclusive OBX[1]');
    expect(judge(simple('EQ', '5', { path: '7[*]', type: 'Number' }), 'OBX|1||||||20260101')).toBe(
      'inconclusive OBX[1]',
    );
  });

  it('equal texts may differ in case, identical ones may not', () => {
    expect(judge(simple('EQ', 'ab'), 'OBX|1||||AB')).toBe('pass');
    expect(judge(simple('EQ', 'ab', { identicalEquality: true }), 'OBX|1||||AB')).toBe('fail OBX[1]-5[1]');
    expect(judge(simple('NE', 'ab', { identicalEquality: true }), 'OBX|1||||AB')).toBe('pass');
    expect(judge(number('EQ', '5.0', { identicalEquality: true }), 'OBX|1|||||5')).toBe('fail OBX[1]-6[1]');
    expect(judge(number('LE', '5.0', { identicalEquality: true }), 'OBX|1|||||5')).toBe('fail OBX[1]-6[1]');
  });

  it('escapes are resolved in the given text, not in the value', () => {
    expect(judge(simple('EQ', 'a\\F\\b'), 'OBX|1||||a\\F\\b')).toBe('fail OBX[1]-5[1]');
    expect(judge(simple('EQ', 'a\\E\\F\\E\\b'), 'OBX|1||||a\\F\\b')).toBe('pass');
  });

  it('dates and times', () => {
    expect(judge(simple('LT', '20260102', { path: '7[*]' }), 'OBX|1||||||20260101')).toBe('pass');
    expect(judge(simple('GT', '202601', { path: '7[*]' }), 'OBX|1||||||20260101')).toBe('pass');
    expect(judge(simple('EQ', '202601', { path: '7[*]', truncated: true }), 'OBX|1||||||20260131')).toBe('pass');
    expect(judge(simple('LT', '1201', { path: '8[*]' }), 'OBX|1|||||||1200')).toBe('pass');
    expect(judge(simple('EQ', '20260101130000+0100', { path: '9[*]' }), 'OBX|1||||||||20260101120000+0000')).toBe(
      'pass',
    );
    expect(judge(simple('LT', '20260102', { path: '9[*]' }), 'OBX|1||||||||202601012359')).toBe('pass');
    expect(judge(simple('EQ', 'x', { path: '9[*]' }), 'OBX|1||||||||2026')).toBe('inconclusive OBX[1]');
    expect(judge(simple('EQ', '20260230', { path: '9[*]' }), 'OBX|1||||||||20260230')).toBe('inconclusive OBX[1]');
  });

  it('a time with a zone and one without need the zone of MSH-7', () => {
    const assertion = simple('EQ', '20260101130000+0100', { path: '9[*]' });
    const line = 'OBX|1||||||||20260101120000';
    expect(judge(assertion, line)).toBe('inconclusive OBX[1]');
    const header = HEADER.replace('20260301080000', '20260301080000+0000');
    expect(judge(assertion, line, { header })).toBe('pass');
  });

  it('no value, and so many of several', () => {
    expect(judge(number('EQ', '5', { whenAbsent: 'FAIL' }), 'OBX|1')).toBe('fail OBX[1]');
    expect(judge(number('EQ', '5'), 'OBX|1')).toBe('pass');
    expect(judge(number('EQ', '5', { atLeastOnce: true }), 'OBX|1|||||4~5')).toBe('pass');
    expect(judge(number('EQ', '5', { min: 1, max: 1 }), 'OBX|1|||||5~5')).toBe('fail OBX[1]');
  });

  it('null equals null, and is no number', () => {
    expect(judge(number('EQ', '""'), 'OBX|1|||||""')).toBe('pass');
    expect(judge(number('EQ', '5'), 'OBX|1|||||""')).toBe('inconclusive OBX[1]');
  });
});

describe('what the reference compares wrongly', () => {
  it('texts the wrong way round', () => {
    expect(asserted(simple('LT', 'b'), 'OBX|1||||a')).toBe('pass');
    expect(assertedByNist(simple('LT', 'b'), 'OBX|1||||a')).toBe('fail OBX[1]-5[1]');
    expect(assertedByNist(simple('GT', 'b'), 'OBX|1||||a')).toBe('pass');
  });

  it('numbers that are cut lose their sign', () => {
    const cut = number('LT', '0.25', { truncated: true });
    expect(asserted(cut, 'OBX|1|||||-0.5')).toBe('pass');
    expect(assertedByNist(cut, 'OBX|1|||||-0.5')).toBe('fail OBX[1]-6[1]');
  });

  it('the 29th of February 1900', () => {
    const day = simple('EQ', '19000229', { path: '7[*]' });
    expect(asserted(day, 'OBX|1||||||19000229')).toBe('inconclusive OBX[1]');
    expect(assertedByNist(day, 'OBX|1||||||19000229')).toBe('pass');
  });

  it('the zone of MSH-7 holds for it only where MSH-7 has no components', () => {
    const MSH = Array.from({ length: 12 }, (_, at) => (at === 6 ? { datatype: 'TS' } : {}));
    const header = HEADER.replace('20260301080000', '20260301080000+0000');
    const assertion = simple('EQ', '20260101130000+0100', { path: '9[*]' });
    const line = 'OBX|1||||||||20260101120000';
    expect(asserted(assertion, line, { header, fields: { MSH } })).toBe('pass');
    expect(assertedByNist(assertion, line, { header, fields: { MSH } })).toBe('inconclusive OBX[1]');
  });
});

interface Pairing {
  readonly path1?: string;
  readonly path2?: string;
  readonly path1Mode?: ComparisonMode;
  readonly path2Mode?: ComparisonMode;
  readonly whenAbsent?: WhenAbsent;
}

/** OBX-6 stands to OBX-11 so; both are numbers. */
const paths = (operator: ComparisonOperator, options: Pairing = {}): Assertion => ({
  kind: 'path-value',
  path1: '6[*]',
  operator,
  path2: '11[*]',
  ...options,
});

describe.each(modes)('the values at two paths in %s', (_, judge) => {
  const line = (six: string, eleven: string) => `OBX|1|||||${six}|||||${eleven}`;

  it('one and one', () => {
    expect(judge(paths('EQ'), line('5', '5.0'))).toBe('pass');
    expect(judge(paths('LT'), line('5', '5'))).toBe('fail OBX[1]-6[1]');
    expect(judge(paths('EQ', { path2: '7[*]' }), 'OBX|1|||||5|20260101')).toBe('fail OBX[1]-6[1]');
  });

  it('one side alone is a difference, none is as the profile says', () => {
    expect(judge(paths('EQ'), line('5', ''))).toBe('fail OBX[1]-6[1]');
    expect(judge(paths('EQ'), line('', '5'))).toBe('fail OBX[1]-11[1]');
    expect(judge(paths('EQ'), line('', ''))).toBe('pass');
    expect(judge(paths('EQ', { whenAbsent: 'FAIL' }), line('', ''))).toBe('fail OBX[1]');
    expect(judge(paths('EQ', { whenAbsent: 'INCONCLUSIVE' }), line('', ''))).toBe('inconclusive OBX[1]');
  });

  it('several: all with all, at least one, exactly so many', () => {
    expect(judge(paths('LT'), line('1~2', '3~4'))).toBe('pass');
    expect(judge(paths('LT'), line('1~3', '3~4'))).toBe('fail OBX[1]-6[1]');
    expect(judge(paths('LT', { path1Mode: 'AtLeastOne' }), line('1~3', '3~4'))).toBe('pass');
    expect(judge(paths('LT', { path2Mode: 'AtLeastOne' }), line('1~3', '3~4'))).toBe('pass');
    expect(judge(paths('EQ', { path1Mode: 1, path2Mode: 1 }), line('1~3', '3~4'))).toBe('pass');
    expect(judge(paths('EQ', { path1Mode: 2, path2Mode: 1 }), line('1~3', '3~4'))).toBe('fail OBX[1]-6[1]');
    expect(judge(paths('EQ', { path2Mode: 0 }), line('1~2', '3'))).toBe('pass');
  });

  it('a path that leads to components tells nothing', () => {
    expect(judge(paths('EQ', { path1: '3[1]' }), 'OBX|1||a^b')).toBe('inconclusive OBX[1]');
    expect(judge(paths('EQ', { path2: '6[1].1[1]' }), line('5', ''))).toBe('inconclusive OBX[1]');
  });
});

describe('several values and none', () => {
  it('differ; to the reference they do not', () => {
    expect(asserted(paths('EQ'), 'OBX|1|||||1~2')).toBe('fail OBX[1]-6[1]');
    expect(assertedByNist(paths('EQ'), 'OBX|1|||||1~2')).toBe('pass');
    expect(asserted(paths('EQ'), 'OBX|1||||||||||1~2')).toBe('fail OBX[1]-11[1]');
    expect(assertedByNist(paths('EQ'), 'OBX|1||||||||||1~2')).toBe('pass');
  });
});

interface Complex {
  readonly path1?: string;
  readonly path2?: string;
  readonly operator?: ComparisonOperator;
  readonly strict?: boolean;
  readonly whenAbsent?: WhenAbsent;
}

const same = ({ operator = 'EQ', strict = true, ...options }: Complex = {}): Assertion => ({
  kind: 'complex-path-value',
  path1: '3[1]',
  path2: '13[1]',
  operator,
  strict,
  ...options,
});

describe.each(modes)('elements with parts in %s', (_, judge) => {
  const line = (three: string, thirteen: string) => `OBX|1||${three}||||||||||${thirteen}`;

  it('are compared part by part', () => {
    expect(judge(same(), line('a^b', 'A^b'))).toBe('pass');
    expect(judge(same(), line('a^b', 'a^c'))).toBe('fail OBX[1]-3[1].2');
    expect(judge(same({ operator: 'NE' }), line('a', 'a'))).toBe('fail OBX[1]-3[1].1');
  });

  it('what only one side has is a difference, unless it is lenient', () => {
    expect(judge(same(), line('a^b', 'a'))).toBe('fail OBX[1]-3[1].2');
    expect(judge(same(), line('a', 'a^b'))).toBe('fail OBX[1]-13[1].2');
    expect(judge(same({ strict: false }), line('a^b', 'a'))).toBe('pass');
    expect(judge(same(), line('a', ''))).toBe('fail OBX[1]-3[1]');
    expect(judge(same(), line('', 'a'))).toBe('fail OBX[1]-13[1]');
    expect(judge(same({ strict: false }), line('a', ''))).toBe('pass');
    expect(judge(same(), line('', ''))).toBe('pass');
    expect(judge(same({ whenAbsent: 'FAIL' }), line('', ''))).toBe('fail OBX[1]');
  });

  it('occurrences belong together by their number', () => {
    const all = same({ path1: '3[*]', path2: '13[*]' });
    expect(judge(all, line('a~b', 'a~b'))).toBe('pass');
    expect(judge(all, line('a~b', 'a~c'))).toBe('fail OBX[1]-3[2].1');
    expect(judge(all, line('a~b', 'a'))).toBe('fail OBX[1]-3[2]');
  });

  it('a value and an element with parts cannot be compared, but a difference outweighs that', () => {
    expect(judge(same({ path2: '5[1]' }), 'OBX|1||a||a')).toBe('inconclusive OBX[1]');
    expect(judge(same({ path1: '3[1]', path2: '12[1]' }), 'OBX|1||x^y^z|||||||||x^y^z')).toBe('pass');
    expect(judge(same({ path1: '6[*]', path2: '7[*]' }), 'OBX|1|||||5|20260101')).toBe('inconclusive OBX[1]');
    expect(judge(same({ path1: '6[*]', path2: '11[*]' }), 'OBX|1|||||5~x|||||6~x')).toBe('fail OBX[1]-6[1]');
    expect(judge(same({ path1: '1[1].1[1]' }), 'OBX|1||a')).toBe('inconclusive OBX[1]');
  });
});
