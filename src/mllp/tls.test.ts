import net from 'node:net';
import tls from 'node:tls';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { realTimer } from '../base/timer.js';
import { type Authority, authority, EXPIRED, type Identity, NOT_YET_VALID } from './certificates.js';
import { MllpClient } from './client.js';
import type { Connection } from './connection.js';
import { dial } from './dial.js';
import { listen } from './server.js';
import { HandTimer } from './testdata/hand-timer.js';
import { openServer } from './testdata/open-server.js';
import { RawPeer } from './testdata/raw-peer.js';
import { echo, Recorder } from './testdata/recorder.js';
import type { ClientTls, ServerTls } from './tls.js';
import { wholeFrame } from './wire-plan.js';

const timer = realTimer();
let ours: Authority;
let theirs: Authority;
let server: Identity;
let client: Identity;
let stranger: Identity;

beforeAll(async () => {
  ours = await authority('Pipehat test authority');
  theirs = await authority('somebody else');
  server = await ours.issue(['127.0.0.1', 'localhost']);
  client = await ours.issue(['client']);
  stranger = await theirs.issue(['127.0.0.1', 'localhost']);
});

interface Attempt {
  /** The connection, where one came about, or the reason why not. */
  readonly result: Awaited<ReturnType<typeof dial>>;
  readonly serverSide: Recorder;
  readonly clientSide: Recorder;
}

async function attempt(serverTls: ServerTls, clientTls: ClientTls | undefined): Promise<Attempt> {
  const serverSide = new Recorder(echo);
  const clientSide = new Recorder();
  const { port } = await openServer(serverSide, { tls: serverTls });
  const options = { host: '127.0.0.1', port, timer, ...(clientTls && { tls: clientTls }) };
  return { result: await dial(options, clientSide), serverSide, clientSide };
}

function connectionOf({ result }: Attempt): Connection {
  if (result.kind === 'failed') throw new Error(result.message);
  return result.connection;
}

