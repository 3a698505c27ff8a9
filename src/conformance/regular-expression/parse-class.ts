import { withBothCases } from './case-folding.js';
import { type CharacterSet, complement, intersection, NO_CHARACTER, oneCharacter, union } from './character-set.js';
import { invalid } from './expression-fault.js';
import { parseCharacterEscape } from './parse-escape.js';
import { END, type PatternCursor } from './pattern-cursor.js';

/** Reads `[...]` behind its bracket, the closing one too: ranges, nested classes, `&&`, as Java 9 and later do. */
export function parseClass(cursor: PatternCursor): CharacterSet {
  const isNegated = cursor.takes('^');
  const set = parseUnion(cursor);
  if (!cursor.takes(']')) throw invalid('] is missing');
  return isNegated ? complement(set) : set;
}

/** Up to the closing bracket, which stays. As the first character a bracket means itself. */
function parseUnion(cursor: PatternCursor): CharacterSet {
  let set: CharacterSet | undefined;
  for (;;) {
    cursor.skipComments();
    if (cursor.peek() === END) throw invalid('] is missing');
    if (cursor.sees(']') && set !== undefined) return set;
    if (cursor.takes('&&')) set = intersected(set, parseOperand(cursor));
    else set = union(set ?? NO_CHARACTER, cursor.takes('[') ? parseClass(cursor) : parseRange(cursor));
  }
}

function intersected(left: CharacterSet | undefined, right: CharacterSet | undefined): CharacterSet {
  if (left === undefined && right === undefined) throw invalid('&& has no side');
  return left === undefined ? (right ?? NO_CHARACTER) : right === undefined ? left : intersection(left, right);
}

/** The right side of `&&`: all that comes up to the bracket or the next `&`. */
function parseOperand(cursor: PatternCursor): CharacterSet | undefined {
  let set: CharacterSet | undefined;
  for (;;) {
    cursor.skipComments();
    if (cursor.peek() === END) throw invalid('] is missing');
    if (cursor.sees(']') || cursor.sees('&')) return set;
    const part = cursor.takes('[') ? parseClass(cursor) : parseUnion(cursor);
    set = union(set ?? NO_CHARACTER, part);
  }
}

function parseRange(cursor: PatternCursor): CharacterSet {
  const first = parseMember(cursor);
  if (typeof first !== 'number') return first;
  const isRange = cursor.sees('-') && cursor.peek(1) !== END && !isBracket(cursor.peek(1));
  if (!isRange) return folded(cursor, oneCharacter(first));
  cursor.at++;
  const last = parseMember(cursor);
  if (typeof last !== 'number' || last < first) throw invalid('a range of characters runs backwards');
  return folded(cursor, [first, last]);
}

function isBracket(codePoint: number): boolean {
  return codePoint === 0x5b || codePoint === 0x5d;
}

/** One character, or the set for which an escape stands. */
function parseMember(cursor: PatternCursor): number | CharacterSet {
  cursor.skipComments();
  if (cursor.isQuoted() || !cursor.takes('\\')) return cursor.next();
  const escaped = parseCharacterEscape(cursor);
  return escaped.kind === 'one' ? escaped.codePoint : escaped.set;
}

function folded(cursor: PatternCursor, set: CharacterSet): CharacterSet {
  return cursor.flags.ignoreCase ? withBothCases(set, cursor.flags.unicodeCase) : set;
}
