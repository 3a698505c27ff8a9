import { describe, expect, it } from 'vitest';
import { MessageSplitter, type Part, type SplitterOptions } from './splitter.js';

function split(text: string, options: Partial<SplitterOptions> = {}, step = 1_000_000): readonly string[] {
  const splitter = new MessageSplitter({ keepsEverything: false, ...options });
  const bytes = Buffer.from(text, 'latin1');
  const parts: Part[] = [];
  for (let at = 0; at < bytes.length; at += step) parts.push(...splitter.push(bytes.subarray(at, at + step)));
  return [...parts, ...splitter.end()].map(shown);
}

function shown(part: Part): string {
  if (part.kind === 'batch') return `${part.line} batch ${part.text}`;
  if (part.kind === 'too-large') return `${part.line} too-large ${part.size}`;
  return `${part.line} ${part.kind} ${JSON.stringify(part.bytes.toString('latin1'))}`;
}

const A = 'MSH|^~\\&|A\rPID|1\r';
const B = 'MSH|^~\\&|B\rPID|2\r';

const SPECIMENS: readonly (readonly [string, string, readonly string[]])[] = [
  ['one message', A, [`1 message ${JSON.stringify(A)}`]],
  ['one without a final terminator', 'MSH|^~\\&|A', ['1 message "MSH|^~\\\\&|A"']],
  ['several messages', A + B, [`1 message ${JSON.stringify(A)}`, `3 message ${JSON.stringify(B)}`]],
  [
    'line feeds',
    (A + B).replaceAll('\r', '\n'),
    ['1 message "MSH|^~\\\\&|A\\nPID|1\\n"', '3 message "MSH|^~\\\\&|B\\nPID|2\\n"'],
  ],
  [
    'CR LF and a blank line',
    `${A}\n\r\n${B}`,
    [`1 message ${JSON.stringify(`${A}\n\r\n`)}`, `4 message ${JSON.stringify(B)}`],
  ],
  ['a byte order mark', `\xef\xbb\xbf${A}`, [`1 message ${JSON.stringify(`\xef\xbb\xbf${A}`)}`]],
  ['MSH inside a field', 'MSH|^~\\&|A\rNTE|1||MSH|x\r', ['1 message "MSH|^~\\\\&|A\\rNTE|1||MSH|x\\r"']],
  ['a segment whose name only begins like it', 'MSH|^~\\&|A\rMSHX|1\r', ['1 message "MSH|^~\\\\&|A\\rMSHX|1\\r"']],
  [
    'a batch',
    `FHS|^~\\&\rBHS|^~\\&\r${A}${B}BTS|2\rFTS|1\r`,
    [
      '1 batch FHS|^~\\&',
      '2 batch BHS|^~\\&',
      `3 message ${JSON.stringify(A)}`,
      `5 message ${JSON.stringify(B)}`,
      '7 batch BTS|2',
      '8 batch FTS|1',
    ],
  ],
  ['other separators', 'BHS#^~\\&\rMSH#^~\\&#A\r', ['1 batch BHS#^~\\&', '2 message "MSH#^~\\\\&#A\\r"']],
  [
    'lines before the first message',
    `\r\nhello\rworld\r${A}`,
    ['2 stray "hello\\rworld\\r"', `4 message ${JSON.stringify(A)}`],
  ],
  [
    'lines after a trailer',
    `${A}BTS|1\rbye\r`,
    [`1 message ${JSON.stringify(A)}`, '3 batch BTS|1', '4 stray "bye\\r"'],
  ],
  ['frames', `\x0b${A}\x1c\r\x0b${B}\x1c\r`, [`1 message ${JSON.stringify(A)}`, `4 message ${JSON.stringify(B)}`]],
  ['nothing', '', []],
  ['blank lines', '\r\n\r\n', []],
  ['no message at all', 'hello', ['1 stray "hello"']],
];

describe('the parts of a source', () => {
  it.each(SPECIMENS)('%s', (_, text, expected) => {
    expect(split(text)).toEqual(expected);
  });

  it.each(SPECIMENS)('%s: the same in chunks of any size', (_, text, expected) => {
    for (let step = 1; step < 24; step++) expect(split(text, {}, step)).toEqual(expected);
  });
});

describe('where nothing is cut off', () => {
  const options = { keepsEverything: true };

  it.each([
    ['lines before MSH', `junk\r${A}`, [`1 message ${JSON.stringify(`junk\r${A}`)}`]],
    ['a batch of one message', `BHS|^~\\&\r${A}BTS|1\r`, [`1 message ${JSON.stringify(`BHS|^~\\&\r${A}BTS|1\r`)}`]],
    ['two messages', A + B, [`1 message ${JSON.stringify(A)}`, `3 message ${JSON.stringify(B)}`]],
    ['no message', 'junk', ['1 stray "junk"']],
  ])('%s', (_, text, expected) => {
    expect(split(text, options)).toEqual(expected);
    expect(split(text, options, 3)).toEqual(expected);
  });
});

describe('what is too large', () => {
  it('is told without being held, and the next message is found', () => {
    const large = `MSH|^~\\&|A\r${'NTE|1||text\r'.repeat(1000)}`;
    const expected = [`1 too-large ${large.length}`, `1002 message ${JSON.stringify(B)}`];
    expect(split(large + B, { limit: 5_000 }, 700)).toEqual(expected);
  });
});
