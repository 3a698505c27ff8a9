import { describe, expect, it } from 'vitest';
import { acknowledge, type Reply } from '../hl7/acknowledgment.js';
import { buildMessage, comp, segment } from '../hl7/build.js';
import type { Message } from '../hl7/message.js';
import { parseMessage } from '../hl7/parse.js';
import { judgeAcknowledgment } from './acknowledgment.js';

function admission(controlId = 'M1'): Message {
  const msh = {
    3: comp('EHR', '1.2.3', 'ISO'),
    4: 'PHGH',
    5: 'ENGINE',
    7: '20260301080000+0000',
    9: comp('ADT', 'A01', 'ADT_A01'),
    10: controlId,
    11: 'T',
    12: '2.5.1',
    18: 'UNICODE UTF-8',
  };
  return buildMessage([segment('MSH', msh), segment('PID', { 3: comp('4711', undefined, undefined, 'PHGH') })], {
    charset: 'UNICODE UTF-8',
  });
}

function reply(to: Message, facts: Partial<Reply> = {}): Message {
  const at = new Date('2026-03-01T08:00:01Z');
  return acknowledge(to, { code: 'AA', application: 'ENGINE', facility: 'PHGH', controlId: 'R1', at, ...facts });
}

function parsed(text: string, charset?: 'latin1'): Message {
  const result = parseMessage(Buffer.from(text, charset ?? 'utf8'));
  if (result.kind === 'malformed') throw new Error('the specimen is malformed');
  return result.message;
}

function codes(sent: Message, given: Message): readonly string[] {
  return judgeAcknowledgment(sent, given, 'x1', new Map()).map(({ code }) => code);
}

const sent = admission();

describe('a right acknowledgment has no finding', () => {
  const error = { code: '204', severity: 'E', location: { segment: 'PID', field: 3 } } as const;
  it.each([
    ['AA', reply(sent)],
    ['AE with ERR', reply(sent, { code: 'AE', errors: [error] })],
    ['AR with ERR', reply(sent, { code: 'AR', errors: [error] })],
    ['CA', reply(sent, { code: 'CA' })],
    ['an order-level answer', reply(sent).with('MSH-9.1', 'ORR')],
    ['components that are empty at the end', reply(sent).withRaw('MSH-6', 'PHGH^^')],
  ])('%s', (_, given) => {
    expect(codes(sent, given)).toEqual([]);
  });

  it('in other delimiters than those of the message', () => {
    const given = parsed('MSH:;~\\&:ENGINE:PHGH:EHR;1.2.3;ISO:PHGH:20260301::ACK;A01;ACK:R1:T:2.5.1\rMSA:AA:M1\r');
    expect(codes(sent, given)).toEqual([]);
  });

  it('to an id with characters beyond ASCII, which come back as they were', () => {
    const umlauts = admission('GRÜN-1');
    expect(codes(umlauts, reply(umlauts))).toEqual([]);
  });
});

describe('what is wrong has a code of its own', () => {
  it.each([
    ['msa-missing', reply(sent).withSegments((lines) => lines.slice(0, 1))],
    ['control-id-not-echoed', reply(sent).with('MSA-2', 'M2')],
    ['control-id-not-echoed', reply(sent).with('MSA-2', 'm1')],
    ['control-id-not-echoed', reply(sent).with('MSA-2', 'M1 ')],
    ['control-id-not-echoed', reply(sent).withRaw('MSA-2', '')],
    ['acknowledgment-code-unknown', reply(sent).with('MSA-1', 'OK')],
    ['acknowledgment-code-unknown', reply(sent).withRaw('MSA-1', '')],
    ['acknowledgment-id-missing', reply(sent).withRaw('MSH-10', '')],
    ['control-id-reused', reply(sent, { controlId: 'M1' })],
    ['header-not-swapped', reply(sent).withRaw('MSH-5', 'EHR')],
    ['header-not-swapped', reply(sent).withRaw('MSH-5', 'ENGINE')],
    ['header-not-swapped', reply(sent).withRaw('MSH-6', '')],
    ['processing-id-not-copied', reply(sent).with('MSH-11', 'P')],
    ['processing-id-not-copied', reply(sent).withRaw('MSH-11', '')],
    ['err-missing', reply(sent, { code: 'AE' })],
    ['err-missing', reply(sent, { code: 'CR' })],
  ])('%s', (code, given) => {
    expect(codes(sent, given)).toEqual([code]);
  });

  it('and says where, what was expected and what came', () => {
    const [finding] = judgeAcknowledgment(sent, reply(sent).withRaw('MSH-5', 'EHR'), 'x1', new Map());
    expect(finding).toMatchObject({
      classification: 'Error',
      section: 'acknowledgment',
      path: 'MSH[1]-5[1]',
      rule: expect.stringContaining('2.9.2'),
      expected: 'EHR^1.2.3^ISO',
      actual: 'EHR',
    });
  });

  it('a refusal without a reason is a warning: the standard says "should"', () => {
    const [finding] = judgeAcknowledgment(sent, reply(sent, { code: 'AR' }), 'x1', new Map());
    expect(finding?.classification).toBe('Warning');
  });

  it('an echo that only looks the same: UTF-8 answered in ISO 8859-1', () => {
    const umlauts = admission('GRÜN-1');
    const given = parsed(
      'MSH|^~\\&|ENGINE|PHGH|EHR^1.2.3^ISO|PHGH|20260301||ACK^A01^ACK|R1|T|2.5.1||||||8859/1\rMSA|AA|GRÜN-1\r',
      'latin1',
    );
    expect(codes(umlauts, given)).toEqual(['control-id-not-echoed']);
  });
});

describe('the id of an acknowledgment is used once', () => {
  function second(other: Message, given: Message): readonly string[] {
    const used = new Map();
    judgeAcknowledgment(sent, reply(sent), 'x1', used);
    return judgeAcknowledgment(other, given, 'x2', used).map(({ code, message }) => `${code}: ${message}`);
  }

  it('another id is right', () => {
    const other = admission('M2');
    expect(second(other, reply(other, { controlId: 'R2' }))).toEqual([]);
  });

  it('the same one is not, and the finding names where it was used before', () => {
    const other = admission('M2');
    expect(second(other, reply(other))).toEqual([
      'acknowledgment-id-not-unique: the acknowledgment has the same id as the one of x1',
    ]);
  });

  it('another responder may use it', () => {
    const other = admission('M2');
    expect(second(other, reply(other, { application: 'LIS' }))).toEqual([]);
  });

  it('the stored acknowledgment may come again for the same message', () => {
    expect(second(sent, reply(sent))).toEqual([]);
  });

  it('judging the same exchange twice finds nothing new', () => {
    const used = new Map();
    judgeAcknowledgment(sent, reply(sent), 'x1', used);
    expect(judgeAcknowledgment(sent, reply(sent), 'x1', used)).toEqual([]);
  });
});
