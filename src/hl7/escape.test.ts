import { describe, expect, it } from 'vitest';
import { rng } from '../base/rng.js';
import { charsetOf } from './charset.js';
import { delimitersOf, STANDARD_DELIMITERS } from './delimiters.js';
import { escapeText, unescapeText } from './escape.js';

const STANDARD = STANDARD_DELIMITERS;
const TRUNCATING = delimitersOf('|', '^~\\&#');
const ODD = delimitersOf(':', ';~\\&');

describe('escapes', () => {
  it.each([
    ['a\\F\\b', 'a|b'],
    ['a\\S\\b', 'a^b'],
    ['a\\T\\b', 'a&b'],
    ['a\\R\\b', 'a~b'],
    ['a\\E\\b', 'a\\b'],
    ['\\E\\F\\E\\', '\\F\\'],
    ['\\F\\\\F\\', '||'],
    ['line\\X0D\\next', 'line\rnext'],
    ['\\X0D0A\\', '\r\n'],
    ['\\X1c\\', '\x1c', '\\X1C\\'],
  ])('%j stands for %j and back', (wire, text, written = wire) => {
    expect(unescapeText(wire, STANDARD)).toBe(text);
    expect(escapeText(text, STANDARD)).toBe(written);
  });

  it.each([
    '\\H\\important\\N\\',
    'first\\.br\\second',
    '\\.sp3\\',
    '\\.sp 3\\',
    '\\.in+4\\',
    '\\.ti-2\\',
    '\\.sk 5\\',
    '\\.ce\\',
    '\\.fi\\\\.nf\\',
    '\\ZLOCAL1\\',
    '\\C2842\\',
    '\\M2442\\',
    '\\M24284A\\',
    '\\Q\\',
    '\\P\\',
  ])('%j is no text: it survives reading and writing', (wire) => {
    expect(unescapeText(wire, STANDARD)).toBe(wire);
    expect(escapeText(wire, STANDARD)).toBe(wire);
  });

  it('escapes the truncation character only where MSH-2 declares one', () => {
    expect(escapeText('no. #', TRUNCATING)).toBe('no. \\P\\');
    expect(unescapeText('no. \\P\\', TRUNCATING)).toBe('no. #');
    expect(escapeText('no. #', STANDARD)).toBe('no. #');
  });

  it('follows the delimiters of the message', () => {
    expect(escapeText('a:b;c|d^e', ODD)).toBe('a\\F\\b\\S\\c|d^e');
    expect(unescapeText('a\\F\\b\\S\\c|d^e', ODD)).toBe('a:b;c|d^e');
  });

  it('takes a backslash that begins no sequence as text', () => {
    expect(unescapeText('C:\\temp\\x and \\F\\', STANDARD)).toBe('C:\\temp\\x and |');
    expect(escapeText('C:\\temp\\x', STANDARD)).toBe('C:\\E\\temp\\E\\x');
    expect(unescapeText('open \\F', STANDARD)).toBe('open \\F');
  });

  it('decodes hexadecimal bytes in the character set, and keeps them where they are no text of it', () => {
    const utf8 = charsetOf(['UNICODE UTF-8']);
    expect(unescapeText('\\XC3A9\\', STANDARD, utf8)).toBe('é');
    expect(unescapeText('\\XC3\\', STANDARD, utf8)).toBe('\\XC3\\');
    expect(unescapeText('\\XC3A9\\', STANDARD)).toBe('\\XC3A9\\');
    expect(unescapeText('\\X4G\\', STANDARD, utf8)).toBe('\\X4G\\');
  });

  it.each([
    ['standard', STANDARD],
    ['truncation', TRUNCATING],
    ['odd', ODD],
  ])('unescapes what it escaped, for any text (%s delimiters)', (name, delimiters) => {
    const random = rng('escape', name);
    const alphabet = [...'|^~\\&#:;FSTREPHNXZCMQ.br0A41+ é\r\n\t'];
    for (let round = 0; round < 20_000; round++) {
      const text = Array.from({ length: random.integer(0, 12) }, () => random.pick(alphabet)).join('');
      const wire = escapeText(text, delimiters);
      expect(unescapeText(wire, delimiters)).toBe(text);
      expect(wire).not.toMatch(/[\r\n]/);
    }
  });
});
