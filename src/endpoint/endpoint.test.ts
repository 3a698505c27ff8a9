import { describe, expect, it } from 'vitest';
import { frame } from '../mllp/frame.js';
import { wholeFrame } from '../mllp/wire-plan.js';
import { accept, caller, farEnd, read, update } from './testdata/far-end.js';
import { played, settled } from './testdata/played.js';

describe('what comes in', () => {
  it('is answered on its connection and written down: the message, the reply, the outcome', async () => {
    const lis = await played();
    const sut = await caller(lis.port);
    await sut.connection.write(wholeFrame(update('s1-a').serialize()));
    await sut.until(() => sut.payloads.length === 1);
    const [exchange] = lis.book.of('s1');
    await exchange?.settled;
    expect(sut.payloads[0]).toContain('MSA|AA|s1-a');
    expect(exchange).toMatchObject({ id: 'x1', direction: 'received', link: 'sut>lis', outcome: 'acknowledged' });
    expect(exchange?.reply).toMatchObject({ code: 'AA', controlId: 's1-a' });
    expect(exchange?.raw).toEqual(update('s1-a').raw);
    expect(lis.kinds()).toEqual(['message', 'reply', 'outcome']);
    expect(lis.endpoint.state('p1')).toEqual(['received s1-a']);
  });

  it('is kept by patient', async () => {
    const lis = await played();
    const sut = await caller(lis.port);
    for (const who of ['p1', 'p2']) await sut.connection.write(wholeFrame(update(`s1-${who}`, who).serialize()));
    await sut.until(() => sut.payloads.length === 2);
    expect(lis.endpoint.state('p2')).toEqual(['received s1-p2']);
    expect(lis.endpoint.state('p3')).toEqual([]);
  });

  it('may stay without an answer, which is written down as well', async () => {
    const lis = await played({ script: () => [] });
    const sut = await caller(lis.port);
    await sut.connection.write(wholeFrame(update('s1-a').serialize()));
    const exchange = await lis.until(() => lis.book.of('s1')[0]);
    expect((await exchange.settled).outcome).toBe('none-expected');
  });

  it('and cannot be read becomes evidence, and the next message is answered on the same connection', async () => {
    const lis = await played();
    const sut = await caller(lis.port);
    const junk = [Buffer.from('junk'), frame(Buffer.from('no HL7 at all')), frame(Buffer.alloc(0))];
    await sut.connection.write(
      [...junk, frame(update('s1-a').raw)].map((bytes) => ({ kind: 'write', bytes }) as const),
    );
    await sut.until(() => sut.payloads.length === 1);
    expect(sut.payloads[0]).toContain('MSA|AA|s1-a');
    expect(lis.wire()).toEqual(['junk before-start', expect.stringMatching(/^unparsable message: ./), 'empty']);
    const kept = lis.entries.flatMap((entry) =>
      entry.kind === 'wire' ? [Buffer.from(entry.raw, 'base64').toString()] : [],
    );
    expect(kept).toEqual(['junk', 'no HL7 at all', '']);
  });

  it('in half a frame becomes evidence when the connection breaks', async () => {
    const lis = await played();
    const sut = await caller(lis.port);
    await sut.connection.write([{ kind: 'write', bytes: frame(update('s1-a').raw).subarray(0, 40) }, { kind: 'end' }]);
    await lis.until(() => lis.wire().length === 1);
    expect(lis.wire()).toEqual(['junk truncated']);
    expect(lis.book.of('s1')).toEqual([]);
  });

  it('after its scenario is a finding of that scenario, and is answered all the same', async () => {
    const lis = await played();
    lis.scenes.scene('s1').closed = true;
    const sut = await caller(lis.port);
    await sut.connection.write(wholeFrame(update('s1-a').serialize()));
    await sut.until(() => sut.payloads.length === 1);
    expect(lis.findings()).toEqual(['s1 late-message']);
  });

  it('and belongs to no scenario is a finding of the run', async () => {
    const lis = await played();
    const sut = await caller(lis.port);
    await sut.connection.write(wholeFrame(update('foreign').serialize()));
    await sut.until(() => sut.payloads.length === 1);
    expect(lis.findings()).toEqual(['- unclaimed-message']);
  });
});

