import type { Content } from './content.js';
import { LineCursor, startsSegment } from './lines.js';

/** A deviation that is tolerated and reported, once per code, at its first place. */
export interface ParseObservation {
  readonly code: ObservationCode;
  /** 0-based in bytes. */
  readonly offset: number;
  /** 1-based. */
  readonly line: number;
  /** How often it occurs. */
  readonly count: number;
  readonly reason: string;
}

export type ObservationCode = keyof typeof REASONS;

const REASONS = {
  'byte-order-mark': 'a UTF-8 byte order mark stands before the message',
  'lf-terminator': 'the segment ends with LF; the terminator is CR',
  'crlf-terminator': 'the segment ends with CR LF; the terminator is CR alone',
  'no-final-terminator': 'the last segment has no terminator',
  'blank-line': 'the line is blank',
  'invalid-segment-name': 'the line does not begin with a segment name and a field separator',
  'second-header': 'another MSH follows in the same message',
  'lf-in-data': 'a line feed stands inside a field; it should be escaped',
  'control-character': 'a control character stands in the text',
  'unknown-charset': 'MSH-18 names a character set that is not known; bytes above 7F are read as ISO 8859-1',
  'unregistered-charset': 'MSH-18 names a character set that table 0211 does not have',
  'undeclared-bytes':
    'there are bytes above 7F although the message declares ASCII or nothing; they are read as ISO 8859-1',
  'undecodable-bytes': 'the bytes are not valid in the character set of MSH-18',
} as const;

/** Everything that was tolerated in the message, in the order of the table above. */
export function observe(content: Content): readonly ParseObservation[] {
  const found = new Tally();
  if (content.view.startsWith('\xef\xbb\xbf')) found.add('byte-order-mark', 0, 1);
  observeCharset(content, found);
  const cursor = new LineCursor(
    content.view,
    content.view.startsWith('\xef\xbb\xbf') ? 3 : 0,
    content.delimiters.field,
  );
  while (cursor.advance()) {
    observeTerminator(content, cursor, found);
    if (cursor.start === cursor.end) found.add('blank-line', cursor.start, cursor.line);
    else observeLine(content, cursor, found);
  }
  return found.list();
}

class Tally {
  readonly #found = new Map<ObservationCode, ParseObservation>();

  add(code: ObservationCode, offset: number, line: number): void {
    const known = this.#found.get(code);
    const count = (known?.count ?? 0) + 1;
    this.#found.set(code, { ...(known ?? { code, offset, line, reason: REASONS[code] }), count });
  }

  list(): readonly ParseObservation[] {
    const order = Object.keys(REASONS);
    return [...this.#found.values()].sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code));
  }
}

function observeCharset(content: Content, found: Tally): void {
  const { origin } = content.charset;
  if (origin === 'unknown') found.add('unknown-charset', content.start, 1);
  if (origin === 'local') found.add('unregistered-charset', content.start, 1);
}

function observeTerminator(content: Content, { end, next, line }: LineCursor, found: Tally): void {
  if (end === next) found.add('no-final-terminator', end, line);
  else if (next - end === 2) found.add('crlf-terminator', end, line);
  else if (content.view.charAt(end) === '\n') found.add('lf-terminator', end, line);
}

/** Tabs are text; ESC belongs to ISO 2022 sets. */
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f]/;

function observeLine(content: Content, { start, end, line }: LineCursor, found: Tally): void {
  const { view, delimiters } = content;
  const text = view.substring(start, end);
  if (!startsSegment(view, start, delimiters.field.charCodeAt(0))) found.add('invalid-segment-name', start, line);
  if (start !== content.start && text.startsWith(`MSH${delimiters.field}`)) found.add('second-header', start, line);
  if (content.hasLf && text.includes('\n')) found.add('lf-in-data', start + text.indexOf('\n'), line);
  const control = text.search(CONTROL);
  if (control !== -1) found.add('control-character', start + control, line);
  observeBytes(content, start, end, line, found);
}

function observeBytes(content: Content, start: number, end: number, line: number, found: Tally): void {
  const { charset } = content;
  const high = content.view.substring(start, end).search(/[\x80-\xff]/);
  if (high === -1 || charset.accepts(content.raw.subarray(start, end))) return;
  found.add(charset.iana === 'us-ascii' ? 'undeclared-bytes' : 'undecodable-bytes', start + high, line);
}
