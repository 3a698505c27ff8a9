import { describe, expect, it } from 'vitest';
import type { Connection } from './connection.js';
import { frame } from './frame.js';
import { HandTimer } from './testdata/hand-timer.js';
import { openServer } from './testdata/open-server.js';
import { RawPeer } from './testdata/raw-peer.js';
import { Recorder } from './testdata/recorder.js';
import { type WireAction, type WirePlan, wholeFrame } from './wire-plan.js';

interface Line {
  readonly connection: Connection;
  readonly peer: RawPeer;
  readonly timer: HandTimer;
  readonly recorder: Recorder;
}

/** A connection of ours with a bare peer at its other end. */
async function line(): Promise<Line> {
  const timer = new HandTimer();
  const recorder = new Recorder();
  const server = await openServer(recorder, { timer });
  const peer = await RawPeer.connect(server.port);
  return { peer, timer, recorder, connection: await recorder.until(() => recorder.opened[0]) };
}

function write(text: string): WireAction {
  return { kind: 'write', bytes: Buffer.from(text, 'latin1') };
}

const PAUSE: WireAction = { kind: 'pause', ms: 5_000 };

/** Lets time pass until `promise` is settled: a pause begins only when the write before it is out. */
async function passing<T>(timer: HandTimer, promise: Promise<T>): Promise<T> {
  let isSettled = false;
  void promise.finally(() => {
    isSettled = true;
  });
  while (!isSettled) {
    await new Promise((resolve) => setImmediate(resolve));
    timer.pass(1_000);
  }
  return promise;
}

describe('a wire plan', () => {
  it('holds bytes back for as long as a pause lasts', async () => {
    const { connection, peer, timer } = await line();
    const written = connection.write([write('A'), PAUSE, write('B')]);
    expect(await peer.bytes(1)).toBe('A');
    expect(await Promise.race([written, Promise.resolve('still writing')])).toBe('still writing');
    expect(await passing(timer, written)).toBe('written');
    expect(await peer.bytes(2)).toBe('AB');
  });

  it('writes a frame one byte at a time', async () => {
    const { connection, peer } = await line();
    const bytes = frame(Buffer.from('MSH|^~\\&|A\r'));
    const plan = Array.from(bytes, (byte): WireAction => ({ kind: 'write', bytes: Buffer.of(byte) }));
    expect(await connection.write(plan)).toBe('written');
    expect(await peer.bytes(bytes.length)).toBe(bytes.toString('latin1'));
  });

  it('is never interleaved with another', async () => {
    const { connection, peer, timer } = await line();
    const plans: readonly WirePlan[] = [
      [write('a'), PAUSE, write('b')],
      [write('c')],
      [write('d'), PAUSE, write('e'), write('f')],
      [write('g')],
      [],
    ];
    const results = Promise.all(plans.map((plan) => connection.write(plan)));
    expect(await passing(timer, results)).toEqual(Array.from(plans, () => 'written'));
    expect(await peer.bytes(7)).toBe('abcdefg');
  });

  it('that withholds writes nothing more and leaves the connection open', async () => {
    const { connection, peer } = await line();
    const queued = [
      connection.write([write('\x0bA'), { kind: 'withhold' }, write('B')]),
      connection.write([write('C')]),
    ];
    expect(await Promise.all(queued)).toEqual(['written', 'lost']);
    expect(await connection.write([write('D')])).toBe('lost');
    expect(connection.isOpen).toBe(true);
    connection.end();
    expect(await peer.over()).toBe('ended');
    expect(peer.received.toString('latin1')).toBe('\x0bA');
  });

  it.each([
    { kind: 'end', seen: 'ended' },
    { kind: 'reset', seen: 'reset' },
  ] as const)('that closes with $kind drops the plans behind it', async ({ kind, seen }) => {
    const { connection, peer, timer } = await line();
    const queued = [connection.write([write('A'), PAUSE, { kind }]), connection.write([write('B')])];
    // The runtime takes a reset for an end where it comes together with bytes, so these are read first.
    await peer.bytes(1);
    expect(await passing(timer, Promise.all(queued))).toEqual(['written', 'lost']);
    expect(await peer.over()).toBe(seen);
    expect(peer.received.toString('latin1')).not.toContain('B');
    expect(connection.isOpen).toBe(false);
    peer.socket.destroy();
    expect((await connection.closed).kind).toBe('local');
  });

  it('waits for the writes before it, also to reset', async () => {
    const { connection, peer } = await line();
    const large = connection.write([{ kind: 'write', bytes: Buffer.alloc(20_000_000, 'A') }]);
    const reset = connection.write([{ kind: 'reset' }]);
    expect(await Promise.all([large, reset])).toEqual(['written', 'written']);
    peer.socket.destroy();
  });

  it('is lost when the connection is gone before its end', async () => {
    const { connection, peer, timer } = await line();
    const plan = connection.write([write('A'), PAUSE, write('B')]);
    const behind = connection.write(wholeFrame(Buffer.from('C')));
    await peer.bytes(1);
    peer.socket.resetAndDestroy();
    expect((await connection.closed).kind).toBe('reset');
    expect(await Promise.all([plan, behind, connection.write([write('D')])])).toEqual(['lost', 'lost', 'lost']);
    timer.pass(10_000);
  });
});

