import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EXIT } from './exit-codes.js';
import { Folder } from './testdata/folder.js';
import { listener, sent } from './testdata/links.js';
import { admission } from './testdata/messages.js';

let folder: Folder;
beforeEach(() => {
  folder = new Folder();
});
afterEach(() => folder.remove());

describe('what is sent', () => {
  it('arrives byte for byte, is saved for its owner alone, and is acknowledged', async () => {
    const inbox = join(folder.path, 'inbox');
    const { to, ended, terminal: heard } = await listener(2, { save: inbox });
    const lineFeeds = admission('M2', { '\r': '\n' });
    const { code, terminal } = await sent([folder.file('a.hl7', admission('M1')), folder.file('b.txt', lineFeeds)], to);
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
    const inbox = join(folder.path, 'inbox');
    folder.file('inbox/0007-OLD.hl7', Buffer.from('kept'));
    const { to, ended } = await listener(1, { save: inbox });
    await sent([], to, { example: true });
    await ended;
    expect(readdirSync(inbox)).toEqual(['0007-OLD.hl7', '0008-PIPEHATEXAMPLE01.hl7']);
  });

  it('is found in folders, batches, captured streams and files of several messages', async () => {
    const [first, second] = [admission('N1'), admission('N2')];
    folder.file('in/a/two.hl7', Buffer.concat([first, second]));
    folder.file(
      'in/b/batch.hl7',
      Buffer.concat([Buffer.from('FHS|^~\\&\rBHS|^~\\&\r'), first, second, Buffer.from('BTS|2\rFTS|1\r')]),
    );
    folder.file(
      'in/c/stream.mllp',
      Buffer.from(`\x0b${first.toString('latin1')}\x1c\r\x0b${second.toString('latin1')}\x1c\r`, 'latin1'),
    );
    folder.file('in/notes.md', Buffer.from('# no message'));
    const inbox = join(folder.path, 'inbox');
    const { to, ended } = await listener(6, { save: inbox });
    const { code, terminal } = await sent([join(folder.path, 'in')], to);
    expect(code).toBe(EXIT.passed);
    await ended;
    const received = folder.contents('inbox');
    expect(received).toEqual([first, second, first, second, first, second]);
    expect(terminal.errors.join('\n')).toMatch(/hold no message: .*notes\.md/);
    expect(terminal.lines[1]).toMatch(/two\.hl7#2 {2}N2/);
  });

  it('may be shared by several connections', async () => {
    const files = Array.from({ length: 20 }, (_, index) => folder.file(`${index}.hl7`, admission(`C${index}`)));
    const { to, ended, terminal: heard } = await listener(20, { format: 'json' });
    const { code } = await sent(files, to, { connections: 4 });
    await ended;
    expect(code).toBe(EXIT.passed);
    const peers = heard.lines.map((line) => JSON.parse(line)).filter(({ kind }) => kind === 'message');
    expect(new Set(peers.map(({ from }) => from)).size).toBe(4);
    expect(new Set(peers.map(({ controlId }) => controlId)).size).toBe(20);
  });

  it('may use a connection for each message', async () => {
    const files = ['x', 'y', 'z'].map((name) => folder.file(`${name}.hl7`, admission(name)));
    const { to, ended, terminal: heard } = await listener(3, { format: 'json' });
    await sent(files, to, { perMessage: true });
    await ended;
    const peers = heard.lines.map((line) => JSON.parse(line)).filter(({ kind }) => kind === 'message');
    expect(new Set(peers.map(({ from }) => from)).size).toBe(3);
  });
});

it('prints JSON that a script can read', async () => {
  const { to, ended } = await listener(1, { ack: 'AE' });
  const { terminal } = await sent([folder.file('a.hl7', admission('M1'))], to, { format: 'json' });
  await ended;
  expect(JSON.parse(terminal.text)).toMatchObject({
    to,
    messages: [{ index: 1, controlId: 'M1', kind: 'acknowledged', code: 'AE', errors: [{ code: '207' }] }],
    unreadable: [],
    summary: { messages: 1, AE: 1 },
  });
});
