import { describe, expect, it } from 'vitest';
import { characterCodes } from './character-codes.js';

describe('the characters of a text as numbers', () => {
  it('are its bytes where it is ASCII', () => {
    const bytes = Buffer.from('PID|1^a');
    const codes = characterCodes(bytes.toString('latin1'), bytes);
    expect([...codes]).toEqual([...bytes]);
    expect(codes.buffer).toBe(bytes.buffer);
  });

  it('are those of the text where it is not, and where its bytes are not given', () => {
    for (const text of ['PID|é|日本', 'a\uFFFDb', 'PID']) {
      const expected = [...Array(text.length).keys()].map((at) => text.charCodeAt(at));
      expect([...characterCodes(text, Buffer.from(text, 'utf8'))]).toEqual(expected);
      expect([...characterCodes(text)]).toEqual(expected);
    }
    // As many characters as bytes, and yet not the same numbers.
    expect([...characterCodes('\uFFFD|', Buffer.from([0xa7, 0x7c]))]).toEqual([0xfffd, 0x7c]);
  });
});
