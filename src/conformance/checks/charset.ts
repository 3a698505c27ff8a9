import { isAscii } from 'node:buffer';
import { charsetOf } from '../../hl7/charset.js';
import { unescapeText } from '../../hl7/escape.js';
import { LineCursor } from '../../hl7/lines.js';
import type { Examination } from '../examination.js';
import { type InstanceTree, NONE } from '../instance/instance-tree.js';
import type { Draft, Place } from '../report/draft.js';
import { placeAt } from './offset-place.js';
import { fieldColumn, segmentField } from './segment-field.js';
import { nextSegment, segmentNamed } from './walk.js';

/** The bytes against MSH-18 (chapter 2, 2.14.9.18 and table 0211). One finding a message: the first place, and how many lines. */
export function checkCharset({ tree, report }: Examination, bytes: Uint8Array): void {
  const header = segmentNamed(tree, 'MSH');
  if (header === NONE) return;
  const declared = segmentField(tree, header, 18);
  if (declared === '' && isAscii(bytes)) return;
  const names = declared.split(tree.delimiters.repetition).map((name) => unescapeText(name, tree.delimiters));
  const charset = charsetOf(declared === '' ? [] : names);
  const at: Place = { path: 'MSH[1]-18[1]', line: tree.line[header] ?? 1, column: fieldColumn(tree, header, 18) };
  if (charset.origin === 'unknown') report.add(nameFinding('charset-unknown', at, declared));
  if (charset.origin === 'local') report.add(nameFinding('charset-unregistered', at, declared));
  if (hasByteOrderMark(bytes)) report.add(byteOrderMark());
  if (isAscii(bytes) || charset.origin === 'unknown') return;
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!charset.accepts(withoutMark(raw))) report.add(bytesFinding(tree, raw, charset, declared));
}

type Charset = ReturnType<typeof charsetOf>;

function nameFinding(code: 'charset-unknown' | 'charset-unregistered', place: Place, declared: string): Draft {
  const message =
    code === 'charset-unknown'
      ? 'MSH-18 names a character set that nobody knows; bytes above 7F are read as ISO 8859-1'
      : 'MSH-18 names a character set in a way that table 0211 does not have';
  return { code, place, message, rule: 'HL7 table 0211', expected: 'a name of table 0211', actual: declared };
}

function hasByteOrderMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function withoutMark(bytes: Buffer): Buffer {
  return hasByteOrderMark(bytes) ? bytes.subarray(3) : bytes;
}

function byteOrderMark(): Draft {
  return {
    code: 'byte-order-mark',
    place: { path: 'MSH[1]', line: 1, column: 1 },
    message: 'a UTF-8 byte order mark stands before MSH',
    expected: 'MSH as the first bytes',
    actual: 'EF BB BF',
  };
}

function bytesFinding(tree: InstanceTree, raw: Buffer, charset: Charset, declared: string): Draft {
  const isUndeclared = charset.iana === 'us-ascii';
  const { path, line, column, lines } = firstBadLine(tree, raw, charset);
  const many = lines > 1 ? `, in ${lines} lines` : '';
  const message = isUndeclared
    ? `bytes above 7F stand here${many}, and MSH-18 declares ${declared === '' ? 'nothing' : 'ASCII'}`
    : `these bytes are not valid in the character set of MSH-18${many}`;
  return {
    code: isUndeclared ? 'charset-undeclared-bytes' : 'charset-undecodable-bytes',
    place: { path, line, column },
    message,
    rule: 'HL7 v2 chapter 2, MSH-18',
    expected: declared === '' ? 'ASCII, or MSH-18 with the set that is used' : declared,
  };
}

interface BadBytes extends Place {
  /** How many lines hold such bytes. */
  readonly lines: number;
}

/** By bytes, since what is not text of the set has no place in the text. */
function firstBadLine(tree: InstanceTree, raw: Buffer, charset: Charset): BadBytes {
  const cursor = new LineCursor(raw.toString('latin1'), hasByteOrderMark(raw) ? 3 : 0, tree.delimiters.field);
  let first: Place | undefined;
  let lines = 0;
  while (cursor.advance()) {
    const line = raw.subarray(cursor.start, cursor.end);
    if (isAscii(line) || charset.accepts(line)) continue;
    first ??= placeInLine(tree, cursor.line, firstBadColumn(line, charset));
    lines++;
  }
  return { ...(first ?? { path: 'MSH[1]', line: 1, column: 1 }), lines };
}

function placeInLine(tree: InstanceTree, line: number, column: number): Place {
  for (let segment = nextSegment(tree, 0); segment !== NONE; segment = nextSegment(tree, segment)) {
    if (tree.line[segment] === line) return placeAt(tree, segment, (tree.start[segment] ?? 0) + column - 1);
  }
  return { path: '', line, column };
}

/** The longest beginning of the line that is text of the set, by halves, and the character after it. */
function firstBadColumn(line: Buffer, charset: Charset): number {
  let [good, bad] = [0, line.length];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (isText(line, middle, charset)) good = middle;
    else bad = middle;
  }
  const whole = WIDTHS.map((width) => good - width).find((end) => end >= 0 && charset.accepts(line.subarray(0, end)));
  return charset.decode(line.subarray(0, whole ?? 0)).length + 1;
}

/** Bytes of a character that a cut may leave behind. */
const WIDTHS = [0, 1, 2, 3];

/** Whether the first bytes are text, but for a character that is cut at the end. */
function isText(line: Buffer, end: number, charset: Charset): boolean {
  return WIDTHS.some((width) => width <= end && charset.accepts(line.subarray(0, end - width)));
}
