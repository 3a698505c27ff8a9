import { describe, expect, it } from 'vitest';
import { ADMISSION, codesOf, edited, judged } from '../testdata/base-judged.js';

describe('control characters in values', () => {
  it.each(['tab\there', 'escaped \\X0B\\'])('%j is text', (text) => {
    expect(codesOf(edited(ADMISSION, { text }))).toEqual([]);
  });

  it.each([
    ['0B', 'a\x0bb'],
    ['1C', 'a\x1cb'],
    ['00', 'a\x00b'],
    ['7F', 'a\x7fb'],
  ])('%s is told once a segment, with its place', (code, text) => {
    expect(judged(edited(ADMISSION, { text: `${text}${text}` }))).toEqual([
      expect.objectContaining({
        code: 'control-character',
        path: 'OBX[1]-5[1]',
        line: 5,
        column: 'OBX|1|FT|11502-2^Laboratory report^LN||a'.length + 1,
        actual: `the byte ${code}`,
      }),
    ]);
  });
});