describe('a connection', () => {
  it('ends behind the plans that wait', async () => {
    const { connection, peer, timer } = await line();
    const written = connection.write([write('A'), PAUSE, write('B')]);
    connection.end();
    expect(connection.isOpen).toBe(false);
    expect(await passing(timer, written)).toBe('written');
    expect(await peer.over()).toBe('ended');
    expect(peer.received.toString('latin1')).toBe('AB');
  });

  it('does not wait for ever for a peer that takes nothing', async () => {
    const { connection, peer, timer } = await line();
    peer.socket.pause();
    const written = connection.write([{ kind: 'write', bytes: Buffer.alloc(30_000_000, 'A') }]);
    connection.end();
    timer.pass(2_000);
    expect((await connection.closed).kind).toBe('local');
    expect(await written).toBe('lost');
  });

  it('knows at once that its peer has closed', async () => {
    const { connection, peer, recorder } = await line();
    peer.socket.end();
    await recorder.until(() => recorder.closes[0]);
    expect(connection.isOpen).toBe(false);
    expect(await connection.write(wholeFrame(Buffer.from('A')))).toBe('lost');
    expect(await connection.closed).toEqual({ kind: 'ended', detail: 'the peer closed the connection' });
  });

  it('names both its ends', async () => {
    const { connection, peer } = await line();
    expect(connection.remote).toBe(`127.0.0.1:${peer.socket.localPort}`);
    expect(connection.local).toBe(`127.0.0.1:${peer.socket.remotePort}`);
    expect(connection.secure).toBe(false);
  });

  describe.each([{ pending: 'a write' }, { pending: 'nothing' }])('with $pending under way', ({ pending }) => {
    const ways = [
      ['reset', 'end', 'reset'],
      ['end', 'reset'],
      ['end', 'end'],
    ] as const;

    it.each(ways.map((way) => ({ way })))('may be closed by $way and leaves no socket behind', async ({ way }) => {
      const { connection, peer } = await line();
      peer.socket.on('end', () => peer.socket.end());
      const before = openSockets();
      if (pending === 'a write') void connection.write(wholeFrame(Buffer.from('A')));
      for (const step of way) connection[step]();
      expect((await connection.closed).kind).toBe('local');
      await peer.gone;
      await new Promise((resolve) => setImmediate(resolve));
      expect(openSockets()).toBe(before - 2);
    });
  });
});

function openSockets(): number {
  return process.getActiveResourcesInfo().filter((resource) => resource === 'TCPSocketWrap').length;
}
