import { describe, expect, it } from 'vitest';
import { FAULTS } from '../faults/index.js';
import { parseFault } from '../faults/parse-fault.js';
import { readAcknowledgment } from '../hl7/acknowledgment.js';
import { asking } from '../hl7/acknowledgment-request.js';
import { wholeFrame } from '../mllp/wire-plan.js';
import type { LinkFault } from './fault-box.js';
import { accept, caller, farEnd, read, update } from './testdata/far-end.js';
import { type Played, type PlayOptions, played } from './testdata/played.js';

/** An endpoint whose links suffer a fault of the catalogue, as a scenario writes it. */
async function suffering(text: string, options?: PlayOptions): Promise<Played> {
  const parsed = parseFault(text, FAULTS);
  if (parsed.kind === 'mistaken' || parsed.fault.kind === 'sut') throw new Error(`${text} is no fault of a link`);
  const lis = await played(options);
  lis.endpoint.faults.add(parsed.fault as LinkFault, ['seed', 's1'], parsed.selection);
  return lis;
}

/** A connection that has sent updates under these ids, and how to wait for so many replies. */
async function sent(lis: Played, ...ids: readonly string[]) {
  const sut = await caller(lis.port);
  for (const id of ids) await sut.connection.write(wholeFrame(update(id).serialize()));
  const replies = async (count: number) => {
    await sut.until(() => sut.payloads.length >= count);
    return sut.payloads.map((payload) => readAcknowledgment(read(Buffer.from(payload, 'latin1'))));
  };
  return { sut, replies };
}

describe('faults on the replies of an endpoint', () => {
  it('never-acknowledge: the message counts, nothing is said, and the next one is answered', async () => {
    const lis = await suffering('never-acknowledge');
    const { replies } = await sent(lis, 's1-a', 's1-b');
    expect((await replies(1)).map((reply) => reply?.controlId)).toEqual(['s1-b']);
    const [first] = lis.book.of('s1');
    expect(first).toMatchObject({ outcome: 'none-expected', faults: ['never-acknowledge'], reply: undefined });
    expect(lis.endpoint.state('p1')).toEqual(['received s1-a', 'received s1-b']);
  });

  it('late-acknowledgment: right, but after what came later', async () => {
    const lis = await suffering('late-acknowledgment:delay=50ms');
    const { replies } = await sent(lis, 's1-a', 's1-b');
    expect((await replies(2)).map((reply) => reply?.controlId)).toEqual(['s1-b', 's1-a']);
    const late = lis.book.of('s1')[0];
    expect((await late?.settled)?.reply?.afterMs).toBeGreaterThanOrEqual(49);
  });

  it('late-acknowledgment: to a connection that is gone by then is written down as lost', async () => {
    const lis = await suffering('late-acknowledgment:delay=30ms');
    const { sut } = await sent(lis, 's1-a');
    const exchange = await lis.until(() => lis.book.of('s1')[0]);
    sut.connection.reset();
    expect((await exchange.settled).outcome).toBe('connection-lost');
    expect(exchange.reply).toBeUndefined();
  });

  it.each([
    ['original', '', 'NE'],
    ['enhanced', 'AL', 'AL'],
  ])('application-ack-elsewhere: asks a sender in %s mode for what it gives', async (_, asks, asked) => {
    // Answers commands and acknowledges no acknowledgment but where it is asked, as systems do.
    const sut = await farEnd((payload) => (read(payload).get('MSH-15') === 'NE' ? undefined : accept(payload)));
    const lis = await suffering('application-ack-elsewhere:delay=0s', { to: sut.port });
    const message = asks === '' ? update('s1-a') : asking(update('s1-a'), { accept: 'AL', application: 'AL' });
    const peer = await caller(lis.port);
    await peer.connection.write(wholeFrame(message.serialize()));
    const elsewhere = read(Buffer.from(await sut.until(() => sut.payloads[0]), 'latin1'));
    expect([elsewhere.get('MSA-2'), elsewhere.get('MSH-15'), elsewhere.get('MSH-16')]).toEqual(['s1-a', asked, 'NE']);
    const [behind] = await lis.send('s1-b');
    expect(behind?.outcome).toBe('acknowledged');
  });

  it('application-error: AE with the error and its place, under the name of the simulator', async () => {
    const lis = await suffering('application-error:code=204,path=PID-3');
    const { sut, replies } = await sent(lis, 's1-a');
    const [reply] = await replies(1);
    expect(reply).toMatchObject({
      code: 'AE',
      controlId: 's1-a',
      errors: [{ code: '204', location: { segment: 'PID', field: 3 } }],
    });
    expect(read(Buffer.from(sut.payloads[0] ?? '')).get('MSH-3')).toBe('SUT');
    expect((await lis.book.of('s1')[0]?.settled)?.reply?.code).toBe('AE');
  });

  it('wrong-correlation: MSA-2 names another message', async () => {
    const lis = await suffering('wrong-correlation:variant=cut');
    const { replies } = await sent(lis, 's1-abc');
    expect((await replies(1)).map((reply) => [reply?.code, reply?.controlId])).toEqual([['AA', 's1-ab']]);
  });

  it('duplicate-acknowledgment: the same reply twice', async () => {
    const lis = await suffering('duplicate-acknowledgment');
    const { sut, replies } = await sent(lis, 's1-a');
    expect((await replies(2)).map((reply) => reply?.controlId)).toEqual(['s1-a', 's1-a']);
    expect(sut.payloads[1]).toBe(sut.payloads[0]);
  });

  it('reset-after-receipt: the connection breaks instead', async () => {
    const lis = await suffering('reset-after-receipt');
    const { sut } = await sent(lis, 's1-a');
    expect((await sut.connection.closed).kind).toBe('reset');
    expect(lis.book.of('s1')[0]).toMatchObject({ outcome: 'none-expected', faults: ['reset-after-receipt'] });
  });
});

