import { Content } from './content.js';
import { readHeader } from './header.js';
import { LineCursor } from './lines.js';
import { narrowToPlace, type Span } from './locate.js';
import type { ElementPath } from './path.js';
import { linesStart } from './segment-index.js';

/** Places `text` at the element `path` of the segment line `span`, adding separators where the line is too short. */
export function placed(content: Content, span: Span, path: ElementPath, text: string): Content {
  const inHeader = span.start === content.start;
  const missing = narrowToPlace(content, span, path);
  if (missing !== '' && text === '') return content;
  const insert = missing + text;
  const raw = spliced(content, span, insert);
  const declares = inHeader && (path.field === undefined || DECLARING.includes(path.field));
  if (declares || insert.includes('\r') || insert.includes('\n')) return reread(content, raw);
  const growth = raw.length - content.raw.length;
  return content.withBytes(raw, inHeader ? content.headerEnd + growth : content.headerEnd);
}

/** MSH-1, MSH-2 and MSH-18 decide how everything else is read. */
const DECLARING: readonly number[] = [1, 2, 18];

/** The bytes with `text` in place of the span. */
function spliced(content: Content, { start, end }: Span, text: string): Buffer {
  const { raw } = content;
  const insert = isAscii(text) ? undefined : encoded(content, text);
  const length = insert?.length ?? text.length;
  const out = Buffer.allocUnsafe(raw.length - (end - start) + length);
  raw.copy(out, 0, 0, start);
  // A loop beats Buffer.write for the few characters of a value.
  for (let at = 0; at < length; at++) out[start + at] = insert === undefined ? text.charCodeAt(at) : (insert[at] ?? 0);
  raw.copy(out, start + length, end);
  return out;
}

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
  const queues = new Map<string, Line[]>();
  for (const line of lines) {
    const same = queues.get(line.text);
    if (same === undefined) queues.set(line.text, [line]);
    else same.push(line);
  }
  const wanted = edit(lines.map((line) => line.text));
  const isOpenEnded = lines.at(-1)?.next === lines.at(-1)?.end;
  const pieces = wanted.flatMap((text, at) => {
    // Lines that decode alike are taken in order, so that each keeps its own bytes.
    const line = queues.get(text)?.shift();
    const isOpen = at === wanted.length - 1 && isOpenEnded;
    return line === undefined ? newLine(content, text, isOpen) : oldLine(content, line, isOpen);
  });
  return reread(content, Buffer.concat([content.raw.subarray(0, lines[0]?.start ?? 0), ...pieces]));
}

function linesOf(content: Content): readonly Line[] {
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

const TERMINATOR = Buffer.from('\r');

function oldLine({ raw }: Content, { start, end, next }: Line, isOpen: boolean): readonly Buffer[] {
  if (isOpen) return [raw.subarray(start, end)];
  return end === next ? [raw.subarray(start, end), TERMINATOR] : [raw.subarray(start, next)];
}

function newLine(content: Content, text: string, isOpen: boolean): readonly Buffer[] {
  if (/[\r\n]/.test(text)) throw new Error(`a segment line cannot hold a line end: ${JSON.stringify(text)}`);
  return isOpen ? [encoded(content, text)] : [encoded(content, text), TERMINATOR];
}

/** `text` in the character set of the message; throws where the set lacks a character. */
function encoded(content: Content, text: string): Buffer {
  const bytes = content.charset.encode(text);
  if (bytes !== undefined) return bytes;
  const set = content.charset.name || 'ASCII (MSH-18 is empty)';
  throw new Error(`${JSON.stringify(text)} cannot be written in ${set}; use a message whose MSH-18 is UNICODE UTF-8`);
}

function reread(content: Content, raw: Buffer): Content {
  const result = readHeader(raw, content.defaultCharset);
  if (result.kind === 'header') return new Content(result.header, raw);
  throw new Error(`the edit makes the message unreadable: ${result.defect.reason}`);
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
}
