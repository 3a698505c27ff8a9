import { type Delimiters, delimitersOf } from '../../hl7/delimiters.js';
import { FOREIGN_LINE, hasName, INVALID_LINE, type LineList, nameCode, SEGMENT_LINE } from './line-list.js';
import type { NameCodes, Reading } from './reading.js';

/**
 * The lines as the reference reads them: UTF-8; CR, LF and CR LF end a line; blank lines count, but not at the end; what stands
 * before the first line that begins with MSH is invalid. MSH must have 9 characters, and no delimiter may stand for two things.
 */
export function readAsNist(bytes: Buffer, names: NameCodes, lines: LineList): Reading {
  const text = bytes.toString('utf8');
  const header = splitLines(text, lines);
  if (header === -1) return { kind: 'unreadable', reason: 'no line begins with MSH' };
  const start = lines.start[header] ?? 0;
  if ((lines.end[header] ?? 0) - start < 9) return { kind: 'unreadable', reason: 'MSH has fewer than 9 characters' };
  const delimiters = declared(text, start);
  if (delimiters === undefined) return { kind: 'unreadable', reason: 'a character stands for two delimiters' };
  // As many characters as bytes: all of them are of ASCII, and none ends a line for Java.
  const mayEndLine = text.length !== bytes.length;
  for (let at = header; at < lines.size; at++) classify(text, lines, at, delimiters, names, mayEndLine);
  return { kind: 'read', text, delimiters };
}

/** All lines as invalid ones; the index of the first that begins with MSH, or -1. */
function splitLines(text: string, lines: LineList): number {
  let header = -1;
  let [start, cr, lf] = [0, -1, -1];
  for (let number = 1; start < text.length; number++) {
    if (cr < start) cr = indexOrEnd(text, '\r', start);
    if (lf < start) lf = indexOrEnd(text, '\n', start);
    const end = Math.min(cr, lf);
    lines.add(start, end, number, INVALID_LINE, 0);
    if (header === -1 && text.startsWith('MSH', start)) header = number - 1;
    start = end + (lf === cr + 1 ? 2 : 1);
  }
  while (lines.size > 0 && lines.start[lines.size - 1] === lines.end[lines.size - 1]) lines.size--;
  return header;
}

function indexOrEnd(text: string, character: string, from: number): number {
  const at = text.indexOf(character, from);
  return at === -1 ? text.length : at;
}

/** Undefined where a character stands for two things. The ninth character is a separator or the truncation character. */
function declared(text: string, start: number): Delimiters | undefined {
  const field = text.charAt(start + 3);
  const encoding = text.slice(start + 4, text.charAt(start + 8) === field ? start + 8 : start + 9);
  const isUnique = new Set(field + encoding).size === encoding.length + 1;
  return isUnique ? delimitersOf(field, encoding) : undefined;
}

function classify(
  text: string,
  lines: LineList,
  at: number,
  delimiters: Delimiters,
  names: NameCodes,
  mayEndLine: boolean,
): void {
  const start = lines.start[at] ?? 0;
  const end = lines.end[at] ?? 0;
  if (!isSegment(text, start, end, delimiters.field.charCodeAt(0)) || (mayEndLine && endsLine(text, start, end)))
    return;
  const name = nameCode(text, start);
  lines.setName(at, name);
  lines.kind[at] = names.has(name) ? SEGMENT_LINE : FOREIGN_LINE;
}

/** A name, then nothing or a separator. */
function isSegment(text: string, start: number, end: number, field: number): boolean {
  if (end - start < 3 || !hasName(text, start)) return false;
  return end - start === 3 || text.charCodeAt(start + 3) === field;
}

/** Whether a character stands in the line that Java takes for the end of a line. */
function endsLine(text: string, start: number, end: number): boolean {
  for (let at = start + 3; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x85 || code === 0x2028 || code === 0x2029) return true;
  }
  return false;
}
