import { describe, expect, it } from 'vitest';
import type { ParseObservation } from './observation.js';
import { parseMessage } from './parse.js';

const BARE = 'MSH|^~\\&|A';
const withCharset = (name: string) => `MSH|^~\\&${'|'.repeat(16)}${name}`;

function observed(text: string): readonly ParseObservation[] {
  const result = parseMessage(Buffer.from(text, 'latin1'));
  if (result.kind === 'malformed') throw new Error(result.defects[0]?.reason);
  return result.message.observations;
}

describe('observations', () => {
  it.each([
    ['nothing', `${BARE}\rPID|1\r`, []],
    ['nothing in declared text', `${withCharset('UNICODE UTF-8')}\rPID|\xc3\xa9\r`, []],
    ['nothing in tabs', `${BARE}\rPID|a\tb\r`, []],
    ['a byte order mark', `\xef\xbb\xbf${BARE}\r`, [['byte-order-mark', 0, 1, 1]]],
    ['LF', `${BARE}\nPID|1\n`, [['lf-terminator', 10, 1, 2]]],
    ['CR LF', `${BARE}\r\nPID|1\r\n`, [['crlf-terminator', 10, 1, 2]]],
    ['no final terminator', `${BARE}\rPID|1`, [['no-final-terminator', 16, 2, 1]]],
    ['a blank line', `${BARE}\r\rPID|1\r`, [['blank-line', 11, 2, 1]]],
    ['blank lines at the beginning', `\r\r${BARE}\r`, [['blank-line', 0, 1, 2]]],
    ['a line that is no segment', `${BARE}\rpid|1\rhello\r`, [['invalid-segment-name', 11, 2, 2]]],
    ['a second message', `${BARE}\r${BARE}\r`, [['second-header', 11, 2, 1]]],
    ['a line feed in a field', `${BARE}\rNTE|a\nb\r`, [['lf-in-data', 16, 2, 1]]],
    ['a control character', `${BARE}\rNTE|a\0b\r`, [['control-character', 16, 2, 1]]],
    ['a name that nobody knows', `${withCharset('KLINGON')}\r`, [['unknown-charset', 0, 1, 1]]],
    ['a name outside the table', `${withCharset('utf-8')}\r`, [['unregistered-charset', 0, 1, 1]]],
    ['bytes that were not declared', `${BARE}\rPID|\xe9\rNTE|\xe9\r`, [['undeclared-bytes', 15, 2, 2]]],
    ['bytes that do not decode', `${withCharset('UNICODE UTF-8')}\rPID|a\xe9\r`, [['undecodable-bytes', 43, 2, 1]]],
    [
      'half a Shift-JIS character',
      `${withCharset('Shift_JIS')}\rPID|\x83\r`,
      [
        ['unregistered-charset', 0, 1, 1],
        ['undecodable-bytes', 38, 2, 1],
      ],
    ],
    [
      'several',
      `\r\n${BARE}\r\nPID|1`,
      [
        ['crlf-terminator', 0, 1, 2],
        ['no-final-terminator', 19, 3, 1],
        ['blank-line', 0, 1, 1],
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(observed(text).map(({ code, offset, line, count }) => [code, offset, line, count])).toEqual(expected);
  });

  it('give the reason in words', () => {
    expect(observed(BARE)[0]?.reason).toBe('the last segment has no terminator');
  });
});
