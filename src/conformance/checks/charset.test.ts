import { describe, expect, it } from 'vitest';
import { ADMISSION, codesOf, edited, judged } from '../testdata/base-judged.js';

/** The admission with a name and a character set, in bytes of an encoding. */
function named(name: string, set: string, encoding: BufferEncoding): Buffer {
  const lines = edited(ADMISSION, { GREEN: name, '|T|2.5.1': `|T|2.5.1||||||${set}` });
  return Buffer.from(`${lines.join('\r')}\r`, encoding);
}

describe('bytes that are in the character set of MSH-18', () => {
  it.each([
    ['nothing declared, ASCII sent', named('GREEN', '', 'latin1')],
    ['ASCII', named('GREEN', 'ASCII', 'latin1')],
    ['UTF-8', named('GRÜN', 'UNICODE UTF-8', 'utf8')],
    ['ISO 8859-1', named('GRÜN', '8859/1', 'latin1')],
    [
      'a set of several bytes a character',
      Buffer.from(named('GRN', 'GB 18030-2000', 'latin1').toString('latin1').replace('GRN', '\xb0\xa1'), 'latin1'),
    ],
    ['several sets', named('GREEN', 'ASCII~ISO IR87', 'latin1')],
  ])('%s', (_, bytes) => {
    expect(codesOf(bytes)).toEqual([]);
  });
});

describe('what is wrong', () => {
  it.each([
    ['charset-undeclared-bytes', named('GRÜN', '', 'utf8')],
    ['charset-undeclared-bytes', named('GRÜN', 'ASCII', 'latin1')],
    ['charset-undecodable-bytes', named('GRÜN', 'UNICODE UTF-8', 'latin1')],
    ['charset-unknown', named('GREEN', 'EBCDIC', 'latin1')],
    ['charset-unregistered', named('GREEN', 'UTF-8', 'latin1')],
    ['byte-order-mark', Buffer.concat([Buffer.from('\xef\xbb\xbf', 'latin1'), named('GRÜN', 'UNICODE UTF-8', 'utf8')])],
  ])('%s', (code, bytes) => {
    expect(codesOf(bytes)).toContain(code);
    expect(codesOf(bytes).filter((one) => /charset|byte-order/.test(one))).toEqual([code]);
  });

  it('has its very place, and says how many lines have it', () => {
    const text = `${edited(ADMISSION, { GREEN: 'GRÜN', text: 'Übel' }).join('\r')}\r`;
    const [finding] = judged(Buffer.from(text, 'latin1'));
    expect(finding).toMatchObject({ path: 'PID[1]-5[1].1.1', line: 3, column: 29 });
    expect(finding?.message).toContain('in 2 lines');
    expect(finding?.message).not.toContain('GR');
  });
});
