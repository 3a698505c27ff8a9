import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EXIT } from './exit-codes.js';
import { listen } from './listen/listen.js';
import type { ListenOptions } from './listen.js';
import { send } from './send/send.js';
import type { SendOptions } from './send.js';
import { admission } from './testdata/messages.js';
import { Recorder } from './testdata/recorder.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pipehat-send-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function file(name: string, bytes: Buffer): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  return path;
}

/** A listener that ends after `count` messages, and how to reach it. */
async function listener(count: number, options: Partial<ListenOptions> = {}) {
  const terminal = new Recorder();
  const ended = listen({ port: 0, host: '127.0.0.1', ack: 'AA', format: 'text', count, ...options }, terminal);
  const first = await Promise.race([terminal.line(/listening/), ended]);
  const to = /mllps?:\/\/\S+:\d+/.exec(String(first))?.[0] ?? '';
  return { to, ended, terminal };
}

async function sent(files: readonly string[], to: string, options: Partial<SendOptions> = {}) {
  const terminal = new Recorder();
  const defaults = { timeout: 20_000, connectTimeout: 5_000, connections: 1, format: 'text' } as const;
  const code = await send(files, { to, ...defaults, ...options }, terminal);
  return { code, terminal };
}

/** A server that takes everything and answers nothing, and its port. */
async function silentServer(): Promise<{ readonly server: Server; readonly port: number }> {
  const server = createServer((socket) => socket.resume().on('end', () => socket.end()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { server, port: typeof address === 'object' && address !== null ? address.port : 0 };
}

function closed(server: Server): Promise<unknown> {
  return new Promise((resolve) => server.close(resolve));
}

describe('what is sent', () => {
  it('arrives byte for byte, is saved for its owner alone, and is acknowledged', async () => {
    const inbox = join(folder, 'inbox');
    const { to, ended, terminal: heard } = await listener(2, { save: inbox });
    const lineFeeds = admission('M2', { '\r': '\n' });
    const { code, terminal } = await sent([file('a.hl7', admission('M1')), file('b.txt', lineFeeds)], to);
    expect(code).toBe(EXIT.passed);
    expect(await ended).toBe(EXIT.passed);
    expect(readdirSync(inbox)).toEqual(['0001-M1.hl7', '0002-M2.hl7']);
    expect(readFileSync(join(inbox, '0001-M1.hl7'))).toEqual(admission('M1'));
    expect(readFileSync(join(inbox, '0002-M2.hl7'))).toEqual(lineFeeds);
    if (process.platform !== 'win32') {
      expect(statSync(inbox).mode & 0o777).toBe(0o700);
      expect(statSync(join(inbox, '0001-M1.hl7')).mode & 0o777).toBe(0o600);
    }
    expect(terminal.lines[0]).toMatch(/a\.hl7 {2}M1 {2}AA {2}[\d.]+ ms$/);
    expect(terminal.lines.at(-1)).toBe('2 messages: 2 AA');
    expect(heard.text).toMatch(/^0002 {2}ADT\^A01\^ADT_A01 {2}M2 {2}\d+ bytes {2}AA {2}lf-terminator/m);
    expect(heard.text).not.toMatch(/AMELIA|7000001/);
  });

  it('keeps what a folder of received messages holds already', async () => {
    const inbox = join(folder, 'inbox');
    file('inbox/0007-OLD.hl7', Buffer.from('kept'));
    const { to, ended } = await listener(1, { save: inbox });
    await sent([], to, { example: true });
    await ended;
    expect(readdirSync(inbox)).toEqual(['0007-OLD.hl7', '0008-PIPEHATEXAMPLE01.hl7']);
  });

  it('is found in folders, batches, captured streams and files of several messages', async () => {
    const [first, second] = [admission('N1'), admission('N2')];
    file('in/a/two.hl7', Buffer.concat([first, second]));
    file(
      'in/b/batch.hl7',
      Buffer.concat([Buffer.from('FHS|^~\\&\rBHS|^~\\&\r'), first, second, Buffer.from('BTS|2\rFTS|1\r')]),
    );
    file(
      'in/c/stream.mllp',
      Buffer.from(`\x0b${first.toString('latin1')}\x1c\r\x0b${second.toString('latin1')}\x1c\r`, 'latin1'),
    );
    file('in/notes.md', Buffer.from('# no message'));
    const inbox = join(folder, 'inbox');
    const { to, ended } = await listener(6, { save: inbox });
    const { code, terminal } = await sent([join(folder, 'in')], to);
    expect(code).toBe(EXIT.passed);
    await ended;
    const received = readdirSync(inbox).map((name) => readFileSync(join(inbox, name)));
    expect(received).toEqual([first, second, first, second, first, second]);
    expect(terminal.errors.join('\n')).toMatch(/hold no message: .*notes\.md/);
    expect(terminal.lines[1]).toMatch(/two\.hl7#2 {2}N2/);
  });

  it('may be shared by several connections', async () => {
    const files = Array.from({ length: 20 }, (_, index) => file(`${index}.hl7`, admission(`C${index}`)));
    const { to, ended, terminal: heard } = await listener(20, { format: 'json' });
    const { code } = await sent(files, to, { connections: 4 });
    await ended;
    expect(code).toBe(EXIT.passed);
    const peers = heard.lines.map((line) => JSON.parse(line)).filter(({ kind }) => kind === 'message');
    expect(new Set(peers.map(({ from }) => from)).size).toBe(4);
    expect(new Set(peers.map(({ controlId }) => controlId)).size).toBe(20);
  });

  it('may use a connection for each message', async () => {
    const files = ['x', 'y', 'z'].map((name) => file(`${name}.hl7`, admission(name)));
    const { to, ended, terminal: heard } = await listener(3, { format: 'json' });
    await sent(files, to, { perMessage: true });
    await ended;
    const peers = heard.lines.map((line) => JSON.parse(line)).filter(({ kind }) => kind === 'message');
    expect(new Set(peers.map(({ from }) => from)).size).toBe(3);
  });
});

describe('what goes wrong', () => {
  it.each(['AE', 'AR'] as const)('%s is printed with its error, and fails', async (ack) => {
    const { to, ended } = await listener(1, { ack });
    const { code, terminal } = await sent([file('a.hl7', admission('M1'))], to);
    await ended;
    expect(code).toBe(EXIT.failed);
    expect(terminal.lines[0]).toMatch(new RegExp(`M1 {2}${ack} `));
    expect(terminal.lines[1]).toMatch(/^ {4}\(no place\): 207 Application internal error: pipehat listen/);
  });

  it('no acknowledgment fails', async () => {
    const { server, port } = await silentServer();
    const { code, terminal } = await sent([file('a.hl7', admission('M1'))], `mllp://127.0.0.1:${port}`, {
      timeout: 100,
    });
    await closed(server);
    expect(code).toBe(EXIT.failed);
    expect(terminal.lines[0]).toMatch(/M1 {2}none {2}no acknowledgment within the timeout/);
  });

  it('an acknowledgment of another message is none', async () => {
    const { to, ended } = await listener(2, { fault: ['wrong-correlation'] });
    const files = ['M1', 'M2'].map((id) => file(`${id}.hl7`, admission(id)));
    const { code, terminal } = await sent(files, to, { timeout: 300 });
    await ended;
    expect(code).toBe(EXIT.failed);
    expect(terminal.lines[0]).toMatch(/M1 {2}none {2}an acknowledgment came for another message \(MSA-2 "/);
    expect(terminal.lines[1]).toMatch(/M2 {2}AA/);
  });

  it('a fault of the listener is named on its line, and passes', async () => {
    const { to, ended, terminal: heard } = await listener(2, { fault: ['application-error:code=204,path=PID-3'] });
    const files = ['M1', 'M2'].map((id) => file(`${id}.hl7`, admission(id)));
    const { terminal } = await sent(files, to);
    await ended;
    expect(heard.lines[1]).toMatch(/^0001 .* AE \+ application-error/);
    expect(heard.lines[2]).toMatch(/^0002 .* AA /);
    expect(terminal.lines[1]).toBe('    PID-3: 204 Unknown key identifier');
  });

  it('a fault that a listener cannot show, or that does not exist', async () => {
    const options = {
      port: 0,
      host: '127.0.0.1',
      ack: 'AA',
      format: 'text',
      fault: ['byte-by-byte', 'late-acknowledgment:delay=x'],
    } as const;
    await expect(listen(options, new Recorder())).rejects.toMatchObject({
      exitCode: EXIT.usage,
      message: expect.stringMatching(/there is no fault "byte-by-byte"; there are [\s\S]*delay=x must be/),
    });
  });

  it('a system that nothing listens for is infrastructure, and the rest stays unsent', async () => {
    const files = [file('a.hl7', admission('M1')), file('b.hl7', admission('M2'))];
    const { server, port } = await silentServer();
    await closed(server);
    const { code, terminal } = await sent(files, `mllp://127.0.0.1:${port}`);
    expect(code).toBe(EXIT.infrastructure);
    expect(terminal.errors.join()).toMatch(
      /Cannot connect to 127\.0\.0\.1:\d+: nothing listens there\. Start the system/,
    );
    expect(terminal.lines.at(-1)).toBe('2 messages: 2 not sent');
  });

  it.each([
    ['a production message', 'P.hl7', admission('M1', { '|T|': '|P|' }), EXIT.usage, /P\.hl7/, /--allow-production/],
    [
      'text that is no message',
      'x.hl7',
      Buffer.from('hello'),
      EXIT.nothingRan,
      /no message found in .*x\.hl7/,
      /begins with MSH/,
    ],
  ])('%s', async (_, name, bytes, exitCode, what, remedy) => {
    await expect(sent([file(name, bytes)], 'mllp://127.0.0.1:9')).rejects.toMatchObject({
      exitCode,
      message: expect.stringMatching(what),
      remedy: expect.stringMatching(remedy),
    });
  });

  it.each([
    [[], 'mllp://127.0.0.1:9', EXIT.nothingRan, /no file is named/],
    [['nowhere.hl7'], 'mllp://127.0.0.1:9', EXIT.usage, /nowhere\.hl7: no such file or folder/],
    [['-'], '127.0.0.1:9', EXIT.usage, /not an MLLP address/],
    [['-'], 'mllp://10.1.2.3:9', EXIT.usage, /10\.1\.2\.3 is another machine/],
  ])('%j to %s', async (files, to, exitCode, what) => {
    await expect(sent(files, to)).rejects.toMatchObject({ exitCode, message: expect.stringMatching(what) });
  });

  it('a message among others that cannot be read fails, and the others are sent', async () => {
    const { to, ended } = await listener(1);
    const { code, terminal } = await sent([file('a.hl7', admission('M1')), file('b.hl7', Buffer.from('PID|1\r'))], to);
    await ended;
    expect(code).toBe(EXIT.failed);
    expect(terminal.text).toMatch(/b\.hl7 {2}not right: /);
    expect(terminal.lines.at(-1)).toBe('1 message: 1 AA, 1 not right');
  });

  it('a batch whose trailer counts otherwise is sent, and fails', async () => {
    const { to, ended } = await listener(1);
    const batch = Buffer.concat([Buffer.from('BHS|^~\\&\r'), admission('M1'), Buffer.from('BTS|2\r')]);
    const { code, terminal } = await sent([file('b.hl7', batch)], to);
    await ended;
    expect(code).toBe(EXIT.failed);
    expect(terminal.text).toMatch(/b\.hl7 {2}not right: line 6: BTS-1 says "2"; there are 1 messages in the batch/);
    expect(terminal.text).toMatch(/b\.hl7#1 {2}M1 {2}AA/);
  });

  it('a port that is taken', async () => {
    const { to, ended } = await listener(1);
    const again = listen(
      { port: Number(/\d+$/.exec(to)), host: '127.0.0.1', ack: 'AA', format: 'text' },
      new Recorder(),
    );
    await expect(again).rejects.toMatchObject({
      exitCode: EXIT.infrastructure,
      message: expect.stringMatching(/Cannot listen/),
    });
    await sent([], to, { example: true });
    await ended;
  });

  it('bytes that are no message are reported by the listener and lose nothing', async () => {
    const inbox = join(folder, 'inbox');
    const stream = file(
      'bad.mllp',
      Buffer.from(`\x0b${admission('OK').toString('latin1')}\x1c\rjunk\x0bhalf`, 'latin1'),
    );
    const { to, ended } = await listener(1, { save: inbox });
    const { code, terminal } = await sent([stream], to);
    await ended;
    expect(code).toBe(EXIT.failed);
    expect(terminal.text).toMatch(/the MLLP stream holds bytes truncated at offset \d+/);
    expect(existsSync(join(inbox, '0001-OK.hl7'))).toBe(true);
  });
});

it('prints JSON that a script can read', async () => {
  const { to, ended } = await listener(1, { ack: 'AE' });
  const { terminal } = await sent([file('a.hl7', admission('M1'))], to, { format: 'json' });
  await ended;
  expect(JSON.parse(terminal.text)).toMatchObject({
    to,
    messages: [{ index: 1, controlId: 'M1', kind: 'acknowledged', code: 'AE', errors: [{ code: '207' }] }],
    unreadable: [],
    summary: { messages: 1, AE: 1 },
  });
});

const fixtures = fileURLToPath(new URL('../../../shared/fixtures/', import.meta.url));

describe.skipIf(!existsSync(fixtures))('real messages (skipped where ../shared/fixtures is absent)', () => {
  const messages = readdirSync(existsSync(fixtures) ? fixtures : '.', { recursive: true, encoding: 'utf8' })
    .filter((name) => /[\\/]messages[\\/][^\\/]+$/.test(name))
    .map((name) => join(fixtures, name))
    .sort();

  it('are delivered byte for byte, all 58', async () => {
    const inbox = join(folder, 'inbox');
    const { to, ended } = await listener(messages.length, { save: inbox });
    const { code, terminal } = await sent(messages, to, { allowProduction: true });
    await ended;
    const received = readdirSync(inbox).map((name) => readFileSync(join(inbox, name)));
    expect(received).toHaveLength(58);
    expect(received).toEqual(messages.map((name) => readFileSync(name)));
    expect([code, terminal.lines.at(-1)]).toEqual([EXIT.passed, '58 messages: 58 AA']);
  });

  it('are refused without --allow-production, since 50 are marked P', async () => {
    await expect(sent(messages, 'mllp://127.0.0.1:9')).rejects.toThrow(
      /^50 of 58 messages say that they are production/,
    );
  });
});
