import { BLANK_LINE, FOREIGN_LINE, INVALID_LINE, type LineList } from '../instance/line-list.js';
import type { Mode } from '../mode.js';
import type { Place } from '../report/draft.js';
import type { Report } from '../report/report.js';
import type { LeftOver } from '../structure/matcher.js';

/** The lines of a message, and what a matcher could not place as it stands. */
export interface LineExamination {
  readonly report: Report;
  readonly mode: Mode;
  readonly text: string;
  readonly lines: LineList;
  readonly leftOver: LeftOver;
}

/** Lines that are no segments, segments that the profile does not know, and segments that stand where they should not. */
export function checkLines(x: LineExamination): void {
  const { kind, size } = x.lines;
  for (let line = 0; line < size; line++) {
    if (kind[line] === INVALID_LINE) reportInvalid(x, line);
    else if (kind[line] === BLANK_LINE) reportBlank(x, line);
    else if (kind[line] === FOREIGN_LINE) reportForeign(x, line);
  }
  for (const line of x.leftOver.unexpected) reportUnexpected(x, line);
  for (const { lines, behind } of x.leftOver.moves) reportMove(x, lines, behind);
  if (x.leftOver.exchange !== undefined) reportExchange(x, ...x.leftOver.exchange);
}

function reportInvalid(x: LineExamination, line: number): void {
  const place = { path: '', line: x.lines.number[line] ?? 1, column: 1 };
  const message = 'the line is no segment: that begins with its name, three capitals or digits, and a field separator';
  x.report.add({ code: 'line-invalid', place, message, actual: shown(x, line) });
}

function reportBlank(x: LineExamination, line: number): void {
  const place = { path: '', line: x.lines.number[line] ?? 1, column: 1 };
  x.report.add({ code: 'line-blank', place, message: 'a blank line stands between the segments' });
}

/** Local segments begin with Z (chapter 2, 2.5.2): the parties may have agreed on them without telling the profile. */
function reportForeign(x: LineExamination, line: number): void {
  const name = nameOf(x, line);
  const isLocal = name.startsWith('Z') && x.mode.name !== 'nist';
  x.report.add({
    code: 'segment-unexpected',
    place: placeOfLine(x, line),
    message: isLocal
      ? `the profile does not know the local segment ${name}; add it to the profile where it was agreed on`
      : `the profile has no segment ${name}`,
    ...(isLocal ? { classification: 'Warning' } : {}),
  });
}

function reportUnexpected(x: LineExamination, line: number): void {
  const message = `the profile has no place for another segment ${nameOf(x, line)} here`;
  x.report.add({ code: 'segment-unexpected', place: placeOfLine(x, line), message });
}

function reportMove(x: LineExamination, lines: readonly number[], behind: number | undefined): void {
  const [first = 0] = lines;
  const last = lines.at(-1) ?? first;
  const what =
    lines.length === 1
      ? `the segment ${nameOf(x, first)} stands`
      : `${lines.length} segments from ${nameOf(x, first)} to ${nameOf(x, last)} stand`;
  const [verb, expected] = [lines.length === 1 ? 'belongs' : 'belong', belonging(x, behind)];
  const actual = standing(x, first, last);
  x.report.add({
    code: 'segment-misplaced',
    place: placeOfLine(x, first),
    message: `${what} ${actual}; ${lines.length === 1 ? 'it' : 'they'} ${verb} ${expected}`,
    expected,
    actual,
  });
}

function reportExchange(x: LineExamination, first: number, second: number): void {
  const [one, other] = [nameOf(x, first), nameOf(x, second)];
  x.report.add({
    code: 'segment-misplaced',
    place: placeOfLine(x, first),
    message: `the segments ${one} and ${other} (line ${x.lines.number[second]}) have changed places`,
    expected: `${other} here, ${one} at line ${x.lines.number[second]}`,
    actual: `${one} here, ${other} at line ${x.lines.number[second]}`,
  });
}

/** Between its neighbours as the message has them. */
function standing(x: LineExamination, first: number, last: number): string {
  const next = last + 1;
  return next < x.lines.size ? `before ${nameOf(x, next)}` : `after ${nameOf(x, first - 1)}`;
}

function belonging(x: LineExamination, behind: number | undefined): string {
  if (behind === undefined) return 'at the beginning';
  return `after ${nameOf(x, behind)} (line ${x.lines.number[behind]})`;
}

function placeOfLine(x: LineExamination, line: number): Place {
  const { number, ordinal } = x.lines;
  // The reference writes no number behind the name.
  const path = x.mode.name === 'nist' ? nameOf(x, line) : `${nameOf(x, line)}[${ordinal[line]}]`;
  return { path, line: number[line] ?? 1, column: 1 };
}

function nameOf({ text, lines }: LineExamination, line: number): string {
  const start = lines.start[line] ?? 0;
  return text.slice(start, start + 3);
}

const MOST_SHOWN = 200;

function shown({ text, lines }: LineExamination, line: number): string {
  return text.slice(lines.start[line], Math.min(lines.end[line] ?? 0, (lines.start[line] ?? 0) + MOST_SHOWN));
}