describe('TLS', () => {
  it('carries frames when the certificate is of a trusted authority', async () => {
    const made = await attempt(server, { ca: ours.ca });
    const connection = connectionOf(made);
    expect(connection.secure).toBe(true);
    await connection.write(wholeFrame(Buffer.from('A')));
    expect(await made.clientSide.until(() => made.clientSide.payloads[0])).toBe('A');
    expect(made.serverSide.opened[0]?.secure).toBe(true);
  });

  it('carries a request of a mebibyte and its reply', async () => {
    const { port } = await openServer(new Recorder(echo), { tls: server });
    const sender = new MllpClient({
      host: '127.0.0.1',
      port,
      tls: { ca: ours.ca },
      mode: 'kept-open',
      replyTimeoutMs: 30_000,
      timer,
    });
    onTestFinished(() => sender.close());
    const payload = Buffer.alloc(1_048_576, 'A');
    const reply = await sender.request(payload);
    expect(reply.kind === 'reply' && reply.payload.equals(payload)).toBe(true);
  });

  it('is mutual where the server asks for it and the client has a certificate', async () => {
    const made = await attempt({ ...server, ca: ours.ca, requireClientCertificate: true }, { ca: ours.ca, ...client });
    await connectionOf(made).write(wholeFrame(Buffer.from('A')));
    expect(await made.clientSide.until(() => made.clientSide.payloads[0])).toBe('A');
  });

  it('answers a client that has said all it has to say', async () => {
    const serverSide = new Recorder(echo);
    const { port } = await openServer(serverSide, { tls: server });
    const raw = net.connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    const socket = tls.connect({ socket: raw, host: '127.0.0.1', ca: ours.ca });
    onTestFinished(() => void socket.destroy());
    socket.once('secureConnect', () => socket.end('\x0bA\x1c\r'));
    expect(await new Promise((resolve) => socket.once('data', (chunk) => resolve(chunk.toString())))).toBe(
      '\x0bA\x1c\r',
    );
  });

  it('checks the name that is given instead of the host', async () => {
    const named = await ours.issue(['engine.hospital.example']);
    connectionOf(await attempt(named, { ca: ours.ca, serverName: 'engine.hospital.example' }));
  });

  it.each([
    { what: 'an unknown authority', certificate: async () => stranger, code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' },
    {
      what: 'another host',
      certificate: () => ours.issue(['elsewhere.example']),
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    },
    { what: 'the past', certificate: () => ours.issue(['127.0.0.1'], { validity: EXPIRED }), code: 'CERT_HAS_EXPIRED' },
    {
      what: 'the future',
      certificate: () => ours.issue(['127.0.0.1'], { validity: NOT_YET_VALID }),
      code: 'CERT_NOT_YET_VALID',
    },
  ])('refuses a server whose certificate is of $what', async ({ certificate, code }) => {
    const mutual = { ...(await certificate()), ca: ours.ca, requireClientCertificate: true };
    const { result, serverSide } = await attempt(mutual, { ca: ours.ca, ...client });
    expect(result).toMatchObject({ kind: 'failed', reason: 'tls' });
    expect(result.kind === 'failed' && result.message).toContain(code);
    expect(result.kind === 'failed' && result.message).toMatch(
      /^Cannot connect to 127\.0\.0\.1:\d+: the TLS handshake failed: the peer's certificate .*\. [A-Z].*\.$/,
    );
    // It must not wait for a handshake that nobody goes on with.
    expect((await serverSide.until(() => serverSide.closes[0])).kind).toBe('tls');
    expect(serverSide.payloads).toEqual([]);
  });

  it.each([
    { what: 'without a certificate', own: (): Partial<Identity> => ({}) },
    { what: 'with one of an unknown authority', own: (): Partial<Identity> => stranger },
  ])('refuses a client $what where it asks for one, and stays up', async ({ own }) => {
    const mutual = { ...server, ca: ours.ca, requireClientCertificate: true };
    const serverSide = new Recorder(echo);
    const clientSide = new Recorder();
    const { port } = await openServer(serverSide, { tls: mutual });
    const target = { host: '127.0.0.1', port, timer };
    // In TLS 1.3 the client is done before the server has looked at its certificate, and learns of the refusal later.
    const result = await dial({ ...target, tls: { ca: ours.ca, ...own() } }, clientSide);
    if (result.kind === 'connected') await clientSide.until(() => clientSide.closes[0]);
    expect((await serverSide.until(() => serverSide.closes[0])).kind).toBe('tls');
    expect(serverSide.opened).toEqual([]);
    expect(await dial({ ...target, tls: { ca: ours.ca, ...client } }, new Recorder())).toMatchObject({
      kind: 'connected',
    });
  });

  it('never falls back to plain, neither as a server', async () => {
    const serverSide = new Recorder(echo);
    const { port } = await openServer(serverSide, { tls: server });
    const peer = await RawPeer.connect(port);
    peer.send('\x0bMSH|^~\\&|A\r\x1c\r');
    await peer.over();
    expect((await serverSide.until(() => serverSide.closes[0])).kind).toBe('tls');
    expect(serverSide.events).toEqual([]);
    expect(peer.received.toString('latin1')).not.toContain('\x0b');
  });

  it('nor as a client', async () => {
    const hand = new HandTimer();
    const serverSide = new Recorder(echo);
    const { port } = await openServer(serverSide);
    const dialling = dial({ host: '127.0.0.1', port, timer: hand, tls: { ca: ours.ca } }, new Recorder());
    // The plain listener takes the handshake for junk and waits for a start block.
    await serverSide.until(() => serverSide.texts.find((text) => text.includes('before-start')));
    hand.pass(10_000);
    expect(await dialling).toMatchObject({ kind: 'failed', reason: 'timed-out' });
  });

  it('speaks nothing below TLS 1.2', async () => {
    const serverSide = new Recorder(echo);
    const { port } = await openServer(serverSide, { tls: server });
    const socket = tls.connect({
      port,
      host: '127.0.0.1',
      ca: ours.ca,
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.1',
      ciphers: 'DEFAULT@SECLEVEL=0',
    });
    const error = await new Promise<Error>((resolve) => socket.once('error', resolve));
    expect(error.message).toMatch(/protocol version|unsupported protocol|no protocols available/i);
    expect((await serverSide.until(() => serverSide.closes[0])).kind).toBe('tls');
  });

  it('resets and ends a secured connection like a plain one', async () => {
    const made = await attempt(server, { ca: ours.ca });
    const connection = connectionOf(made);
    const far = await made.serverSide.until(() => made.serverSide.opened[0]);
    // What the handshake left must have been read, or the runtime takes the reset for an end.
    await connection.write(wholeFrame(Buffer.from('A')));
    await made.clientSide.until(() => made.clientSide.payloads[0]);
    far.reset();
    expect((await connection.closed).kind).toBe('reset');
    expect((await far.closed).kind).toBe('local');
    const again = await attempt(server, { ca: ours.ca });
    connectionOf(again).end();
    expect((await again.serverSide.until(() => again.serverSide.closes[0])).kind).toBe('ended');
    expect((await connectionOf(again).closed).kind).toBe('local');
  });

  it('keeps no connection of clients that reset as soon as their handshake is done', async () => {
    const count = 40;
    const serverSide = new Recorder(echo);
    const listener = await openServer(serverSide, { tls: server });
    for (let i = 0; i < count; i++) {
      const raw = net.connect(listener.port, '127.0.0.1');
      raw.on('error', () => {});
      raw.once('connect', () => {
        const secured = tls.connect({ socket: raw, host: '127.0.0.1', ca: ours.ca });
        secured.on('error', () => {});
        secured.once('secureConnect', () => setImmediate(() => raw.resetAndDestroy()));
      });
    }
    await serverSide.until(() => serverSide.closes.length === count);
    expect(listener.connections).toEqual([]);
  });

  it('gives up a handshake that is not answered', async () => {
    const silent = net.createServer();
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void silent.close());
    const address = silent.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    const hand = new HandTimer();
    const dialling = dial(
      { host: '127.0.0.1', port, timer: hand, connectTimeoutMs: 5_000, tls: { ca: ours.ca } },
      new Recorder(),
    );
    const accepted = await new Promise<net.Socket>((resolve) => silent.once('connection', resolve));
    accepted.on('error', () => {});
    await new Promise((resolve) => accepted.once('data', resolve));
    hand.pass(5_000);
    expect(await dialling).toEqual({
      kind: 'failed',
      reason: 'timed-out',
      message: `Cannot connect to 127.0.0.1:${port}: the TLS handshake was not answered within 5000 ms. The peer may speak plain MLLP: switch TLS on there, or off here.`,
    });
    accepted.destroy();
  });

  it('takes unusable key material for a mistake with a remedy', async () => {
    const broken = { cert: server.cert, key: 'no key' };
    const listening = await listen({ port: 0, timer, tls: broken }, new Recorder());
    expect(listening).toMatchObject({ kind: 'failed', reason: 'error' });
    expect(listening.kind === 'failed' && listening.message).toMatch(
      /Cannot listen on 127\.0\.0\.1:0: .*cannot be used.*Give PEM files/,
    );
    const dialled = await dial({ host: '127.0.0.1', port: 9, timer, tls: broken }, new Recorder());
    expect(dialled).toMatchObject({ kind: 'failed', reason: 'tls' });
  });
});
