import { describe, expect, it } from 'vitest';
import { pathPattern } from './path-pattern.js';

describe('a pattern of paths', () => {
  it.each([
    ['PID', 'PID[1]'],
    ['PID', 'PID[1]-3[2].4'],
    ['PID-3', 'PID[1]-3[1]'],
    ['PID-3', 'PID[1]-3[2].4.1'],
    ['PID-3.4', 'PID[1]-3[7].4'],
    ['PID-3[2].4', 'PID[1]-3[2].4'],
    ['OBX[2]', 'OBX[2]-5[1]'],
    ['OBX[*]-5', 'OBX[12]-5[1].1'],
    ['*-3', 'PV1[1]-3[1].2'],
    ['Z*', 'ZPI[1]-1[1]'],
    ['PID-*', 'PID[1]-30[1]'],
    ['PID-3.*', 'PID[1]-3[1].4'],
    ['ORDER', 'ORDER[3]'],
    ['ADT_A01', 'ADT_A01[1]'],
  ])('%s fits %s', (pattern, path) => {
    expect(pathPattern(pattern)?.test(path)).toBe(true);
  });

  it.each([
    ['PID-3', 'PID[1]-31[1]'],
    ['PID-3', 'PID[1]'],
    ['PID', 'PIDX[1]'],
    ['PID-3.4', 'PID[1]-3[1].41'],
    ['PID-3[2].4', 'PID[1]-3[1].4'],
    ['OBX[2]', 'OBX[21]-5[1]'],
    ['Z*', 'PZ1[1]'],
    ['PID-3.*', 'PID[1]-3[1]'],
  ])('%s does not fit %s', (pattern, path) => {
    expect(pathPattern(pattern)?.test(path)).toBe(false);
  });

  it.each(['', 'PID-', 'PID.3', 'PID-3.4.5.6', 'PID-3[0', '-3', 'PID 3', 'PID-x', '(a+)+'])('%s is none', (text) => {
    expect(pathPattern(text)).toBeUndefined();
  });
});
