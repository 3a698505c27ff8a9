import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authority } from '../mllp/certificates.js';
import { EXIT } from './exit-codes.js';
import { dialTarget, listenerTls } from './link-options.js';
import { listen } from './listen/listen.js';
import { send } from './send/send.js';
import { Recorder } from './testdata/recorder.js';

let folder: string;
const files = { ca: '', cert: '', key: '', strangerCa: '' };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pipehat-tls-'));
  const [ours, stranger] = [await authority('ours'), await authority('stranger')];
  const { cert, key } = await ours.issue(['localhost', '127.0.0.1']);
  const pem = { ca: ours.ca, cert, key, strangerCa: stranger.ca };
  for (const name of Object.keys(files) as (keyof typeof files)[]) {
    files[name] = join(folder, `${name}.pem`);
    writeFileSync(files[name], pem[name]);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

async function exchange(listenTls: object, sendTls: object) {
  const heard = new Recorder();
  void listen({ port: 0, host: '127.0.0.1', ack: 'AA', format: 'text', count: 1, ...listenTls }, heard);
  const to = /mllps:\S+/.exec(await heard.line(/listening/))?.[0] ?? '';
  const terminal = new Recorder();
  const options = { to, example: true, timeout: 5_000, connectTimeout: 5_000, connections: 1, format: 'text' } as const;
  const code = await send([], { ...options, ...sendTls }, terminal);
  return { code, terminal, to };
}

describe('TLS', () => {
  it('carries messages where the certificate verifies', async () => {
    const { cert, key, ca } = files;
    const { code, terminal } = await exchange({ cert, key }, { ca });
    expect([code, terminal.lines.at(-1)]).toEqual([EXIT.passed, '1 message: 1 AA']);
  });

  it('carries messages between two that show certificates to each other', async () => {
    const { cert, key, ca } = files;
    expect((await exchange({ cert, key, ca }, { cert, key, ca })).code).toBe(EXIT.passed);
  });

  it('tells at the listener why a sender was refused', async () => {
    const { cert, key, ca } = files;
    const heard = new Recorder();
    void listen({ port: 0, host: '127.0.0.1', ack: 'AA', format: 'text', count: 1, cert, key, ca }, heard);
    const to = /mllps:\S+/.exec(await heard.line(/listening/))?.[0] ?? '';
    const options = {
      to,
      example: true,
      timeout: 5_000,
      connectTimeout: 5_000,
      connections: 1,
      format: 'text',
    } as const;
    await send([], { ...options, ca }, new Recorder());
    expect(await heard.line(/refused/)).toMatch(/refused 127\.0\.0\.1:\d+: .*no certificate was shown/);
    await send([], { ...options, cert, key, ca }, new Recorder());
  });

  it('refuses a far end that somebody else has signed, and says so', async () => {
    const { cert, key, strangerCa } = files;
    const { code, terminal, to } = await exchange({ cert, key }, { ca: strangerCa });
    expect(code).toBe(EXIT.infrastructure);
    expect(terminal.errors.join('\n')).toMatch(
      /TLS handshake failed: the peer's certificate is not of a trusted authority/,
    );
    await send(
      [],
      { to, example: true, timeout: 5_000, connectTimeout: 5_000, connections: 1, format: 'text', ca: files.ca },
      new Recorder(),
    );
  });
});

describe('certificates on the command line', () => {
  it('come in pairs', () => {
    expect(() => listenerTls({ cert: files.cert })).toThrow(/--cert and --key belong together/);
  });

  it('must be readable', () => {
    const options = { to: 'mllps://localhost:1', ca: join(folder, 'no.pem') };
    expect(() => dialTarget(options)).toThrow(/--ca: .*no\.pem cannot be read \(ENOENT\)/);
  });
});

it('another machine needs its name in --allow-host', () => {
  expect(() => dialTarget({ to: 'mllp://engine.example:1' })).toThrow(/another machine/);
  expect(dialTarget({ to: 'mllp://engine.example:1', allowHost: ['Engine.Example'] })).toEqual({
    host: 'engine.example',
    port: 1,
  });
});
