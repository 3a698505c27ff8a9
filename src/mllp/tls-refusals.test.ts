import tls from 'node:tls';
import { beforeAll, describe, expect, it } from 'vitest';
import { realTimer } from '../base/timer.js';
import { dial } from './dial.js';
import { HandTimer } from './testdata/hand-timer.js';
import { openServer } from './testdata/open-server.js';
import { RawPeer } from './testdata/raw-peer.js';
import { Recorder } from './testdata/recorder.js';
import type { ClientTls, ServerTls } from './tls.js';
import { CERTIFICATES, type TlsLaboratory, tlsLaboratory } from './tls-laboratory.js';
import { type WirePlan, wholeFrame } from './wire-plan.js';

const timer = realTimer();
let laboratory: TlsLaboratory;

beforeAll(async () => {
  laboratory = await tlsLaboratory();
});

const BAD = CERTIFICATES.filter((kind) => kind !== 'good');

/** What our client says of a server; undefined where it takes it. */
async function clientSays(server: ServerTls): Promise<string | undefined> {
  const heard = new Recorder();
  const { port } = await openServer(heard, { tls: server });
  const result = await dial({ host: '127.0.0.1', port, timer, tls: { ca: laboratory.ca } }, new Recorder());
  expect(heard.payloads).toEqual([]);
  return result.kind === 'failed' ? withoutPort(result.message) : undefined;
}

/** What our server, which asks for certificates, says of a client that sends a message; undefined where it takes it. */
async function serverSays(client: Partial<ClientTls>): Promise<string | undefined> {
  const heard = new Recorder();
  const tls = { ...laboratory.certificates.good, ca: laboratory.ca, requireClientCertificate: true };
  const { port } = await openServer(heard, { tls: { ...tls, clientNames: ['127.0.0.1'] } });
  const told = new Recorder();
  const result = await dial({ host: '127.0.0.1', port, timer, tls: { ca: laboratory.ca, ...client } }, told);
  if (result.kind === 'connected') void result.connection.write(wholeFrame(Buffer.from('A')));
  const said = await heard.until(() => heard.closes[0]?.detail ?? (heard.payloads.length > 0 && 'taken'));
  expect(told.payloads).toEqual([]);
  return said === 'taken' ? undefined : said;
}

/** The same for a client that speaks no TLS at all. */
async function serverSaysOfPlain(): Promise<string> {
  const heard = new Recorder();
  const { port } = await openServer(heard, { tls: laboratory.certificates.good });
  const peer = await RawPeer.connect(port);
  peer.send('\x0bMSH|^~\\&|A\r\x1c\r');
  await peer.over();
  return (await heard.until(() => heard.closes[0])).detail;
}

/** The same for a server that speaks no TLS at all, and so never answers. */
async function clientSaysOfPlain(): Promise<string> {
  const hand = new HandTimer();
  const heard = new Recorder();
  const { port } = await openServer(heard);
  const dialling = dial({ host: '127.0.0.1', port, timer: hand, tls: { ca: laboratory.ca } }, new Recorder());
  await heard.until(() => heard.texts[0]);
  hand.pass(10_000);
  const result = await dialling;
  return result.kind === 'failed' ? withoutPort(result.message) : 'taken';
}

const withoutPort = (text: string): string => text.replace(/127\.0\.0\.1:\d+/, '<server>');

/** Prints the table, and demands a reason in every row and no reason twice. */
function demandDistinct(side: string, rows: readonly (readonly [what: string, said: string | undefined])[]): void {
  process.stdout.write(`\n${side}\n${rows.map(([what, said]) => `  ${what.padEnd(20)} ${said}`).join('\n')}\n`);
  for (const [what, said] of rows) expect(said, what).toMatch(/[a-z]{3,} [a-z]{2,}.*(certificate|TLS)/);
  expect(new Set(rows.map(([, said]) => said)).size).toBe(rows.length);
}

describe('every bad peer is refused with a reason of its own', () => {
  it('by our client', async () => {
    const { certificates } = laboratory;
    const rows: [string, string | undefined][] = [];
    for (const kind of BAD) rows.push([kind, await clientSays(certificates[kind])]);
    rows.push(['TLS 1.0', await clientSays({ ...certificates.good, outdated: 'TLSv1' })]);
    rows.push(['plain', await clientSaysOfPlain()]);
    demandDistinct('our client about a server', rows);
    expect(await clientSays({ ...certificates.good, outdated: 'TLSv1.1' })).toBe(rows.at(-2)?.[1]);
    expect(await clientSays(certificates.good)).toBeUndefined();
  });

  it('by our server', async () => {
    const { certificates } = laboratory;
    const rows: [string, string | undefined][] = [];
    for (const kind of BAD) rows.push([kind, await serverSays(certificates[kind])]);
    rows.push(['none', await serverSays({})]);
    rows.push(['TLS 1.0', await serverSays({ ...certificates.good, outdated: 'TLSv1' })]);
    rows.push(['plain', await serverSaysOfPlain()]);
    demandDistinct('our server about a client', rows);
    expect(await serverSays({ ...certificates.good, outdated: 'TLSv1.1' })).toBe(rows.at(-2)?.[1]);
    expect(await serverSays(certificates.good)).toBeUndefined();
  });
});

describe('a TLS connection that is cut short inside a frame', () => {
  const cut: WirePlan = [{ kind: 'write', bytes: Buffer.from('\x0bMSH|half of a mess') }, { kind: 'truncate' }];

  it('brings our server no message, and says so', async () => {
    const heard = new Recorder();
    const { port } = await openServer(heard, { tls: laboratory.certificates.good });
    const result = await dial({ host: '127.0.0.1', port, timer, tls: { ca: laboratory.ca } }, new Recorder());
    if (result.kind === 'failed') throw new Error(result.message);
    void result.connection.write(cut);
    expect(await heard.until(() => heard.closes[0])).toMatchObject({ detail: expect.stringMatching(/inside a frame/) });
    expect(heard.texts).toEqual([expect.stringContaining('truncated')]);
  });

  it('brings our client no reply, and says so', async () => {
    const { port } = await openServer(new Recorder(() => cut), { tls: laboratory.certificates.good });
    const told = new Recorder();
    const result = await dial({ host: '127.0.0.1', port, timer, tls: { ca: laboratory.ca } }, told);
    if (result.kind === 'failed') throw new Error(result.message);
    void result.connection.write(wholeFrame(Buffer.from('A')));
    expect(await told.until(() => told.closes[0])).toMatchObject({ detail: expect.stringMatching(/inside a frame/) });
    expect(told.texts).toEqual([expect.stringContaining('truncated')]);
  });
});

describe('a session that is taken up again', () => {
  it.each(['none', 'expired'] as const)('is refused as the first was: %s', async (kind) => {
    const heard = new Recorder();
    const { ca, certificates } = laboratory;
    const { port } = await openServer(heard, { tls: { ...certificates.good, ca, requireClientCertificate: true } });
    const target = { port, host: '127.0.0.1', ca, ...(kind === 'none' ? {} : certificates[kind]) };
    const sessions: Buffer[] = [];
    for (let n = 0; n < 2; n++) {
      const session = sessions.at(-1);
      const socket = tls.connect({ ...target, ...(session && { session }) });
      socket.on('session', (given) => sessions.push(given)).on('error', () => {});
      socket.write('\x0bA\x1c\r');
      await new Promise((resolve) => socket.once('close', resolve));
    }
    await heard.until(() => heard.closes.length === 2);
    expect(heard.payloads).toEqual([]);
    expect(heard.closes.map((close) => close.kind)).toEqual(['tls', 'tls']);
  });
});
