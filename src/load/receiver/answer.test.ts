import { describe, expect, it } from 'vitest';
import { readAcknowledgment } from '../../hl7/acknowledgment.js';
import { parseMessage } from '../../hl7/parse.js';
import { answerTo } from './answer.js';

function read(payload: string, code = 'AA') {
  const bytes = answerTo(Buffer.from(payload), code, 7);
  const parsed = bytes && parseMessage(bytes.subarray(1, -2));
  return parsed?.kind === 'message' ? parsed.message : undefined;
}

describe('answerTo', () => {
  it('acknowledges the message, and returns to its sender', () => {
    const reply = read(
      'MSH|^~\\&|EHR^1.2^ISO|PHGH|ENGINE|X|20260101||ADT^A01^ADT_A01|ID 1|T|2.3.1\rEVN||20260101\r',
      'AE',
    );
    expect(reply && readAcknowledgment(reply)).toMatchObject({ code: 'AE', controlId: 'ID 1' });
    const fields = [
      'MSH-3',
      'MSH-4',
      'MSH-5.1',
      'MSH-5.3',
      'MSH-6',
      'MSH-9.1',
      'MSH-9.2',
      'MSH-10',
      'MSH-11',
      'MSH-12',
    ];
    expect(fields.map((path) => reply?.get(path))).toEqual([
      'ENGINE',
      'X',
      'EHR',
      'ISO',
      'PHGH',
      'ACK',
      'A01',
      'A7',
      'T',
      '2.3.1',
    ]);
  });

  it('speaks with the delimiters of the message', () => {
    const reply = read('MSH#*!?@#EHR*1#PHGH#ENGINE#X#20260101##ADT*A01#ID1#T#2.5.1\r');
    expect(reply && readAcknowledgment(reply)).toMatchObject({ code: 'AA', controlId: 'ID1' });
    expect(reply?.get('MSH-9.2')).toBe('A01');
  });

  it.each(['', 'EVN|1\r', 'MSH|'])('has no answer to %j', (payload) => {
    expect(answerTo(Buffer.from(payload), 'AA', 1)).toBeUndefined();
  });
});
