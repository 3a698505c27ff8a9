import net from 'node:net';
import { describe, expect, it } from 'vitest';
import { realTimer } from '../base/timer.js';
import { frame } from './frame.js';
import { listen } from './server.js';
import { HandTimer } from './testdata/hand-timer.js';
import { openServer } from './testdata/open-server.js';
import { RawPeer } from './testdata/raw-peer.js';
import { echo, Recorder } from './testdata/recorder.js';

const timer = realTimer();

async function failureOf(options: { host?: string; port: number }): Promise<{ reason: string; message: string }> {
  const result = await listen({ ...options, timer }, { onEvent: () => {} });
  if (result.kind === 'listening') {
    await result.server.abort();
    throw new Error('it listens');
  }
  return result;
}

describe('listen', () => {
  it('binds 127.0.0.1 unless told otherwise', async () => {
    const server = await openServer(new Recorder());
    expect(server.address).toBe('127.0.0.1');
    expect(server.port).toBeGreaterThan(0);
  });

  it('names host, port and remedy when the port is in use', async () => {
    const { port } = await openServer(new Recorder());
    const { reason, message } = await failureOf({ port });
    expect(reason).toBe('port-in-use');
    expect(message).toBe(
      `Cannot listen on 127.0.0.1:${port}: another program has the port. Stop that program or choose another port; 0 takes any free one.`,
    );
  });

  it('names the address when no interface has it', async () => {
    // 192.0.2.0/24 is kept for documentation (RFC 5737): no machine has it.
    const { reason, message } = await failureOf({ host: '192.0.2.1', port: 0 });
    expect(reason).toBe('address-not-available');
    expect(message).toContain('192.0.2.1:0');
  });

  it('takes an impossible port for a mistake, not for a reason to throw', async () => {
    const { reason, message } = await failureOf({ port: 70_000 });
    expect(reason).toBe('error');
    expect(message).toContain('127.0.0.1:70000');
    expect(message).toContain('0 to 65535');
  });
});

