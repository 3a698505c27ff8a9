import { describe, expect, it } from 'vitest';
import { LiveExchange, type LiveReply } from '../endpoint/live-exchange.js';
import type { Message } from '../hl7/message.js';
import { parseMessage } from '../hl7/parse.js';
import { judgeMode } from './judge-mode.js';

function read(text: string): Message {
  const parsed = parseMessage(Buffer.from(text));
  if (parsed.kind === 'malformed') throw new Error(text);
  return parsed.message;
}

function reply(code: string | undefined, asks = ''): LiveReply | undefined {
  if (code === undefined) return undefined;
  const message = read(`MSH|^~\\&|S|F|E|F|2026||ACK|R1|T|2.5.1|||${asks}\rMSA|${code}|1\r`);
  return { raw: message.raw, at: '', afterMs: 1, message, code, controlId: '1' };
}

/** Codes of the findings for a message with this MSH-15 and MSH-16 that got these acknowledgments. */
function codes(asked: string, accept: LiveReply | undefined, application?: LiveReply): readonly string[] {
  const message = read(`MSH|^~\\&|E|F|S|F|2026||ADT^A01|1|T|2.5.1|||${asked}\rPID|1\r`);
  const facts = {
    id: 'x1',
    scenario: 's1',
    role: 'ehr',
    direction: 'sent',
    link: 'l',
    faults: [],
    beganMs: 0,
    lagMs: 0,
  } as const;
  const exchange = new LiveExchange({ ...facts, raw: message.raw, message });
  exchange.accept = accept;
  exchange.application = application;
  return judgeMode(exchange).map(({ code, classification }) => `${classification} ${code}`);
}

describe('the acknowledgments that a message got, by what it asked for', () => {
  it.each([
    ['nothing, and AA', '|', 'AA', undefined, []],
    ['nothing, and CA', '|', 'CA', undefined, ['Warning accept-code-in-original-mode']],
    ['both, and both', 'AL|AL', 'CA', 'AA', []],
    ['none, and an accept acknowledgment', 'NE|AL', 'CA', 'AA', ['Error accept-acknowledgment-not-asked']],
    ['success only, and CE', 'SU|NE', 'CE', undefined, ['Error accept-acknowledgment-not-asked']],
    ['errors only, and CE', 'ER|NE', 'CE', undefined, []],
    ['errors only of the application, and AA', 'AL|ER', 'CA', 'AA', ['Error application-acknowledgment-not-asked']],
    ['MSH-15 alone, and both', 'AL|', 'CA', 'AA', ['Error application-acknowledgment-not-asked']],
  ])('asked for %s', (_, asked, accept, application, expected) => {
    expect(codes(asked, reply(accept), reply(application))).toEqual(expected);
  });

  it('an accept acknowledgment asks for nothing in its turn', () => {
    expect(codes('AL|NE', reply('CA', 'AL|NE'))).toEqual(['Warning accept-acknowledgment-asks']);
    expect(codes('AL|NE', reply('CA', 'NE|NE'))).toEqual([]);
  });
});
