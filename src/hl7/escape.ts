import type { Charset } from './charset.js';
import type { Delimiters } from './delimiters.js';

/**
 * Sequences that stand for something other than text and therefore stay as they are when text is read and when it is
 * written (chapter 2, 2.7): highlighting, FT formatting, local `\Z..\`, character set switches `\C....\` and
 * `\M......\`, and single letters that no version defines yet. `\Xdd..\` is among them only where its bytes are no text.
 */
const LASTING = /^(?:[A-Z]|\.[a-z]{2}(?:[ +-]*\d+)?|Z[0-9A-Za-z]+|C[0-9A-Fa-f]{4}|M[0-9A-Fa-f]{4}(?:[0-9A-Fa-f]{2})?)$/;
const HEX = /^X(?:[0-9A-Fa-f]{2})+$/;

/** Text to be placed in an element: delimiters become escapes, control characters `\Xdd\`, lasting sequences stay. */
export function escapeText(text: string, delimiters: Delimiters, charset?: Charset): string {
  const first = firstSpecial(text, delimiters, 0);
  if (first === -1) return text;
  let out = '';
  let done = 0;
  for (let at = first; at !== -1; at = firstSpecial(text, delimiters, done)) {
    const [special, wire] = writtenAt(text, at, delimiters, charset);
    out += text.slice(done, at) + wire;
    done = at + special.length;
  }
  return out + text.slice(done);
}

/** The text that an element stands for. Lasting sequences and whatever is no escape sequence at all come back unchanged. */
export function unescapeText(text: string, delimiters: Delimiters, charset?: Charset): string {
  const mark = delimiters.escape;
  let at = text.indexOf(mark);
  if (at === -1) return text;
  let out = '';
  let done = 0;
  while (at !== -1) {
    const close = text.indexOf(mark, at + 1);
    if (close === -1) break;
    const body = text.slice(at + 1, close);
    const meaning = meaningOf(body, delimiters, charset);
    const isSequence = meaning !== undefined || isLasting(body, delimiters, charset);
    if (meaning !== undefined) {
      out += text.slice(done, at) + meaning;
      done = close + 1;
    }
    at = text.indexOf(mark, isSequence ? close + 1 : at + 1);
  }
  return out + text.slice(done);
}

function firstSpecial(text: string, d: Delimiters, from: number): number {
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 32 ? code !== 9 : code < 127 && isDelimiter(text.charAt(i), d)) return i;
  }
  return -1;
}

function isDelimiter(c: string, d: Delimiters): boolean {
  const isSeparator = c === d.field || c === d.component || c === d.repetition || c === d.subcomponent;
  return isSeparator || c === d.escape || c === d.truncation;
}

/** The special text that begins at `at`, and how it is written. */
function writtenAt(text: string, at: number, d: Delimiters, charset?: Charset): readonly [string, string] {
  const character = text.charAt(at);
  const lasting = character === d.escape ? lastingAt(text, at, d, charset) : '';
  if (lasting !== '') return [lasting, lasting];
  const letter = LETTERS.find(([, name]) => d[name] === character)?.[0];
  if (letter !== undefined) return [character, d.escape + letter + d.escape];
  const controls = /^[\0-\x08\x0a-\x1f]+/.exec(text.slice(at))?.[0] ?? character;
  const digits = Buffer.from(controls, 'latin1').toString('hex').toUpperCase();
  return [controls, `${d.escape}X${digits}${d.escape}`];
}

const LETTERS: readonly (readonly [string, keyof Delimiters])[] = [
  ['F', 'field'],
  ['S', 'component'],
  ['T', 'subcomponent'],
  ['R', 'repetition'],
  ['E', 'escape'],
  ['P', 'truncation'],
];

function meaningOf(body: string, d: Delimiters, charset: Charset | undefined): string | undefined {
  const name = LETTERS.find(([letter]) => letter === body)?.[1];
  if (name !== undefined) return d[name];
  return HEX.test(body) ? textOfHex(body.slice(1), charset) : undefined;
}

function textOfHex(digits: string, charset: Charset | undefined): string | undefined {
  const bytes = Buffer.from(digits, 'hex');
  if (bytes.every((byte) => byte < 0x80)) return bytes.toString('latin1');
  const text = charset?.decode(bytes);
  return text === undefined || text.includes('\uFFFD') ? undefined : text;
}

function isLasting(body: string, d: Delimiters, charset: Charset | undefined): boolean {
  if (meaningOf(body, d, charset) !== undefined) return false;
  return LASTING.test(body) || HEX.test(body);
}

/** The lasting sequence that begins at `at`, or ''. */
function lastingAt(text: string, at: number, d: Delimiters, charset: Charset | undefined): string {
  const close = text.indexOf(d.escape, at + 1);
  if (close === -1) return '';
  const body = text.slice(at + 1, close);
  return isLasting(body, d, charset) && firstSpecial(body, d, 0) === -1 ? text.slice(at, close + 1) : '';
}