describe('a listener', () => {
  it('answers coalesced and split frames in order', async () => {
    const server = await openServer(new Recorder(echo));
    const peer = await RawPeer.connect(server.port);
    peer.send('\x0bA\x1c\r\x0bB\x1c\r\x0bC');
    peer.send('C\x1c\r');
    expect(await peer.bytes(13)).toBe('\x0bA\x1c\r\x0bB\x1c\r\x0bCC\x1c\r');
  });

  it('survives probes without bytes, HTTP requests and PROXY headers', async () => {
    const recorder = new Recorder(echo);
    const server = await openServer(recorder);
    (await RawPeer.connect(server.port)).socket.destroy();
    const http = await RawPeer.connect(server.port);
    http.socket.end('GET / HTTP/1.1\r\n\r\n');
    expect(await http.over()).toBe('ended');
    expect(http.received).toHaveLength(0);
    const proxied = await RawPeer.connect(server.port);
    proxied.send('PROXY TCP4 192.0.2.1 192.0.2.2 1 2\r\n\x0bA\x1c\r');
    expect(await proxied.bytes(4)).toBe('\x0bA\x1c\r');
    expect(recorder.texts.filter((text) => text.includes('before-start'))).toHaveLength(2);
  });

  it('answers a peer that closes its side behind the message', async () => {
    const recorder = new Recorder(echo);
    const server = await openServer(recorder);
    const peer = await RawPeer.connect(server.port);
    peer.socket.end('\x0bA\x1c\r');
    expect(await peer.bytes(4)).toBe('\x0bA\x1c\r');
    expect(await peer.over()).toBe('ended');
    expect((await recorder.until(() => recorder.closes[0])).kind).toBe('ended');
  });

  it.each([
    { how: 'closed', kind: 'ended', cut: (peer: RawPeer) => peer.socket.end() },
    { how: 'reset', kind: 'reset', cut: (peer: RawPeer) => peer.socket.resetAndDestroy() },
  ])('reports a frame that is $how in the middle as truncated, and answers nothing', async ({ kind, cut }) => {
    const recorder = new Recorder(echo);
    const server = await openServer(recorder);
    const peer = await RawPeer.connect(server.port);
    peer.send('\x0bAB');
    // The bytes must have been read before the cut: a reset may overtake them.
    await recorder.until(() => recorder.opened[0]);
    peer.send('\x0bC');
    await recorder.until(() => recorder.texts[0]);
    cut(peer);
    expect((await recorder.until(() => recorder.closes[0])).kind).toBe(kind);
    expect(recorder.texts).toEqual(['0 junk nested-start 0b4142', '3 junk truncated 0b43']);
  });

  it('reports a frame above the limit, stores nothing of it and serves the next', async () => {
    const recorder = new Recorder(echo);
    const server = await openServer(recorder, { maxFrameBytes: 1_000 });
    const peer = await RawPeer.connect(server.port);
    peer.socket.write(frame(Buffer.alloc(500_000, 'A')));
    peer.send('\x0bB\x1c\r');
    expect(await peer.bytes(4)).toBe('\x0bB\x1c\r');
    expect(recorder.texts).toEqual(['0 overflow 1000', '500003 frame B']);
  });

  it('closes a connection that is silent inside a frame, without an answer, and serves the others', async () => {
    const hand = new HandTimer();
    const recorder = new Recorder(echo);
    const server = await openServer(recorder, { timer: hand, idleInFrameMs: 10_000 });
    const stalled = await RawPeer.connect(server.port);
    const other = await RawPeer.connect(server.port);
    stalled.send('\x0bAB');
    other.send('\x0bC\x1c\r');
    await other.bytes(4);
    // Two more bytes show that the first were read.
    stalled.send('\x0bD');
    await recorder.until(() => recorder.texts.find((text) => text.includes('nested')));
    hand.pass(9_000);
    expect(recorder.closes).toEqual([]);
    hand.pass(2_000);
    expect(await stalled.over()).toBe('ended');
    expect((await recorder.until(() => recorder.closes[0])).kind).toBe('idle');
    expect(recorder.texts.at(-1)).toBe('3 idle-in-frame 0b44');
    expect(stalled.received).toHaveLength(0);
    other.send('\x0bE\x1c\r');
    expect(await other.bytes(8)).toBe('\x0bC\x1c\r\x0bE\x1c\r');
  });

  it('closes a connection that is silent between frames, and not one that speaks', async () => {
    const hand = new HandTimer();
    const recorder = new Recorder(echo);
    const server = await openServer(recorder, { timer: hand, idleMs: 60_000 });
    const silent = await RawPeer.connect(server.port);
    const busy = await RawPeer.connect(server.port);
    await recorder.until(() => recorder.opened.length === 2);
    hand.pass(40_000);
    busy.send('\x0bA\x1c\r');
    await busy.bytes(4);
    hand.pass(40_000);
    expect(await silent.over()).toBe('ended');
    expect(recorder.closes.map(({ kind }) => kind)).toEqual(['idle']);
    expect(server.connections).toHaveLength(1);
  });

  it('resets one connection too many, reports it, and takes the next when there is room again', async () => {
    const recorder = new Recorder(echo);
    const server = await openServer(recorder, { maxConnections: 1 });
    const first = await RawPeer.connect(server.port);
    await recorder.until(() => recorder.opened[0]);
    const excess = await RawPeer.connect(server.port);
    expect(await excess.over()).toBe('reset');
    expect(await recorder.until(() => recorder.closes[0])).toEqual({
      kind: 'local',
      detail: 'refused: the limit of 1 connections is reached',
    });
    first.socket.end();
    await recorder.until(() => recorder.closes[1]);
    const next = await RawPeer.connect(server.port);
    next.send('\x0bA\x1c\r');
    expect(await next.bytes(4)).toBe('\x0bA\x1c\r');
  });

  it('stops to read from a peer that does not take its answers, and loses none', async () => {
    const size = 262_144;
    const count = 200;
    let unwritten = 0;
    let most = 0;
    const recorder = new Recorder((payload, connection) => {
      most = Math.max(most, ++unwritten);
      void connection.write(echo(payload)).then(() => unwritten--);
      return undefined;
    });
    const server = await openServer(recorder);
    const peer = await RawPeer.connect(server.port);
    peer.socket.pause();
    let written = 0;
    for (let i = 0; i < count; i++) peer.socket.write(frame(Buffer.alloc(size, 65 + (i % 26))), () => written++);
    await recorder.until(() => unwritten * size >= 1_048_576);
    peer.socket.resume();
    const answers = await peer.bytes(count * (size + 3));
    expect(written).toBe(count);
    for (let i = 0; i < count; i++) expect(answers.charCodeAt(i * (size + 3) + 1)).toBe(65 + (i % 26));
    // One mebibyte of answers that wait, and what one read of the socket may add to it.
    expect(most).toBeLessThanOrEqual(1_048_576 / size + 2);
  });

  it('lets waiting answers finish when it is closed, and accepts no more', async () => {
    const recorder = new Recorder(() => echo(Buffer.alloc(5_000_000, 'A')));
    const server = await openServer(recorder);
    const peer = await RawPeer.connect(server.port);
    peer.socket.on('end', () => peer.socket.end());
    peer.send('\x0bA\x1c\r');
    await recorder.until(() => recorder.payloads[0]);
    const { port } = server;
    await server.close();
    expect(peer.received).toHaveLength(5_000_003);
    expect(recorder.closes.map(({ kind }) => kind)).toEqual(['local']);
    const refused = net.connect({ port, host: '127.0.0.1' });
    expect(
      await new Promise((resolve) => refused.once('error', (error: NodeJS.ErrnoException) => resolve(error.code))),
    ).toBe('ECONNREFUSED');
  });

  it('drops a peer that does not close in return, after a grace', async () => {
    const hand = new HandTimer();
    const recorder = new Recorder(echo);
    const server = await openServer(recorder, { timer: hand });
    const peer = await RawPeer.connect(server.port);
    await recorder.until(() => recorder.opened[0]);
    const closed = server.close();
    expect(await peer.over()).toBe('ended');
    hand.pass(2_000);
    await closed;
    expect(recorder.closes).toHaveLength(1);
  });

  it('resets every connection when it is aborted', async () => {
    const recorder = new Recorder(echo);
    const server = await openServer(recorder);
    const peers = await Promise.all([RawPeer.connect(server.port), RawPeer.connect(server.port)]);
    await recorder.until(() => recorder.opened.length === 2);
    await server.abort();
    expect(await Promise.all(peers.map((peer) => peer.over()))).toEqual(['reset', 'reset']);
    expect(server.connections).toEqual([]);
  });
});
