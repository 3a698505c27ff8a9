import { describe, expect, it } from 'vitest';
import type { Connection } from './connection.js';
import { bytes, openClient, text, told } from './testdata/client-kit.js';
import { HandTimer } from './testdata/hand-timer.js';
import { openServer } from './testdata/open-server.js';
import { RawPeer } from './testdata/raw-peer.js';
import { echo, Recorder } from './testdata/recorder.js';

describe.each(['per-message', 'kept-open'] as const)('a client, %s,', (mode) => {
  it.each([1, 8])('gives each of 50 requests its own reply at depth %i', async (depth) => {
    const { port } = await openServer(new Recorder(echo));
    const { client } = openClient(port, { mode, depth });
    const payloads = Array.from({ length: 50 }, (_, i) => `MSH|^~\\&|${i}\r`);
    const results = await Promise.all(payloads.map((payload) => client.request(Buffer.from(payload))));
    expect(results.map(told)).toEqual(payloads);
  });

  it('never has more requests under way than its depth', async () => {
    const held: Connection[] = [];
    const recorder = new Recorder((payload, connection) => {
      if (String(payload) !== 'probe') held.push(connection);
      return undefined;
    });
    const { port } = await openServer(recorder);
    const { client } = openClient(port, { mode, depth: 2 });
    const results = Promise.all(['a', 'b', 'c', 'd', 'e'].map((key) => client.request(Buffer.from(key))));
    for (let answered = 0; answered < 5; answered++) {
      await recorder.until(() => held.length >= Math.min(5, answered + 2));
      // Whatever was written with these has come before a probe that is written now.
      const probes = recorder.payloads.filter((payload) => payload === 'probe').length;
      (await RawPeer.connect(port)).send('\x0bprobe\x1c\r');
      await recorder.until(() => recorder.payloads.filter((payload) => payload === 'probe').length > probes);
      expect(held).toHaveLength(Math.min(5, answered + 2));
      await held[answered]?.write(text(`${answered}`));
    }
    expect(new Set((await results).map(told))).toEqual(new Set(['0', '1', '2', '3', '4']));
  });

  it('says where it could not connect, and what to do', async () => {
    const server = await openServer(new Recorder());
    const { port } = server;
    await server.abort();
    const { client } = openClient(port, { mode });
    expect(await client.request(Buffer.from('a'))).toEqual({
      kind: 'not-connected',
      reason: 'refused',
      message: `Cannot connect to 127.0.0.1:${port}: nothing listens there. Start the system or correct host and port.`,
    });
  });

  it('settles what waits when it is closed, and takes no more', async () => {
    const recorder = new Recorder();
    const { port } = await openServer(recorder);
    const { client } = openClient(port, { mode });
    const results = Promise.all([client.request(Buffer.from('a')), client.request(Buffer.from('b'))]);
    await recorder.until(() => recorder.payloads[0]);
    await client.close();
    expect((await results).map(told)).toEqual(['lost', 'lost']);
    expect(told(await client.request(Buffer.from('c')))).toBe('lost');
  });

  it('writes and does not wait where no reply is expected', async () => {
    const recorder = new Recorder();
    const { port } = await openServer(recorder);
    const { client } = openClient(port, { mode });
    expect(told(await client.request(Buffer.from('a'), { expectReply: false }))).toBe('none-expected');
    expect(told(await client.request(Buffer.from('b'), { expectReply: false }))).toBe('none-expected');
    expect(await recorder.until(() => recorder.payloads.length === 2 && recorder.payloads)).toEqual(['a', 'b']);
  });
});

describe('connections of a client', () => {
  it('are one for each message, or one for all', async () => {
    for (const [mode, count] of [
      ['per-message', 3],
      ['kept-open', 1],
    ] as const) {
      const recorder = new Recorder(echo);
      const { port } = await openServer(recorder);
      const { client } = openClient(port, { mode });
      for (const key of ['a', 'b', 'c']) await client.request(Buffer.from(key));
      expect(recorder.opened).toHaveLength(count);
    }
  });

  it('are made anew on the next request when the peer has closed', async () => {
    const recorder = new Recorder((payload) => [...echo(payload), { kind: 'end' }]);
    const { port } = await openServer(recorder);
    const { client } = openClient(port);
    for (const key of ['a', 'b', 'c']) {
      expect(told(await client.request(Buffer.from(key)))).toBe(key);
      await recorder.until(() => recorder.closes.length === recorder.opened.length);
    }
    expect(recorder.payloads).toEqual(['a', 'b', 'c']);
    expect(recorder.opened).toHaveLength(3);
  });

  it('that are lost behind the message are reported with the reason, and the next request goes on', async () => {
    const recorder = new Recorder((payload, _connection, ordinal) =>
      ordinal === 1 ? [{ kind: 'reset' }] : echo(payload),
    );
    const { port } = await openServer(recorder);
    const { client } = openClient(port, { depth: 1 });
    const [first, second] = await Promise.all([client.request(Buffer.from('a')), client.request(Buffer.from('b'))]);
    expect(first).toMatchObject({ kind: 'lost', sent: true, reason: { kind: 'reset' } });
    expect(told(second)).toBe('b');
  });

  it('that a plan has silenced are used no more', async () => {
    const hand = new HandTimer();
    const recorder = new Recorder(echo);
    const { port } = await openServer(recorder);
    const { client } = openClient(port, { timer: hand, replyTimeoutMs: 1_000, depth: 2 });
    const silenced = client.request(Buffer.from('a'), { plan: [...bytes('\x0ba'), { kind: 'withhold' }] });
    expect(told(await client.request(Buffer.from('b')))).toBe('b');
    hand.pass(1_000);
    expect(told(await silenced)).toBe('timed-out');
    expect(recorder.opened).toHaveLength(2);
  });
});

describe('a client that connects anew', () => {
  it('has another connection for what is sent next, and still takes the reply on the old one', async () => {
    const held: Connection[] = [];
    const recorder = new Recorder((_, connection) => {
      held.push(connection);
      return undefined;
    });
    const { port } = await openServer(recorder);
    const { client } = openClient(port, { mode: 'kept-open', depth: 2 });
    const before = client.request(Buffer.from('a'));
    await recorder.until(() => held[0]);
    client.renew();
    const after = client.request(Buffer.from('b'));
    await recorder.until(() => held[1]);
    expect(held[0]).not.toBe(held[1]);
    for (const connection of held) await connection.write(text('answered'));
    expect([told(await before), told(await after)]).toEqual(['answered', 'answered']);
  });
});
