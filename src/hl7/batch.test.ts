import { describe, expect, it } from 'vitest';
import { isBatch, splitBatch } from './batch.js';

const M1 = 'MSH|^~\\&|A||||||ADT^A01|1\rPID|1\r';
const M2 = 'MSH:;~\\&:A::::::ADT;A01:2\rPID:2\r';
const FHS = 'FHS|^~\\&|LAB|H||||NAME\r';
const BHS = 'BHS|^~\\&|LAB|H^1.2^ISO||||||||B1\r';

function split(text: string) {
  return splitBatch(Buffer.from(text, 'latin1'));
}

function shape(text: string) {
  const { batches, defects } = split(text);
  return {
    batches: batches.map((batch) => batch.messages.map((message) => message.bytes.toString('latin1'))),
    defects: defects.map(({ code, line }) => `${code} ${line}`),
  };
}

describe('a batch', () => {
  it.each([
    ['file, batch and trailers', `${FHS}${BHS}${M1}${M2}BTS|2\rFTS|1\r`, [[M1, M2]]],
    ['two batches', `${FHS}${BHS}${M1}BTS|1\r${BHS}${M2}BTS|1|comment\rFTS|2\r`, [[M1], [M2]]],
    ['no counts', `${FHS}${BHS}${M1}BTS\rFTS\r`, [[M1]]],
    ['no trailers', `${BHS}${M1}${M2}`, [[M1, M2]]],
    ['batches without trailers', `${BHS}${M1}${BHS}${M2}`, [[M1], [M2]]],
    ['no headers', `${M1}${M2}BTS|2\r`, [[M1, M2]]],
    ['messages alone', `${M1}${M2}`, [[M1, M2]]],
    ['one message', M1, [[M1]]],
    ['an empty batch', `${BHS}BTS|0\r`, [[]]],
    ['no final terminator', `${BHS}${M1.slice(0, -1)}`, [[M1.slice(0, -1)]]],
    ['LF', `${BHS}${M1}BTS|1\r`.replaceAll('\r', '\n'), [[M1.replaceAll('\r', '\n')]]],
    ['CR LF and blank lines', `\r\n${BHS}\r\n${M1}BTS|1\r`.replaceAll('\r', '\r\n'), [[M1.replaceAll('\r', '\r\n')]]],
    ['a byte order mark', `\xef\xbb\xbf${BHS}${M1}`, [[M1]]],
    ['delimiters of its own', `BHS:;~\\&:LAB\r${M1}BTS:1\r`, [[M1]]],
  ])('with %s is split without a defect', (_, text, batches) => {
    expect(shape(text)).toEqual({ batches, defects: [] });
  });

  it.each([
    [
      'too few messages',
      `${BHS}${M1}BTS|2\r`,
      ['message-count 4'],
      'BTS-1 says "2"; there are 1 messages in the batch',
    ],
    ['too many messages', `${BHS}${M1}${M2}BTS|1\r`, ['message-count 6'], 'there are 2 messages'],
    ['too few batches', `${FHS}${BHS}${M1}BTS|1\rFTS|3\r`, ['batch-count 6'], 'FTS-1 says "3"; there are 1 batches'],
    ['a count that is none', `${BHS}${M1}BTS|one\r`, ['count-not-a-number 4'], 'BTS-1 says "one"'],
    ['segments outside of messages', `${BHS}NTE|1\r${M1}`, ['content-outside-message 2'], 'belongs to no message'],
    ['segments after the trailer', `${BHS}${M1}BTS|1\rNTE|1\r`, ['content-outside-message 5'], 'belongs to no message'],
    ['a file header in the middle', `${M1}${FHS}${M2}`, ['segment-out-of-place 3'], 'FHS stands after the beginning'],
    ['bad delimiters', `BHS|^~\r${M1}`, ['bad-delimiters 1'], 'BHS-2 has 2 characters'],
    ['nothing in it', '', ['no-message 1'], 'neither a message nor a batch'],
    ['garbage alone', 'hello\r', ['content-outside-message 1', 'no-message 1'], 'belongs to no message'],
  ])('with %s says so', (_, text, defects, reason) => {
    expect(shape(text).defects).toEqual(defects);
    expect(split(text).defects[0]?.reason).toContain(reason);
  });

  it('tells what its headers and trailers say', () => {
    const { header, batches, trailer } = split(`${FHS}${BHS}${M1}BTS|1|fine\rFTS|1\r`);
    expect([header?.get('1'), header?.get('2'), header?.get('3'), header?.get('8')]).toEqual([
      '|',
      '^~\\&',
      'LAB',
      'NAME',
    ]);
    expect([batches[0]?.header?.get('4.2'), batches[0]?.header?.get('12'), batches[0]?.header?.line]).toEqual([
      '1.2',
      'B1',
      2,
    ]);
    expect([batches[0]?.trailer?.get('2'), trailer?.get('1')]).toEqual(['fine', '1']);
  });

  it('gives each message its place', () => {
    const { messages } = split(`${BHS}${M1}${M2}BTS|2\r`);
    expect(messages.map(({ offset, line }) => [offset, line])).toEqual([
      [BHS.length, 2],
      [BHS.length + M1.length, 4],
    ]);
  });

  it('is told from a message', () => {
    const texts = [`${FHS}${M1}`, `\r\n${BHS}`, `${M1}${M2}`, `${M1}${M1}`, M1, `${M1}NTE|MSH|x\r`, 'PID|1\r', ''];
    expect(texts.map((text) => isBatch(Buffer.from(text, 'latin1')))).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
