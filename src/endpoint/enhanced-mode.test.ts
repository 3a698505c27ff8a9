import { describe, expect, it } from 'vitest';
import { acknowledge, readAcknowledgment } from '../hl7/acknowledgment.js';
import { type AcknowledgmentRequest, asking } from '../hl7/acknowledgment-request.js';
import type { Message } from '../hl7/message.js';
import { wholeFrame } from '../mllp/wire-plan.js';
import type { EnhancedMode } from './link.js';
import { caller, farEnd, read, update } from './testdata/far-end.js';
import { played } from './testdata/played.js';

type Code = Parameters<typeof acknowledge>[1]['code'];

const ENHANCED: EnhancedMode = {
  mode: 'enhanced',
  request: { accept: 'AL', application: 'AL' },
  applicationOn: 'own-connection',
  applicationDelayMs: 0,
};

const at = new Date('2026-03-01T08:00:01Z');

function acknowledgmentOf(message: Message, code: Code, controlId: string, error?: string): Message {
  const errors = error === undefined ? [] : [{ code: error }];
  return acknowledge(message, { code, application: 'SUT', facility: 'X', controlId, at, errors });
}

/** What a listener gives on the connection and, behind it, on its own: codes of MSA-1 in order. */
async function given(request: AcknowledgmentRequest, code: Code, error?: string, on = ENHANCED.applicationOn) {
  const sut = await farEnd((payload) => wholeFrame(acknowledgmentOf(read(payload), 'CA', 'S1').serialize()));
  const lis = await played({
    to: sut.port,
    inbound: { ...ENHANCED, applicationOn: on },
    script: (event) =>
      event.kind === 'received' ? [{ kind: 'reply', message: acknowledgmentOf(event.message, code, 'L1', error) }] : [],
  });
  const peer = await caller(lis.port);
  const messages = [asking(update('s1-a'), request), update('s1-z')];
  for (const message of messages) await peer.connection.write(wholeFrame(message.serialize()));
  await peer.until(() => peer.payloads.some((payload) => payload.includes('s1-z')));
  const [exchange] = lis.book.of('s1');
  const same = peer.payloads.map((payload) => readAcknowledgment(read(Buffer.from(payload, 'latin1'))));
  return { lis, exchange, same: same.filter((one) => one?.controlId === 's1-a').map((one) => one?.code), sut };
}

describe('a listener in enhanced mode', () => {
  it.each<[AcknowledgmentRequest['accept'], Code, string | undefined, readonly string[]]>([
    ['AL', 'AA', undefined, ['CA']],
    ['NE', 'AA', undefined, []],
    ['ER', 'AA', undefined, []],
    ['SU', 'AA', undefined, ['CA']],
    ['AL', 'AR', '203', ['CR']],
    ['NE', 'AR', '203', []],
    ['ER', 'AR', '203', ['CR']],
    ['SU', 'AR', '203', []],
    ['AL', 'AE', '101', ['CA']],
    ['ER', 'AE', '101', []],
  ])('MSH-15 %s, the simulator says %s (%s): %j on the connection', async (accept, code, error, codes) => {
    const { same } = await given({ accept, application: 'NE' }, code, error);
    expect(same).toEqual(codes);
  });

  it.each<[AcknowledgmentRequest['application'], Code, readonly string[]]>([
    ['AL', 'AA', ['AA']],
    ['NE', 'AA', []],
    ['ER', 'AA', []],
    ['SU', 'AA', ['AA']],
    ['AL', 'AE', ['AE']],
    ['NE', 'AE', []],
    ['ER', 'AE', ['AE']],
    ['SU', 'AE', []],
  ])('MSH-16 %s, the simulator says %s: %j behind the accept acknowledgment', async (application, code, codes) => {
    const { same } = await given({ accept: 'AL', application }, code, undefined, 'same-connection');
    expect(same).toEqual(['CA', ...codes]);
  });

  it('gives the application acknowledgment on its own connection, where it asks for an accept acknowledgment only', async () => {
    const { exchange, same, sut, lis } = await given({ accept: 'AL', application: 'AL' }, 'AA');
    await sut.until(() => sut.payloads[0]);
    const application = read(Buffer.from(sut.payloads[0] ?? '', 'latin1'));
    expect(same).toEqual(['CA']);
    expect([application.get('MSA-1'), application.get('MSA-2')]).toEqual(['AA', 's1-a']);
    expect([application.get('MSH-15'), application.get('MSH-16')]).toEqual(['AL', 'NE']);
    expect(exchange).toMatchObject({ accept: { code: 'CA' }, application: { code: 'AA' } });
    const own = await lis.until(() => lis.book.of('s1').find(({ direction }) => direction === 'sent'));
    expect(await own.settled).toMatchObject({ outcome: 'acknowledged', accept: { code: 'CA' } });
    expect(lis.endpoint.state('p1').filter((line) => line.startsWith('answered'))).toEqual([]);
  });
});

