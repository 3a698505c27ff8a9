import { describe, expect, it } from 'vitest';
import { ADMISSION, codesOf, edited, judged } from '../testdata/base-judged.js';

const name = (text: string): readonly string[] => edited(ADMISSION, { GREEN: text });
const note = (text: string): readonly string[] => edited(ADMISSION, { text });

describe('escape sequences that are right', () => {
  it.each([
    'A\\F\\\\S\\\\T\\\\R\\\\E\\B',
    '\\H\\loud\\N\\',
    '\\X0D0A\\',
    '\\Z\\',
    '\\Zown thing\\',
    '\\C1B28\\',
    '\\M242842\\',
    'no escape at all',
  ])('%s', (text) => {
    expect(codesOf(name(text))).toEqual([]);
  });

  it.each([
    'one\\.br\\two',
    '\\.sp3\\',
    '\\.sp+3\\',
    '\\.in+4\\',
    '\\.ti-4\\',
    '\\.fi\\\\.nf\\',
    '\\.sk 2\\',
    '\\.ce\\',
  ])('in formatted text: %s', (text) => {
    expect(codesOf(note(text))).toEqual([]);
  });
});

describe('what is wrong with one', () => {
  it.each([
    ['escape-unterminated', 'A\\B'],
    ['escape-unterminated', 'A\\'],
    ['escape-unterminated', 'A\\Z^B'],
    ['escape-unknown', 'A\\Q\\B'],
    ['escape-unknown', 'A\\\\B'],
    ['escape-unknown', 'A\\P\\B'],
    ['escape-unknown', 'C:\\temp\\x'],
    ['escape-unknown', '\\f\\'],
    ['escape-malformed', '\\X0D0\\'],
    ['escape-malformed', '\\XGG\\'],
    ['escape-malformed', '\\C1B\\'],
    ['escape-formatting-misplaced', 'A\\.br\\B'],
  ])('%s: %s', (code, text) => {
    expect(codesOf(name(text))).toEqual([code]);
  });

  it('in formatted text', () => {
    expect(codesOf(note('\\.sk\\'))).toEqual(['escape-malformed']);
    expect(codesOf(note('\\.xx\\'))).toEqual(['escape-unknown']);
  });

  it('is told with its very place', () => {
    const [finding] = judged(name('A\\Q\\B'));
    expect(finding).toMatchObject({ path: 'PID[1]-5[1].1.1', line: 3, column: 28, actual: '\\Q\\' });
  });

  it('is told once a value, however many there are', () => {
    expect(codesOf(name('C:\\a\\b\\c\\d'))).toEqual(['escape-unknown']);
    expect(codesOf(name('\\Q\\^\\Q\\'))).toEqual(['escape-unknown', 'escape-unknown']);
  });

  it('is told of other escape characters, and \\P\\ is right where there is a truncation character', () => {
    const other = ADMISSION.map((line) => line.replace('^~\\&', '^~@&').replace('GREEN', 'A@Q@B'));
    expect(codesOf(other)).toEqual(['escape-unknown']);
    const truncating = ADMISSION.map((line) =>
      line.replace('^~\\&', '^~\\&#').replace('2.5.1', '2.7.1').replace('GREEN', 'A\\P\\B'),
    );
    expect(codesOf(truncating, { version: '2.7.1' })).not.toContain('escape-unknown');
  });
});

it('a second header without fields does not move the places of what follows', () => {
  const lines = [...name('A\\Q\\B'), 'MSH|'];
  const places = judged(lines).map(({ line, column }) => Math.min(line ?? 0, column ?? 0));
  expect(codesOf(lines)).toContain('escape-unknown');
  expect(Math.min(...places)).toBeGreaterThanOrEqual(1);
});
