import { type Charset, charsetOf } from './charset.js';
import { type Delimiters, delimiterFault, delimitersOf, STANDARD_DELIMITERS } from './delimiters.js';
import { unescapeText } from './escape.js';
import { LineCursor } from './lines.js';
import { maskBig5, maskGb18030, maskShiftJis } from './multi-byte.js';

/** What the first segment declares for the whole message. Offsets are 0-based in bytes. */
export interface Header {
  readonly delimiters: Delimiters;
  readonly charset: Charset;
  /** Of the first segment: after a byte order mark or blank lines, and before its terminator. */
  readonly start: number;
  readonly end: number;
  /** What the caller wants where MSH-18 is empty; '' for nothing. */
  readonly defaultCharset: string;
}

/** Why bytes are no message: a stable code, the 0-based offset, the 1-based line, and the reason in words. */
export interface ParseDefect {
  readonly code: string;
  readonly offset: number;
  readonly line: number;
  readonly reason: string;
}

export type HeaderResult =
  | { readonly kind: 'header'; readonly header: Header }
  | { readonly kind: 'defect'; readonly defect: ParseDefect };

const CR = 13;
const LF = 10;
const MSH_18 = 18;

/** Reads MSH. `defaultCharset` holds where MSH-18 is empty. Runs for every message: bytes only, one pass over the segment. */
export function readHeader(raw: Buffer, defaultCharset = ''): HeaderResult {
  const start = beginning(raw);
  if (raw[start] !== 0x4d || raw[start + 1] !== 0x53 || raw[start + 2] !== 0x48) {
    return defect('no-header', start, whyNoHeader(raw, start));
  }
  if (isLineEnd(raw[start + 3])) return defect('header-too-short', start, 'MSH ends before its first field');
  const delimiters = declaration(raw, start);
  if (typeof delimiters === 'string') return defect('bad-delimiters', start + 3, delimiters);
  const at = charsetField(raw, start, delimiters);
  const end = lineEnd(raw, start, at);
  const charset = declaredCharset(raw, delimiters, { start, at, end }) ?? assumed(defaultCharset);
  if (charset.isRefused) return defect('charset-refused', at, `MSH-18 is ${charset.name}${REFUSAL}`);
  return { kind: 'header', header: { delimiters, charset, start, end, defaultCharset } };
}

const UNDECLARED = charsetOf([]);

function assumed(name: string): Charset {
  return name === '' ? UNDECLARED : charsetOf([name]);
}

const REFUSAL = ': MLLP cannot carry UTF-16 and UTF-32; send UNICODE UTF-8';

/** MSH-1 and MSH-2, or why they cannot serve. */
function declaration(raw: Buffer, start: number): Delimiters | string {
  if (isStandard(raw, start)) return STANDARD_DELIMITERS;
  const close = fieldEnd(raw, raw[start + 3] ?? 0, start + 4);
  const field = raw.toString('latin1', start + 3, start + 4);
  const encoding = raw.toString('latin1', start + 4, close);
  return delimiterFault(field, encoding) ?? delimitersOf(field, encoding);
}

/** `|^~\&|`, as nearly always. */
function isStandard(raw: Buffer, start: number): boolean {
  return (
    raw[start + 3] === 0x7c &&
    raw[start + 4] === 0x5e &&
    raw[start + 5] === 0x7e &&
    raw[start + 6] === 0x5c &&
    raw[start + 7] === 0x26 &&
    raw[start + 8] === 0x7c
  );
}

/** Past a UTF-8 byte order mark and blank lines. */
function beginning(raw: Buffer): number {
  let at = raw[0] === 0xef && raw[1] === 0xbb && raw[2] === 0xbf ? 3 : 0;
  while (raw[at] === CR || raw[at] === LF) at++;
  return at;
}