describe('a sender in enhanced mode', () => {
  it('asks for both, is done with the connection on CA, and told of success by the application acknowledgment', async () => {
    const sut = await farEnd((payload) => wholeFrame(acknowledgmentOf(read(payload), 'CA', 'S1').serialize()));
    const lis = await played({ to: sut.port, link: { acknowledgment: ENHANCED } });
    const [exchange] = await lis.send('s1-a');
    const sent = read(Buffer.from(sut.payloads[0] ?? '', 'latin1'));
    expect([sent.get('MSH-15'), sent.get('MSH-16')]).toEqual(['AL', 'AL']);
    expect(exchange).toMatchObject({ outcome: 'acknowledged', accept: { code: 'CA' }, application: undefined });
    expect(lis.endpoint.state('p1')).toEqual(['command']);

    const peer = await caller(lis.port);
    const later = asking(acknowledgmentOf(sent, 'AE', 'S2'), { accept: 'AL', application: 'NE' });
    await peer.connection.write(wholeFrame(later.serialize()));
    const accept = read(Buffer.from(await peer.until(() => peer.payloads[0]), 'latin1'));
    expect([accept.get('MSA-1'), accept.get('MSA-2'), accept.get('MSH-16')]).toEqual(['CA', 'S2', undefined]);
    expect(exchange?.application).toMatchObject({ code: 'AE', controlId: 's1-a' });
    expect(lis.endpoint.state('p1')).toEqual(['command', 'answered s1-a AE']);
  });

  it('takes an application acknowledgment on the same connection, and one without CA before it', async () => {
    const sut = await farEnd((payload, _, n) => {
      const message = read(payload);
      const accept = n === 1 ? wholeFrame(acknowledgmentOf(message, 'CA', `C${n}`).serialize()) : [];
      return [...accept, ...wholeFrame(acknowledgmentOf(message, 'AA', `A${n}`).serialize())];
    });
    const lis = await played({
      to: sut.port,
      link: { acknowledgment: { ...ENHANCED, applicationOn: 'same-connection' } },
    });
    const [first, second] = await lis.send('s1-a', 's1-b');
    await lis.until(() => first?.application);
    expect(first).toMatchObject({ accept: { code: 'CA' }, application: { code: 'AA' } });
    expect(second).toMatchObject({ accept: undefined, application: { code: 'AA' }, outcome: 'acknowledged' });
    expect(lis.wire()).toEqual([]);
  });

  it.each([
    { accept: 'NE', application: 'AL' },
    { accept: 'ER', application: 'NE' },
    { accept: 'SU', application: 'NE' },
  ] as const)('does not wait where MSH-15 is $accept, and still takes what comes', async (request) => {
    const sut = await farEnd((payload) => wholeFrame(acknowledgmentOf(read(payload), 'CR', 'S1').serialize()));
    const lis = await played({ to: sut.port, link: { acknowledgment: { ...ENHANCED, request } } });
    const [exchange] = await lis.send('s1-a');
    expect(exchange?.outcome).toBe('none-expected');
    expect((await lis.until(() => exchange?.accept)).code).toBe('CR');
  });

  it('takes the first of each kind, and tells of what names none of its messages', async () => {
    const lis = await played({
      to: (await farEnd((payload) => wholeFrame(acknowledgmentOf(read(payload), 'CA', 'S1').serialize()))).port,
      link: { acknowledgment: ENHANCED },
    });
    const [exchange] = await lis.send('s1-a');
    const sent = exchange?.message ?? update('none');
    const peer = await caller(lis.port);
    for (const [message, code] of [
      [sent, 'AA'],
      [sent, 'AE'],
      [update('s1-other'), 'AA'],
    ] as const)
      await peer.connection.write(
        wholeFrame(acknowledgmentOf(message, code, `s1-${message.controlId}-${code}`).serialize()),
      );
    await lis.until(() => lis.findings().length === 2);
    expect(exchange?.application?.code).toBe('AA');
    expect(lis.findings()).toEqual(['s1 acknowledgment-unsolicited', 's1 acknowledgment-unsolicited']);
    expect(peer.payloads).toEqual([]);
  });
});

describe('a link without acknowledgments', () => {
  it('awaits none and gives none', async () => {
    const sut = await farEnd(() => undefined);
    const lis = await played({ to: sut.port, link: { acknowledgment: { mode: 'none' } }, inbound: { mode: 'none' } });
    const [exchange] = await lis.send('s1-a');
    expect(exchange?.outcome).toBe('none-expected');
    const peer = await caller(lis.port);
    await peer.connection.write(wholeFrame(update('s1-b').serialize()));
    const received = await lis.until(() => lis.book.of('s1').find(({ direction }) => direction === 'received'));
    expect(await received.settled).toMatchObject({ outcome: 'none-expected', reply: undefined });
  });
});
