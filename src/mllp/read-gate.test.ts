import { describe, expect, it } from 'vitest';
import type { Connection } from './connection.js';
import { frame } from './frame.js';
import { openClient, text, told } from './testdata/client-kit.js';
import { openServer } from './testdata/open-server.js';
import { RawPeer } from './testdata/raw-peer.js';
import { Recorder } from './testdata/recorder.js';

/** More than the kernels of both ends keep for one connection. */
const LARGE_BYTES = 16 * 1_048_576;

/** Stops reading behind so many bytes of whatever comes first. */
class Reluctant extends Recorder {
  readonly #afterBytes: number;
  stopped: Connection | undefined;

  constructor(afterBytes: number) {
    super((payload) => text(`re ${payload.length}`));
    this.#afterBytes = afterBytes;
  }

  onBegin(_chunk: Buffer, connection: Connection): void {
    if (this.stopped) return;
    this.stopped = connection;
    connection.stopReading(this.#afterBytes);
    this.notify();
  }
}

describe('a connection that is not read', () => {
  it('in mid-message: the window of the peer closes, nothing arrives, and all of it once reading goes on', async () => {
    const handlers = new Reluctant(10);
    const { port } = await openServer(handlers);
    const peer = await RawPeer.connect(port);
    const isWritten = new Promise<void>((resolve) => {
      peer.socket.write(Buffer.concat([frame(Buffer.alloc(LARGE_BYTES, 'A')), frame(Buffer.from('next'))]), () =>
        resolve(),
      );
    });
    const connection = await handlers.until(() => handlers.stopped);
    // The peer has asked for its turn often enough to have noticed that the kernel takes no more.
    for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
    expect([peer.socket.writableLength > 0, handlers.payloads.length]).toEqual([true, 0]);
    connection.goOnReading();
    await isWritten;
    await handlers.until(() => handlers.payloads.length === 2);
    expect(handlers.payloads.map((payload) => payload.length)).toEqual([LARGE_BYTES, 4]);
    expect(await peer.bytes(12 + 7)).toContain(`re ${LARGE_BYTES}`);
  });

  it('holds back the rest of the very chunk, byte for byte', async () => {
    const handlers = new Reluctant(3);
    const { port } = await openServer(handlers);
    const peer = await RawPeer.connect(port);
    peer.socket.write(frame(Buffer.from('ABCDEF')));
    const connection = await handlers.until(() => handlers.stopped);
    for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
    expect(handlers.payloads).toEqual([]);
    connection.goOnReading();
    await handlers.until(() => handlers.payloads.length === 1);
    expect(handlers.texts).toEqual(['0 frame ABCDEF']);
  });

  it('can be reset, and nothing of the held bytes comes any more', async () => {
    const handlers = new Reluctant(3);
    const { port } = await openServer(handlers);
    const peer = await RawPeer.connect(port);
    peer.socket.write(frame(Buffer.from('ABCDEF')));
    const connection = await handlers.until(() => handlers.stopped);
    connection.reset();
    expect(await peer.over()).toBe('reset');
    await connection.closed;
    expect(handlers.payloads).toEqual([]);
  });
});

describe('plans that stop reading', () => {
  it('leave the reply unread until they go on', async () => {
    const recorder = new Recorder((payload) => text(`re ${payload}`));
    const { port } = await openServer(recorder);
    const { client } = openClient(port);
    let goOn: () => void = () => {};
    const gone = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const plan = [
      { kind: 'stop-reading' },
      ...text('a'),
      { kind: 'await', begin: () => gone },
      { kind: 'go-on-reading' },
    ] as const;
    let reply = '';
    const sent = client.request(Buffer.from('a'), { plan }).then((result) => {
      reply = told(result);
    });
    await recorder.until(() => recorder.payloads.length === 1);
    for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
    expect(reply).toBe('');
    goOn();
    await sent;
    expect(reply).toBe('re a');
  });

  it('end with their connection, whatever they still await', async () => {
    const recorder = new Recorder((_payload, connection) => {
      connection.reset();
      return undefined;
    });
    const { port } = await openServer(recorder);
    const { client } = openClient(port);
    const plan = [...text('a'), { kind: 'await', begin: () => new Promise<void>(() => {}) }, ...text('b')] as const;
    expect((await client.request(Buffer.from('a'), { plan })).kind).toBe('lost');
    expect(recorder.payloads).toEqual(['a']);
  });
});