/** Where MSH-18 begins, or the header ends without it. */
function charsetField(raw: Buffer, start: number, d: Delimiters): number {
  const field = d.field.charCodeAt(0);
  let missing = MSH_18 - 2;
  for (let at = start + 4; at < raw.length; at++) {
    const byte = raw[at] ?? 0;
    if (byte === field && --missing === 0) return at + 1;
    if (byte < 14 && isLineEnd(byte)) return at;
  }
  return raw.length;
}

/** `from`: somewhere in the header. */
function lineEnd(raw: Buffer, start: number, from: number): number {
  let at = from;
  while (at < raw.length && !isLineEnd(raw[at])) at++;
  if (raw[at] !== LF) return at;
  const cursor = new LineCursor(raw.toString('latin1'), start, String.fromCharCode(raw[start + 3] ?? 0));
  cursor.advance();
  return cursor.end;
}

/**
 * MSH-18 is looked up in the bytes. Where that finds no known set although the header is not plain ASCII, an earlier
 * field may hold multi-byte characters whose second byte looks like a separator: then a set is believed that finds its own name.
 */
function declaredCharset(
  raw: Buffer,
  d: Delimiters,
  { start, at, end }: { readonly start: number; readonly at: number; readonly end: number },
): Charset | undefined {
  const plain = charsetNamed(raw, at, d);
  if (plain === undefined ? isAscii(raw, start, end) : plain.origin !== 'unknown') return plain;
  for (const mask of [maskShiftJis, maskGb18030, maskBig5]) {
    const masked = mask(raw.subarray(0, end));
    const found = charsetNamed(masked, charsetField(masked, start, d), d);
    if (found?.mask === mask) return found;
  }
  return plain;
}

/** The last declaration read: the messages of a link declare the same one after another. */
let recent: { readonly bytes: Buffer; readonly charset: Charset } | undefined;

function charsetNamed(bytes: Buffer, start: number, d: Delimiters): Charset | undefined {
  const end = fieldEnd(bytes, d.field.charCodeAt(0), start);
  if (start === end) return undefined;
  if (recent !== undefined && isSame(recent.bytes, bytes, start, end)) return recent.charset;
  const text = bytes.toString('latin1', start, end);
  const charset = charsetOf(text.split(d.repetition).map((name) => unescapeText(name, d)));
  if (charset.name === text) recent = { bytes: Buffer.from(text, 'latin1'), charset };
  return charset;
}

function isSame(known: Buffer, bytes: Buffer, start: number, end: number): boolean {
  if (known.length !== end - start) return false;
  for (let at = start; at < end; at++) if (bytes[at] !== known[at - start]) return false;
  return true;
}

function fieldEnd(bytes: Buffer, field: number, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== field && !isLineEnd(bytes[at])) at++;
  return at;
}

function isLineEnd(byte: number | undefined): boolean {
  return byte === CR || byte === LF || byte === undefined;
}

function isAscii(bytes: Buffer, from: number, end: number): boolean {
  for (let at = from; at < end; at++) if ((bytes[at] ?? 0) > 0x7f) return false;
  return true;
}

function whyNoHeader(raw: Buffer, start: number): string {
  if (start >= raw.length) return 'there is nothing but blank lines: a message begins with MSH';
  const bytes = raw.toString('latin1', start, start + 8);
  if (/^(?:\xff\xfe|\xfe\xff|M\0|\0M)/.test(bytes)) return `the bytes are UTF-16${REFUSAL}`;
  if (bytes.startsWith('\x0b')) return 'an MLLP start block (0B) stands before the message; remove the frame first';
  if (/^[FB]HS/.test(bytes)) return `${bytes.slice(0, 3)} begins a batch, not a message; split the batch first`;
  if (bytes.startsWith('<')) return 'the text looks like XML; only the vertical bar encoding is read';
  return `a message begins with MSH, not with ${JSON.stringify(bytes)}`;
}

function defect(code: string, offset: number, reason: string): HeaderResult {
  return { kind: 'defect', defect: { code, offset, line: 1, reason } };
}
