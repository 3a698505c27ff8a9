import { describe, expect, it } from 'vitest';
import { describeDifferences, differences } from './field-expectation.js';
import { message } from './testdata/message.js';

const result = message(
  'ORU^R01',
  'M1',
  'PID|1||4711^^^PHGH^MR~12^^^OTHER^PI||DOE^JOHN^""||19700101|""',
  'OBX|1|NM|2823-3^Potassium^LN||4.1',
  'OBX|2|TX|^Comment||A \\T\\ B',
);

describe('a row of a Then table', () => {
  it.each([
    ['PID-5.1', 'DOE'],
    ['PID-5', 'DOE'],
    ['PID-5', 'DOE^JOHN^""'],
    ['PID-3', '4711^^^PHGH^MR~12^^^OTHER^PI'],
    ['PID-3[2].4', 'OTHER'],
    ['PID-3[2].1', 'present'],
    ['PID-3[3].1', 'absent'],
    ['PID-9', 'absent'],
    ['ZZZ-1', 'absent'],
    ['PID-8', 'null'],
    ['PID-5.3', 'null'],
    ['PID-8', 'present'],
    ['OBX[1]-5', '4.1'],
    ['OBX-5', '/^\\d\\.\\d$/'],
    ['OBX-5', '/./'],
    ['OBX[2]-5.1', 'A & B'],
    ['PID-7', '/^1970/'],
  ])('%s is met by %s', (path, expected) => {
    expect(differences(result, [{ path, expected }])).toEqual([]);
  });

  it.each([
    ['PID-5.1', 'ROE', '"DOE"'],
    ['PID-5.1', 'doe', '"DOE"'],
    ['PID-5', 'DOE^JANE', '"DOE^JOHN^"""'],
    ['PID-9', 'present', 'nothing'],
    ['PID-9', 'X', 'nothing'],
    ['PID-9', '/.*/', 'nothing'],
    ['PID-9', 'null', 'nothing'],
    ['PID-7', 'null', '"19700101"'],
    ['PID-7', 'absent', '"19700101"'],
    ['PID-8', 'absent', '""""'],
    ['OBX-5', '/^\\d\\d/', '"4.1"'],
    ['OBX[2]-5.1', 'A \\T\\ B', '"A & B"'],
    ['OBX[3]-5', 'present', 'nothing'],
  ])('%s is not met by %s', (path, expected, actual) => {
    expect(differences(result, [{ path, expected }])).toEqual([{ path, expected, actual }]);
  });

  it('that is met says nothing beside one that is not', () => {
    const rows = [
      { path: 'PID-5.1', expected: 'DOE' },
      { path: 'OBX-5[1]', expected: '6.1' },
      { path: 'PID-9', expected: 'present' },
    ];
    expect(describeDifferences(differences(result, rows))).toBe(
      '  OBX-5: expected 6.1, actual "4.1"\n  PID-9: expected present, actual nothing',
    );
  });

  it('with a path that is none is a mistake of the feature', () => {
    expect(() => differences(result, [{ path: 'PID_5', expected: 'DOE' }])).toThrow('PID_5');
  });
});
