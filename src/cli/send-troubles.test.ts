import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EXIT } from './exit-codes.js';
import { listen } from './listen/listen.js';
import { Folder } from './testdata/folder.js';
import { closed, listener, sent, silentServer } from './testdata/links.js';
import { admission } from './testdata/messages.js';
import { Recorder } from './testdata/recorder.js';

let folder: Folder;
beforeEach(() => {
  folder = new Folder();
});
afterEach(() => folder.remove());

describe('what goes wrong', () => {
  it.each(['AE', 'AR'] as const)('%s is printed with its error, and fails', async (ack) => {
    const { to, ended } = await listener(1, { ack });
    const { code, terminal } = await sent([folder.file('a.hl7', admission('M1'))], to);
    await ended;
    expect(code).toBe(EXIT.failed);
    expect(terminal.lines[0]).toMatch(new RegExp(`M1 {2}${ack} `));
    expect(terminal.lines[1]).toMatch(/^ {4}\(no place\): 207 Application internal error: pipehat listen/);
  });

  it('no acknowledgment fails', async () => {
    const { server, port } = await silentServer();
    const { code, terminal } = await sent([folder.file('a.hl7', admission('M1'))], `mllp://127.0.0.1:${port}`, {
      timeout: 100,
    });
    await closed(server);
    expect(code).toBe(EXIT.failed);
    expect(terminal.lines[0]).toMatch(/M1 {2}none {2}no acknowledgment within the timeout/);
  });

  it('an acknowledgment of another message is none', async () => {
    const { to, ended } = await listener(2, { fault: ['wrong-correlation'] });
    const files = ['M1', 'M2'].map((id) => folder.file(`${id}.hl7`, admission(id)));
    const { code, terminal } = await sent(files, to, { timeout: 300 });
    await ended;
    expect(code).toBe(EXIT.failed);
    expect(terminal.lines[0]).toMatch(/M1 {2}none {2}an acknowledgment came for another message \(MSA-2 "/);
    expect(terminal.lines[1]).toMatch(/M2 {2}AA/);
  });

  it('a fault of the listener is named on its line, and passes', async () => {
    const { to, ended, terminal: heard } = await listener(2, { fault: ['application-error:code=204,path=PID-3'] });
    const files = ['M1', 'M2'].map((id) => folder.file(`${id}.hl7`, admission(id)));
    const { terminal } = await sent(files, to);
    await ended;
    expect(heard.lines[1]).toMatch(/^0001 .* AE \+ application-error/);
    expect(heard.lines[2]).toMatch(/^0002 .* AA$/);
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
    const files = [folder.file('a.hl7', admission('M1')), folder.file('b.hl7', admission('M2'))];
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
    await expect(sent([folder.file(name, bytes)], 'mllp://127.0.0.1:9')).rejects.toMatchObject({
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
    const { code, terminal } = await sent(
      [folder.file('a.hl7', admission('M1')), folder.file('b.hl7', Buffer.from('PID|1\r'))],
      to,
    );
    await ended;
    expect(code).toBe(EXIT.failed);
    expect(terminal.text).toMatch(/b\.hl7 {2}not right: /);
    expect(terminal.lines.at(-1)).toBe('1 message: 1 AA, 1 not right');
  });

  it('a batch whose trailer counts otherwise is sent, and fails', async () => {
    const { to, ended } = await listener(1);
    const batch = Buffer.concat([Buffer.from('BHS|^~\\&\r'), admission('M1'), Buffer.from('BTS|2\r')]);
    const { code, terminal } = await sent([folder.file('b.hl7', batch)], to);
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
    const inbox = join(folder.path, 'inbox');
    const stream = folder.file(
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
