import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EXIT } from './exit-codes.js';
import { Folder } from './testdata/folder.js';
import { admission } from './testdata/messages.js';
import { report, validated } from './testdata/validated.js';

let folder: Folder;
beforeEach(() => {
  folder = new Folder();
});
afterEach(() => folder.remove());

interface Shown {
  readonly source: string;
  readonly index: number;
  readonly findings: readonly { readonly code: string; readonly line: number }[];
}

/** `name#index codes` of every message, sources below the folder. */
async function shown(paths: readonly string[], options: Parameters<typeof report>[1] = {}): Promise<readonly string[]> {
  const { messages } = await report(paths, options);
  return messages.map(({ source, index, findings }: Shown) => {
    const name = source.replace(folder.path, '').replaceAll('\\', '/').replace(/^\//, '');
    return `${name}#${index} ${findings.map(({ code }) => code).join(',')}`.trim();
  });
}

const put = (name: string, content: Buffer | string): string => folder.file(name, Buffer.from(content));
const [A, B] = [admission('A'), admission('B')];
const wrong = (id: string): Buffer => admission(id, { '|I|': '||' });

describe('where messages are found', () => {
  it('files, folders in the order of names, and patterns; none twice', async () => {
    const first = put('in/b/2.hl7', A);
    put('in/a/1.txt', B);
    put('in/.hidden/3.hl7', A);
    put('in/node_modules/4.hl7', A);
    put('in/notes.md', '# no message');
    expect(await shown([join(folder.path, 'in')])).toEqual(['in/a/1.txt#1', 'in/b/2.hl7#1']);
    expect(await shown([first, join(folder.path, 'in'), first])).toEqual(['in/b/2.hl7#1', 'in/a/1.txt#1']);
    expect(await shown([`${folder.path}/in/**/*.{hl7,txt}`])).toEqual(['in/b/2.hl7#1', 'in/a/1.txt#1']);
    expect(await shown([`${folder.path}/in/?/[0-2].*`])).toEqual(['in/a/1.txt#1', 'in/b/2.hl7#1']);
    expect(await shown([`${folder.path.replaceAll('/', '\\')}\\in\\*\\2.hl7`])).toEqual(['in/b/2.hl7#1']);
  });

  it('several messages in one file, in frames, and one message a line', async () => {
    put('in/1-two.hl7', Buffer.concat([A, B]));
    put('in/2-frames.mllp', Buffer.concat(['\x0b', A, '\x1c\r\x0b', B, '\x1c\r'].map((part) => Buffer.from(part))));
    const line = (message: Buffer): string => `${message.toString('utf8').replaceAll('\r', '\\r')}\n`;
    put('in/3-log.txt', line(A) + line(wrong('C')));
    expect(await shown([join(folder.path, 'in')])).toEqual([
      'in/1-two.hl7#1',
      'in/1-two.hl7#2',
      'in/2-frames.mllp#1',
      'in/2-frames.mllp#2',
      'in/3-log.txt#1',
      'in/3-log.txt#2 usage-required',
    ]);
  });

  it('a batch, whose envelope is judged too', async () => {
    const path = put('batch.hl7', Buffer.concat([Buffer.from('BHS|^~\\&\r'), A, wrong('B'), Buffer.from('BTS|3\r')]));
    const { messages, summary } = await report([path]);
    expect(
      messages.map(({ index, findings }: Shown) => [index, findings.map(({ code, line }) => `${code}:${line}`)]),
    ).toEqual([
      [1, []],
      [2, ['usage-required:4']],
      [0, ['batch-message-count:10']],
    ]);
    expect(summary).toMatchObject({ messages: 2, errors: 2, verdict: 'failed' });
    const { text } = await validated([path]);
    expect(text).toContain(`${path}#2`);
    expect(text).toContain(`${path}:9:1`);
  });

  it('other line ends, and a byte order mark', async () => {
    put('in/crlf.hl7', A.toString('utf8').replaceAll('\r', '\r\n'));
    put('in/lf.hl7', A.toString('utf8').replaceAll('\r', '\n'));
    put('in/mark.hl7', `\ufeff${A.toString('utf8')}`);
    expect(await shown([join(folder.path, 'in')])).toEqual([
      'in/crlf.hl7#1',
      'in/lf.hl7#1',
      'in/mark.hl7#1 byte-order-mark',
    ]);
  });
});

describe('bad input', () => {
  it('in a folder is reported, and the others are judged', async () => {
    put('in/1.hl7', A);
    put('in/2.hl7', 'this is not HL7');
    put('in/3.hl7', Buffer.from([0xff, 0xfe, 0x4d, 0x00, 0x53, 0x00]));
    put('in/4.hl7', 'MSH|^^^^|\rPID|1\r');
    put('in/5.hl7', '');
    put('in/6.hl7', B);
    put('in/picture.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0]));
    const path = join(folder.path, 'in');
    expect(await shown([path])).toEqual([
      'in/1.hl7#1',
      'in/2.hl7#1 not-hl7',
      'in/3.hl7#1 not-hl7',
      'in/4.hl7#1 not-hl7',
      'in/6.hl7#1',
    ]);
    const { code, errors } = await validated([path]);
    expect(code).toBe(EXIT.failed);
    expect(errors).toMatch(/hold no message: .*picture\.png/);
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('a file that may not be read', async () => {
    put('in/1.hl7', A);
    chmodSync(put('in/2.hl7', A), 0);
    expect(await shown([join(folder.path, 'in')])).toEqual(['in/1.hl7#1', 'in/2.hl7#0 unreadable-source']);
  });

  it('lines that belong to no message', async () => {
    const path = put('a.hl7', `From: someone\r\r${A.toString('utf8')}`);
    expect(await shown([path])).toEqual(['a.hl7#1', 'a.hl7#0 content-outside-message']);
  });

  it('nothing but blank lines is no message', async () => {
    expect(await validated([put('a.hl7', '\r\n\r\n')])).toMatchObject({ code: EXIT.nothingRan });
    expect(JSON.parse((await validated([put('a.hl7', '')], { format: 'json' })).text)).toMatchObject({ messages: [] });
  });
});

describe('as the reference reads', () => {
  it('everything in a file belongs to its message', async () => {
    const path = put('a.hl7', `FHS|^~\\&\r${A.toString('utf8')}FTS|1\r`);
    const { messages } = await report([path], { severity: 'nist' });
    expect(messages).toHaveLength(1);
    const found = messages[0].findings.filter(({ line }: { readonly line: number }) => [1, 6].includes(line));
    expect(
      found.map(({ category, line }: { readonly category: string; readonly line: number }) => `${line} ${category}`),
    ).toEqual(['1 Invalid Content', '6 Unexpected']);
  });
});
