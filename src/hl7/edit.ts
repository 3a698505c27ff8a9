import { Content } from './content.js';
import { readHeader } from './header.js';
import { LineCursor } from './lines.js';
import { narrowToPlace, type Span } from './locate.js';
import type { ElementPath } from './path.js';
import { linesStart } from './segment-index.js';

/** Places `bytes` (one character a byte) at the element `path` of the segment line `span`, adding separators where the line is too short. */
export function placed(content: Content, span: Span, path: ElementPath, bytes: string): Content {
  const inHeader = span.start === content.start;
  const missing = narrowToPlace(content.view, content.delimiters, span, path);
  if (missing !== '' && bytes === '') return content;
  const insert = missing + bytes;
  const declares = inHeader && (path.field === undefined || DECLARING.includes(path.field));
  if (!declares && !/[\r\n]/.test(insert)) return content.spliced(span.start, span.end, insert);
  return reread(content, content.splicedBytes(span.start, span.end, insert));
}

/** MSH-1, MSH-2 and MSH-18 decide how everything else is read. */
const DECLARING: readonly number[] = [1, 2, 18];

interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** After the terminator and any blank lines. */
  next: number;
}

/** The lines after `edit`; a line that comes back unchanged keeps its bytes and its terminator. */
export function relined(content: Content, edit: (lines: readonly string[]) => readonly string[]): Content {
  const lines = linesOf(content);
  const wanted = edit(lines.map((line) => line.text));
  const pieces = wanted.map((text, at) => lineBytes(content, taken(lines, text), text, at === wanted.length - 1));
  const before = content.bytes(0, lines[0]?.start ?? 0).toString('latin1');
  return reread(content, Buffer.from(before + pieces.join(''), 'latin1'));
}

function linesOf(content: Content): Line[] {
  const lines: Line[] = [];
  const cursor = new LineCursor(content.view, linesStart(content.view), content.delimiters.field);
  while (cursor.advance()) {
    const { start, end, next } = cursor;
    const last = lines.at(-1);
    if (start < end) lines.push({ text: content.text(start, end), start, end, next });
    else if (last !== undefined) last.next = next;
  }
  return lines;
}

/** Takes the first line of this text that is left, so that lines which decode alike keep their own bytes. */
function taken(lines: Line[], text: string): Line | undefined {
  const at = lines.findIndex((line) => line.text === text);
  return at === -1 ? undefined : lines.splice(at, 1)[0];
}

function lineBytes(content: Content, line: Line | undefined, text: string, isLast: boolean): string {
  if (/[\r\n]/.test(text) && line === undefined)
    throw new Error(`a segment line cannot hold a line end: ${JSON.stringify(text)}`);
  const body = line === undefined ? encoded(content, text) : content.bytes(line.start, line.end).toString('latin1');
  const end = line === undefined ? '' : content.bytes(line.end, line.next).toString('latin1');
  const hadFinal = /[\r\n]/.test(content.view.slice(-1));
  if (isLast && !hadFinal) return body;
  return body + (end || '\r');
}

/** `text` in the character set of the message; throws where the set lacks a character. */
export function encoded(content: Content, text: string): string {
  const bytes = content.encode(text);
  if (bytes !== undefined) return bytes;
  const set = content.charset.name || 'ASCII (MSH-18 is empty)';
  throw new Error(`${JSON.stringify(text)} cannot be written in ${set}; use a message whose MSH-18 is UNICODE UTF-8`);
}

function reread(content: Content, raw: Buffer): Content {
  const result = readHeader(raw, content.defaultCharset);
  if (result.kind === 'header') return new Content(result.header, raw);
  throw new Error(`the edit makes the message unreadable: ${result.defect.reason}`);
}