describe('faults on the connections of an endpoint', () => {
  it('accept-then-close: the next connection is closed at once, the one after that is not', async () => {
    const lis = await suffering('accept-then-close');
    const first = await caller(lis.port);
    expect((await first.connection.closed).kind).toBe('ended');
    const { replies } = await sent(lis, 's1-a');
    expect((await replies(1))[0]?.code).toBe('AA');
  });

  it('refuse-connection: the port is shut until the fault is taken away', async () => {
    const lis = await played();
    const before = await caller(lis.port);
    const { endpoint } = lis;
    const [definition] = FAULTS.filter(({ name }) => name === 'refuse-connection');
    endpoint.faults.add(definition?.make() as LinkFault, ['seed']);
    expect((await before.connection.closed).kind).toBe('reset');
    await expect(caller(lis.port)).rejects.toThrow('nothing listens there');
    endpoint.faults.clear();
    expect(await endpoint.open()).toEqual({ kind: 'open' });
    const { replies } = await sent(lis, 's1-a');
    expect((await replies(1))[0]?.code).toBe('AA');
  });

  it('refuse-connection: the port opens again by itself when its time is over', async () => {
    const lis = await suffering('refuse-connection:for=20ms');
    await expect(caller(lis.port)).rejects.toThrow('nothing listens there');
    const reached = await connectedAgain(lis.port);
    await reached.connection.write(wholeFrame(update('s1-a').serialize()));
    await reached.until(() => reached.payloads.length === 1);
  });

  it('refuse-connection: taken away, it opens no port that somebody else has shut', async () => {
    const lis = await played();
    await lis.endpoint.shut();
    lis.endpoint.faults.clear();
    await expect(caller(lis.port)).rejects.toThrow('nothing listens there');
  });

  it('refuse-connection: off, it leaves the port alone', async () => {
    const lis = await suffering('refuse-connection:times=0');
    const { replies } = await sent(lis, 's1-a');
    expect((await replies(1))[0]?.code).toBe('AA');
  });

  it('refuse-connection: a port that somebody else has taken meanwhile is an alert', async () => {
    const lis = await suffering('refuse-connection');
    await expect(caller(lis.port)).rejects.toThrow();
    await farEnd(accept, lis.port);
    lis.endpoint.faults.clear();
    await lis.until(() => lis.findings().length === 1);
    expect(lis.book.findingsOf('s1')[0]).toMatchObject({
      classification: 'Alert',
      message: expect.stringContaining(`127.0.0.1:${lis.port}`),
    });
  });

  it('refuse-connection: an endpoint that was closed stays closed', async () => {
    const lis = await suffering('refuse-connection:for=1ms');
    await lis.endpoint.close();
    const other = await suffering('refuse-connection:for=5ms');
    await connectedAgain(other.port);
    await expect(caller(lis.port)).rejects.toThrow('nothing listens there');
  });
});

/** A connection as soon as one can be had. */
async function connectedAgain(port: number): ReturnType<typeof caller> {
  for (;;) {
    const reached = await caller(port).catch(() => undefined);
    if (reached) return reached;
  }
}
