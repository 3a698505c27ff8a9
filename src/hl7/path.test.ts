import { describe, expect, it } from 'vitest';
import { elementPath, fieldPath, formatNistPath, formatPath, PathSyntaxError, tryFieldPath } from './path.js';

const CASES: readonly (readonly [string, Record<string, unknown>, string, string])[] = [
  ['PID', { segment: 'PID', instance: 1, field: undefined }, 'PID', 'PID[1]'],
  ['OBX[2]', { segment: 'OBX', instance: 2, field: undefined }, 'OBX[2]', 'OBX[2]'],
  ['OBX[2]-5', { segment: 'OBX', instance: 2, field: 5, repetition: undefined }, 'OBX[2]-5', 'OBX[2]-5[1]'],
  ['MSH-9.1', { segment: 'MSH', instance: 1, field: 9, component: 1 }, 'MSH-9.1', 'MSH[1]-9[1].1'],
  ['PID-3[2].4.1', { field: 3, repetition: 2, component: 4, subcomponent: 1 }, 'PID-3[2].4.1', 'PID[1]-3[2].4.1'],
  ['PID[1]-3[1].4', { instance: 1, repetition: 1, component: 4 }, 'PID-3.4', 'PID[1]-3[1].4'],
  ['ZD1-12', { segment: 'ZD1', field: 12 }, 'ZD1-12', 'ZD1[1]-12[1]'],
];

describe('field path', () => {
  it.each(CASES)('%s is read and printed in both forms', (text, parts, ours, nist) => {
    const path = fieldPath(text);
    expect(path).toMatchObject(parts);
    expect(formatPath(path)).toBe(ours);
    expect(formatNistPath(path)).toBe(nist);
    expect(fieldPath(formatNistPath(path))).toMatchObject({ segment: path.segment, instance: path.instance });
  });

  it('gives the same object for the same text', () => {
    expect(fieldPath('PID-5.1')).toBe(fieldPath('PID-5.1'));
  });

  it.each([
    ['pid-5', 0],
    ['PI', 0],
    ['1AB-5', 0],
    ['PID-', 4],
    ['PID-0', 4],
    ['PID-3[0]', 6],
    ['PID-3[2', 7],
    ['PID-3.', 6],
    ['PID-3.1.2.3', 9],
    ['PID.3', 3],
    ['PID-3-1', 5],
    ['PID-5 ', 5],
    ['PID-99999999', 11],
    ['', 0],
  ])('refuses "%s" at character %i (0-based)', (text, position) => {
    const error = caught(() => fieldPath(text));
    expect(error).toBeInstanceOf(PathSyntaxError);
    expect(error).toMatchObject({ text, position });
    expect(tryFieldPath(text)).toBeUndefined();
  });

  it('says what a path looks like', () => {
    expect(() => fieldPath('PID.5')).toThrow(
      '"PID.5" is not a field path: "." is not expected at character 4. Write it like PID-3[2].4.1',
    );
  });

  it('reads paths inside a segment', () => {
    expect(elementPath('3[2].4.1')).toEqual({ field: 3, repetition: 2, component: 4, subcomponent: 1 });
    expect(() => elementPath('PID-3')).toThrow(PathSyntaxError);
  });

  it('keeps working beyond the size of its cache', () => {
    for (let i = 1; i <= 10_050; i++) expect(fieldPath(`OBX[${i}]-5`).instance).toBe(i);
    expect(fieldPath('OBX[3]-5').instance).toBe(3);
  });
});

function caught(action: () => unknown): unknown {
  try {
    return action();
  } catch (error) {
    return error;
  }
}
