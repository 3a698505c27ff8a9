import { describe, expect, it } from 'vitest';
import { rng } from '../base/rng.js';
import { HONEST_REPLY, type ReplyPlan } from './fault.js';
import { FAULTS } from './index.js';
import { parseFault } from './parse-fault.js';
import { writtenBytes } from './plan-bytes.js';
import { replyWire } from './reply-wire.js';
import { outcomeOf } from './testdata/outcome.js';

const ACK = 'MSH|^~\\&|LIS|N|ENGINE|N|20250301080000+0000||ACK^A01^ACK|R1|T|2.5.1\rMSA|AA|M1\r';

function planOf(text: string, key = 'test'): ReplyPlan {
  const parsed = parseFault(text, FAULTS);
  const fault = parsed.kind === 'fault' ? parsed.fault : undefined;
  if (fault?.kind !== 'listener' || fault.at !== 'reply') throw new Error(`${text} is no fault of a reply`);
  expect(fault.onReply(undefined, HONEST_REPLY, rng(key)).send).not.toEqual(expect.any(Buffer));
  return fault.onReply(Buffer.from(ACK), HONEST_REPLY, rng(key));
}

describe('a fault of the reply changes these bytes and no others', () => {
  it.each<[string, ...(readonly [string, string])[]]>([
    ['ack-content', ['\rMSA|AA|M1', '']],
    ['ack-content:variant=unknown-code', ['|AA|', '|XX|']],
    ['ack-dialect', ['ACK^A01^ACK', 'ACK'], ['2.5.1', '2.3']],
    ['ack-dialect:variant=charset', ['2.5.1', '2.5.1||||||8859/1']],
    ['ack-dialect:variant=parties', ['LIS|N|ENGINE|N', 'WRONG|WRONG|WRONG|WRONG']],
    ['ack-asks-ack', ['2.5.1', '2.5.1|||AL|AL']],
    ['reply-clock-skew', ['20250301', '20250302']],
    ['reply-clock-skew:variant=behind', ['20250301', '20250228']],
  ])('%s', (text, ...changes) => {
    expect(String(planOf(text).send)).toBe(changes.reduce((ack, [from, to]) => ack.replace(from, to), ACK));
  });

  it.each([
    ['broken', /^MSH\|\^~$/],
    ['xml', /^<\?xml/],
    ['html', /^<html>/],
  ])('ack-content: %s comes in the place of the acknowledgment', (variant, text) => {
    expect(String(planOf(`ack-content:variant=${variant}`).send)).toMatch(text);
  });
});

describe('a fault of the reply gives other codes', () => {
  const error = { code: '207', severity: 'E', userMessage: 'Application internal error' };

  it.each([
    ['commit-codes', { send: { code: 'CE', error } }],
    ['commit-codes:code=CR', { send: { code: 'CR', error } }],
    [
      'commit-codes:code=CA-AE,gap=7ms',
      { send: { code: 'CA' }, later: { send: { code: 'AE', error }, on: 'same-connection', delayMs: 7, times: 1 } },
    ],
    [
      'application-ack-elsewhere:delay=9ms',
      { send: { code: 'CA' }, later: { send: 'reply', on: 'own-connection', delayMs: 9, times: 1 } },
    ],
    ['application-ack-elsewhere:variant=never', { send: { code: 'CA' } }],
    ['application-ack-elsewhere:variant=twice', { send: { code: 'CA' }, later: { times: 2 } }],
    ['application-ack-elsewhere:variant=error', { send: { code: 'CA' }, later: { send: { code: 'AE' } } }],
    ['intermittent-error', { send: { code: 'AE' } }],
    ['flapping', { send: { code: 'AR' } }],
    ['flapping:how=silence', { send: 'nothing' }],
  ])('%s', (text, plan) => {
    expect(planOf(text)).toMatchObject(plan);
  });

  it('never acknowledges in the end where nothing comes behind CA', () => {
    expect(planOf('application-ack-elsewhere:variant=never')).not.toHaveProperty('later');
  });
});

describe('a fault of the reply chooses its time', () => {
  it.each([
    ['acks-out-of-order:within=100ms', 0, 100],
    ['timeout-boundary:timeout=1s,jitter=10ms', 990, 1_010],
  ])('%s: by the seed, within its bounds', (text, least, most) => {
    const delays = Array.from({ length: 50 }, (_, n) => planOf(text, `message ${n}`).delayMs ?? -1);
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(least);
    expect(Math.max(...delays)).toBeLessThanOrEqual(most);
    expect(new Set(delays).size).toBeGreaterThan(10);
    expect(planOf(text, 'message 7').delayMs).toBe(delays[7]);
  });
});

describe('what is written in answer', () => {
  const wire = (text: string): string => writtenBytes(replyWire(Buffer.from(ACK), planOf(text))).toString('latin1');
  const framed = `\x0b${ACK}\x1c\r`;

  it.each([
    ['ack-framing', framed],
    ['ack-framing:variant=split', framed],
    ['ack-framing:variant=lf', framed.replace('2.5.1\r', '2.5.1\n').replace('M1\r', 'M1\n')],
    ['ack-framing:variant=no-end', `\x0b${ACK}`],
    ['ack-framing:variant=none', ACK],
    ['ack-framing:variant=junk', `\r\n \0${framed}`],
  ])('%s', (text, bytes) => expect(wire(text)).toBe(bytes));

  it('ack-framing: in pieces it is still one frame', async () => {
    for (const variant of ['byte-by-byte', 'split']) {
      const { payloads } = await outcomeOf(replyWire(Buffer.from(ACK), planOf(`ack-framing:variant=${variant}`)));
      expect(payloads.map(String)).toEqual([ACK, 'done']);
    }
  });

  it('unsolicited-acknowledgment: one for another message, then the right one', () => {
    const [, stray = '', right] = wire('unsolicited-acknowledgment').split('\x0b');
    const [, id = ''] = /MSA\|AA\|(X\w{12})\r/.exec(stray) ?? [];
    expect(`\x0b${stray}`).toBe(framed.replace('|R1|', `|${id}|`).replace('|AA|M1', `|AA|${id}`));
    expect(`\x0b${right}`).toBe(framed);
  });

  it('is the reply as often as it is asked for, with the wait in between', () => {
    const plan = replyWire(Buffer.from('A'), { send: 'reply', times: 3, gapMs: 5 });
    expect(writtenBytes(plan).toString()).toBe('\x0bA\x1c\r'.repeat(3));
    expect(plan.filter(({ kind }) => kind === 'pause')).toEqual([
      { kind: 'pause', ms: 5 },
      { kind: 'pause', ms: 5 },
    ]);
  });
});
