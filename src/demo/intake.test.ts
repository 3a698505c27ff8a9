import { describe, expect, it } from 'vitest';
import { answers } from './testdata/judge.js';
import { adt } from './testdata/messages.js';

describe('what cannot be read', () => {
  it.each([
    ['', 'AR 100 MSH'],
    ['hello', 'AR 100 MSH'],
    ['BHS|^~\\&|A\rMSH|^~\\&|', 'AR 100 MSH'],
    ['MSH|^~|EHR|W|E|H|20260101||ADT^A01|1|T|2.5.1\r', 'AE 102 MSH-2'],
    [adt('A01', { charset: 'UNICODE UTF-16' }), 'AE 103 MSH-18'],
    [adt('A01').replace(/\|M\d+\|T/, '||T'), 'AE 101 MSH-10'],
  ])('%j is refused', (text, answer) => {
    expect(answers([text])).toEqual([answer]);
  });
});
