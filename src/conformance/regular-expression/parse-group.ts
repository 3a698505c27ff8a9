import { invalid } from './expression-fault.js';
import type { ExpressionNode } from './expression-node.js';
import { longestMatch } from './longest-match.js';
import { END, type ExpressionFlags, type PatternCursor } from './pattern-cursor.js';

type ParseInside = (cursor: PatternCursor) => ExpressionNode;

/** Reads on behind `(`. Undefined where it only sets flags. */
export function parseGroup(cursor: PatternCursor, inside: ParseInside): ExpressionNode | undefined {
  const outer = cursor.flags;
  cursor.flags = { ...outer };
  if (!cursor.takes('?')) return closed(cursor, outer, capturing(cursor, inside));
  if (cursor.takes(':')) return closed(cursor, outer, inside(cursor));
  if (cursor.takes('>')) return closed(cursor, outer, { kind: 'atomic', of: inside(cursor) });
  if (cursor.takes('=')) return closed(cursor, outer, look(cursor, inside, true, false));
  if (cursor.takes('!')) return closed(cursor, outer, look(cursor, inside, true, true));
  if (cursor.takes('<=')) return closed(cursor, outer, look(cursor, inside, false, false));
  if (cursor.takes('<!')) return closed(cursor, outer, look(cursor, inside, false, true));
  if (cursor.takes('<')) return closed(cursor, outer, named(cursor, inside));
  parseFlags(cursor);
  // (?i) holds up to the end of the group in which it stands.
  if (cursor.takes(')')) return undefined;
  if (!cursor.takes(':')) throw invalid('a group begins with an unknown mark');
  return closed(cursor, outer, inside(cursor));
}

function closed(cursor: PatternCursor, outer: ExpressionFlags, node: ExpressionNode): ExpressionNode {
  if (!cursor.takes(')')) throw invalid('a group is not closed');
  cursor.flags = outer;
  return node;
}

function capturing(cursor: PatternCursor, inside: ParseInside): ExpressionNode {
  const number = ++cursor.groups;
  return { kind: 'group', number, of: inside(cursor) };
}

function named(cursor: PatternCursor, inside: ParseInside): ExpressionNode {
  const name = cursor.textUntil('>');
  if (!/^[a-zA-Z][a-zA-Z0-9]*$/.test(name)) throw invalid(`${JSON.stringify(name)} is no name for a group`);
  if (cursor.names.has(name)) throw invalid(`two groups are named ${name}`);
  cursor.names.set(name, cursor.groups + 1);
  return capturing(cursor, inside);
}

function look(cursor: PatternCursor, inside: ParseInside, ahead: boolean, negative: boolean): ExpressionNode {
  const of = inside(cursor);
  if (!ahead && longestMatch(of) === Number.POSITIVE_INFINITY) throw invalid('a look-behind has no greatest length');
  return { kind: 'look', ahead, negative, of };
}

const FLAGS: ReadonlyMap<string, keyof ExpressionFlags> = new Map([
  ['i', 'ignoreCase'],
  ['m', 'multiline'],
  ['s', 'dotAll'],
  ['u', 'unicodeCase'],
  ['x', 'comments'],
  ['d', 'unixLines'],
  ['U', 'unicodeClasses'],
]);

function parseFlags(cursor: PatternCursor): void {
  let on = true;
  for (;;) {
    const codePoint = cursor.peek();
    if (codePoint === END) throw invalid('a group is not closed');
    const letter = String.fromCodePoint(codePoint);
    const flag = FLAGS.get(letter);
    if (letter === '-' && on) on = false;
    else if (flag === undefined) return;
    else cursor.flags[flag] = on;
    // U brings the folding of all letters with it.
    if (flag === 'unicodeClasses') cursor.flags.unicodeCase = on;
    cursor.at++;
  }
}
