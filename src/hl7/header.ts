import { type Charset, charsetOf, isRefusedCharset } from './charset.js';
import { type Delimiters, delimiterFault, delimitersOf } from './delimiters.js';
import { LineCursor } from './lines.js';
import { maskBig5, maskGb18030, maskShiftJis } from './multi-byte.js';

/** What the first segment declares for the whole message. Offsets are 0-based in bytes. */
export interface Header {
  /** The bytes as one character each; bytes of multi-byte characters cannot be taken for delimiters. */
  readonly view: string;
  readonly delimiters: Delimiters;
  readonly charset: Charset;
  /** Of the first segment: after a byte order mark or blank lines, and before its terminator. */
  readonly start: number;
  readonly end: number;
  readonly hasLf: boolean;
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
const CHARSET_FIELD = 18;

/** Reads the first segment, whose name must be among `names`. `defaultCharset` holds where MSH-18 is empty. */
export function readHeader(raw: Buffer, defaultCharset = '', names: readonly string[] = MESSAGE): HeaderResult {
  const view = raw.toString('latin1');
  const start = beginning(view);
  const name = view.substring(start, start + 3);
  if (!names.includes(name)) return defect('no-header', start, whyNoHeader(view, start));
  const lf = view.indexOf('\n', start);
  const end = lineEnd(view, start, lf);
  const field = view.charAt(start + 3);
  const afterEncoding = until(view, field, start + 4, end);
  const encoding = view.substring(start + 4, afterEncoding);
  if (start + 4 > end) return defect('header-too-short', start, `${name} ends before its first field`);
  const fault = delimiterFaultOf(field, encoding);
  if (fault !== undefined) return defect('bad-delimiters', start + 3, fault);
  const delimiters = delimitersOf(field, encoding);
  const declared = name === 'MSH' ? declaredCharset(raw, view, delimiters, afterEncoding, end) : '';
  const refused = isRefusedCharset(declared) ? declared : undefined;
  if (refused !== undefined) {
    return defect(
      'charset-refused',
      start,
      `MSH-18 is ${refused}, whose bytes cannot be carried by MLLP; send UNICODE UTF-8`,
    );
  }
  const charset = charsetFor(declared, delimiters, defaultCharset);
  const masked = charset.mask === undefined ? view : charset.mask(raw).toString('latin1');
  return {
    kind: 'header',
    header: { view: masked, delimiters, charset, start, end, hasLf: lf !== -1, defaultCharset },
  };
}

const MESSAGE: readonly string[] = ['MSH'];

function charsetFor(declared: string, delimiters: Delimiters, defaultCharset: string): Charset {
  if (declared === '') return charsetOf(defaultCharset === '' ? UNDECLARED : [defaultCharset]);
  return charsetOf(declared.split(delimiters.repetition));
}

const UNDECLARED: readonly string[] = [''];

/** Checked pairs of MSH-1 and MSH-2; nearly all messages have the same. */
const faultless = new Set<string>();

function delimiterFaultOf(field: string, encoding: string): string | undefined {
  const key = field + encoding;
  if (faultless.has(key)) return undefined;
  const fault = delimiterFault(field, encoding);
  if (fault === undefined && faultless.size < 1000) faultless.add(key);
  return fault;
}

/** Past a UTF-8 byte order mark and blank lines. */
function beginning(view: string): number {
  let at = view.charCodeAt(0) === 0xef && view.startsWith('\xef\xbb\xbf') ? 3 : 0;
  while (view.charCodeAt(at) === CR || view.charCodeAt(at) === LF) at++;
  return at;
}

function lineEnd(view: string, start: number, lf: number): number {
  const cr = view.indexOf('\r', start);
  const end = cr === -1 ? view.length : cr;
  if (lf === -1 || lf > end) return end;
  const cursor = new LineCursor(view, start, view.charAt(start + 3));
  cursor.advance();
  return cursor.end;
}

function until(view: string, separator: string, from: number, end: number): number {
  for (let at = from; at < end; at++) if (view.charAt(at) === separator) return at;
  return end;
}

/**
 * MSH-18 is looked up in the bytes. Where that finds nothing although the header is not plain ASCII, an earlier field may
 * hold multi-byte characters whose second byte looks like a separator: then a set is believed that finds its own name.
 */
function declaredCharset(raw: Buffer, view: string, d: Delimiters, from: number, end: number): string {
  const plain = fieldText(view, d.field, from, end, CHARSET_FIELD - 2);
  if (plain !== '' && charsetOf(plain.split(d.repetition)).origin !== 'unknown') return plain;
  if (isAscii(view, from, end)) return plain;
  for (const mask of [maskShiftJis, maskGb18030, maskBig5]) {
    const masked = mask(raw.subarray(0, end)).toString('latin1');
    const name = fieldText(masked, d.field, from, end, CHARSET_FIELD - 2);
    if (charsetOf([name]).mask === mask) return name;
  }
  return plain;
}

/** The text between the `n`-th separator at or after `from` and the next one. */
function fieldText(view: string, separator: string, from: number, end: number, n: number): string {
  const code = separator.charCodeAt(0);
  let left = n;
  for (let at = from; at < end; at++) {
    if (view.charCodeAt(at) === code && --left === 0)
      return view.substring(at + 1, until(view, separator, at + 1, end));
  }
  return '';
}

function isAscii(view: string, from: number, end: number): boolean {
  for (let at = from; at < end; at++) if (view.charCodeAt(at) > 0x7f) return false;
  return true;
}

function whyNoHeader(view: string, start: number): string {
  if (start >= view.length) return 'there is nothing but blank lines: a message begins with MSH';
  const bytes = view.substring(start, start + 8);
  if (/^(?:\xff\xfe|\xfe\xff|M\0|\0M)/.test(bytes)) return 'the bytes are UTF-16, which MLLP cannot carry; send UTF-8';
  if (bytes.startsWith('\x0b')) return 'an MLLP start block (0B) stands before the message; remove the frame first';
  if (/^[FB]HS/.test(bytes)) return `${bytes.slice(0, 3)} begins a batch, not a message; split the batch first`;
  if (bytes.startsWith('<')) return 'the text looks like XML; only the vertical bar encoding is read';
  return `a message begins with MSH, not with ${JSON.stringify(bytes)}`;
}

function defect(code: string, offset: number, reason: string): HeaderResult {
  return { kind: 'defect', defect: { code, offset, line: 1, reason } };
}
