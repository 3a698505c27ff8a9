import { describe, expect, it } from 'vitest';
import { elementSpan } from './element-span.js';
import { excerpt } from './excerpt.js';
import { LINES } from './testdata/specimen.js';

const [MSH = '', , PID = ''] = LINES;

/** What is marked in the line for a finding at this path and column. */
function marked(line: string, path: string | undefined, column: number): string {
  const { from, length } = elementSpan(line, path, column);
  return line.slice(from, from + length);
}

describe('what a finding points at', () => {
  it.each([
    ['a field with its components', PID, 'PID[1]-3[1]', 8, '7000001^^^^MR'],
    ['a repetition', PID, 'PID[1]-3[2]', 22, '7000002'],
    ['a component', PID, 'PID[1]-5[1].2', 37, 'AMELIA'],
    ['a component that is absent: its field', PID, 'PID[1]-3[2].4', 22, '7000002'],
    ['a field that is absent: the segment', PID, 'PID[1]-40[1]', 1, 'PID'],
    ['a segment', PID, 'PID[1]', 1, 'PID'],
    ['a group', PID, 'ORDER[1]', 1, 'PID'],
    ['the header', MSH, 'MSH[1]-9[1].2', MSH.indexOf('A01') + 1, 'A01'],
    ['MSH-2', MSH, 'MSH[1]-2[1]', 5, '^~\\&'],
    ['a subcomponent', 'PID|1|a&b^c', 'PID[1]-2[1].1.2', 9, 'b'],
    ['a place inside of a value: what is left of it', PID, 'PID[1]-5[1].1', 34, 'EN'],
    ['no place', PID, undefined, 1, 'PID'],
    ['beyond the line', 'PID', 'PID[1]-3[1]', 99, ''],
  ])('%s', (_, line, path, column, expected) => {
    expect(marked(line, path, column)).toBe(expected);
  });
});

describe('an excerpt of a line', () => {
  const long = `${'a'.repeat(100)}MARK${'b'.repeat(100)}`;

  it.each([
    ['a short line as it is', 'PID|1|x', { from: 6, length: 1 }],
    ['the middle', long, { from: 100, length: 4 }],
    ['the beginning', `MARK${'b'.repeat(100)}`, { from: 0, length: 4 }],
    ['the end', `${'a'.repeat(100)}MARK`, { from: 100, length: 4 }],
    ['a mark that is too long', `x${'M'.repeat(300)}`, { from: 1, length: 300 }],
  ])('%s', (_, line, span) => {
    const { text, from, length } = excerpt(line, span, 40);
    expect(text.length).toBeLessThanOrEqual(40);
    expect(text.slice(from, from + length)).toBe(line.slice(span.from, span.from + length));
    expect(length).toBeGreaterThan(0);
    expect(text.startsWith('\u2026')).toBe(!line.startsWith(text.slice(0, 3)));
  });

  it('shows no control characters', () => {
    expect(excerpt('a\u001b[31mb', { from: 0, length: 1 }, 40).text).toBe('a\ufffd[31mb');
  });
});
