import { describe, expect, it } from 'vitest';
import { acknowledgmentRequest, asking } from './acknowledgment-request.js';
import type { Message } from './message.js';
import { parseMessage } from './parse.js';

function withHeader(accept: string, application: string): Message {
  const parsed = parseMessage(
    Buffer.from(`MSH|^~\\&|A|B|C|D|2026||ADT^A01|1|T|2.5.1|||${accept}|${application}\rPID|1\r`),
  );
  if (parsed.kind === 'malformed') throw new Error('malformed');
  return parsed.message;
}

describe('what MSH-15 and MSH-16 ask for', () => {
  it.each([
    { accept: '', application: '', request: undefined },
    { accept: 'AL', application: 'NE', request: { accept: 'AL', application: 'NE' } },
    { accept: 'ER', application: 'SU', request: { accept: 'ER', application: 'SU' } },
    { accept: 'AL', application: '', request: { accept: 'AL', application: 'NE' } },
    { accept: '', application: 'AL', request: { accept: 'NE', application: 'AL' } },
    { accept: 'NE', application: '', request: { accept: 'NE', application: 'NE' } },
    { accept: 'XX', application: 'NE', request: { accept: 'AL', application: 'NE' } },
  ])('"$accept" and "$application"', ({ accept, application, request }) => {
    expect(acknowledgmentRequest(withHeader(accept, application))).toEqual(request);
  });

  it('can be written into a header that says nothing', () => {
    const asked = asking(withHeader('', ''), { accept: 'AL', application: 'ER' });
    expect(asked.serialize().toString()).toMatch(/\|2\.5\.1\|\|\|AL\|ER\rPID\|1\r$/);
  });
});
