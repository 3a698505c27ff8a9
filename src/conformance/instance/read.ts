import { readHeader } from '../../hl7/header.js';
import { LineCursor } from '../../hl7/lines.js';
import { BLANK_LINE, FOREIGN_LINE, hasName, INVALID_LINE, type LineList, nameCode, SEGMENT_LINE } from './line-list.js';
import type { NameCodes, Reading } from './reading.js';

const BYTE_ORDER_MARK = 0xfeff;

/**
 * The lines as the standard has them: text in the character set of MSH-18; CR ends a segment, CR LF is taken as one, and a
 * lone LF ends it only where a segment follows or the message has no CR at all. Blank lines at the end are none.
 */
export function read(bytes: Buffer, names: NameCodes, lines: LineList): Reading {
  const result = readHeader(bytes);
  if (result.kind === 'defect') return { kind: 'unreadable', reason: result.defect.reason };
  const { delimiters, charset } = result.header;
  const text = charset.decode(bytes);
  const cursor = new LineCursor(text, linesStart(text), delimiters.field);
  const field = delimiters.field.charCodeAt(0);
  while (cursor.advance()) addLine(text, cursor, field, names, lines);
  while (lines.size > 0 && lines.kind[lines.size - 1] === BLANK_LINE) lines.size--;
  return { kind: 'read', text, delimiters };
}

/** A byte order mark, decoded or byte by byte, is no part of the first line. */
function linesStart(text: string): number {
  if (text.charCodeAt(0) === BYTE_ORDER_MARK) return 1;
  return text.startsWith('\xef\xbb\xbf') ? 3 : 0;
}

function addLine(text: string, cursor: LineCursor, field: number, names: NameCodes, lines: LineList): void {
  const { start, end, line } = cursor;
  if (isBlank(text, start, end)) lines.add(start, end, line, BLANK_LINE, 0);
  else if (!isSegment(text, start, end, field)) lines.add(start, end, line, INVALID_LINE, 0);
  else {
    const name = nameCode(text, start);
    lines.add(start, end, line, names.has(name) ? SEGMENT_LINE : FOREIGN_LINE, name);
  }
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code !== 32 && (code < 9 || code > 13)) return false;
  }
  return true;
}

function isSegment(text: string, start: number, end: number, field: number): boolean {
  if (end - start < 3 || !hasName(text, start)) return false;
  return end - start === 3 || text.charCodeAt(start + 3) === field;
}