describe('what goes out', () => {
  it('is written down before its reply, and settled with it', async () => {
    const sut = await farEnd();
    const lis = await played({ to: sut.port });
    const [exchange] = await lis.send('s1-a');
    expect(exchange).toMatchObject({ direction: 'sent', link: 'lis>sut', outcome: 'acknowledged', neverLeft: false });
    expect(exchange?.reply).toMatchObject({ code: 'AA', controlId: 's1-a' });
    expect(exchange?.reply?.afterMs).toBeGreaterThanOrEqual(0);
    expect(sut.payloads).toEqual([update('s1-a', 'p1', 'LIS').raw.toString('latin1')]);
    expect(lis.kinds()).toEqual(['message', 'reply', 'outcome']);
    expect(lis.endpoint.state('p1')).toEqual(['command', 'answered s1-a AA']);
    expect(lis.scenes.claimed).toEqual(['s1-a']);
  });

  it('leaves in the order in which it was given, one message when the one before was answered', async () => {
    const order: string[] = [];
    const sut = await farEnd((payload) => {
      order.push(`came ${read(payload).controlId}`);
      return accept(payload);
    });
    const lis = await played({ to: sut.port });
    lis.book.watch(() => {
      const answered = lis.book.of('s1').filter(({ reply }) => reply).length;
      if (order.at(-1) !== `answered ${answered}` && answered > 0) order.push(`answered ${answered}`);
    });
    await lis.send('s1-a', 's1-b', 's1-c');
    expect(order.filter((line) => line.startsWith('came'))).toEqual(['came s1-a', 'came s1-b', 'came s1-c']);
    expect(order.indexOf('answered 1')).toBeLessThan(order.indexOf('came s1-b'));
    expect(order.indexOf('answered 2')).toBeLessThan(order.indexOf('came s1-c'));
  });

  it('leaves without waiting where the link has a depth', async () => {
    const lis = await played({
      to: (
        await farEnd((payload, connection, ordinal) => {
          if (ordinal === 2) void connection.write(accept(update('s1-a').raw));
          return ordinal === 2 ? accept(payload) : undefined;
        })
      ).port,
      link: { depth: 2 },
    });
    const exchanges = await lis.send('s1-a', 's1-b');
    expect(exchanges.map(({ outcome, reply }) => [outcome, reply?.controlId])).toEqual([
      ['acknowledged', 's1-a'],
      ['acknowledged', 's1-b'],
    ]);
  });

  it('cannot leave where there is no link, and the message says what to do', async () => {
    const lis = await played();
    expect(() => lis.endpoint.send(update('s1-a').raw, update('s1-a'), lis.scenes.scene('s1'))).toThrow(
      'the lis cannot send: it has no outbound link; give it "send" in the configuration, or --to',
    );
  });

  it('is bytes as they are, which need not be a message', async () => {
    const sut = await farEnd(() => undefined);
    const lis = await played({ to: sut.port, link: { replyTimeoutMs: 20 } });
    const [exchange] = await settled(lis.endpoint.send(Buffer.from('no HL7'), undefined, lis.scenes.scene('s1')));
    expect([sut.payloads, exchange?.outcome]).toEqual([['no HL7'], 'timed-out']);
  });

  it('goes only where a link carries it, and on every link that does', async () => {
    const [all, some] = [await farEnd(), await farEnd()];
    const lis = await played({ to: all.port });
    const link = { connection: 'kept-open', depth: 1, connectTimeoutMs: 20_000, replyTimeoutMs: 20_000 } as const;
    lis.endpoint.connect(
      { host: '127.0.0.1', port: some.port, ...link, acknowledgment: { mode: 'original' } },
      (message) => message?.controlId === 's1-b',
    );
    await lis.send('s1-a', 's1-b');
    expect([all.payloads.length, some.payloads.length]).toEqual([2, 1]);
  });
});
