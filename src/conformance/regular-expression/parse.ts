import { withBothCases } from './case-folding.js';
import { ANY_CHARACTER, complement, NO_CHARACTER, oneCharacter } from './character-set.js';
import { invalid, untranslatable } from './expression-fault.js';
import { EMPTY, type ExpressionNode, sequence } from './expression-node.js';
import { LINE_TERMINATORS, VERTICAL_SPACE } from './named-characters.js';
import { parseClass } from './parse-class.js';
import { parseCharacterEscape } from './parse-escape.js';
import { parseGroup } from './parse-group.js';
import { withQuantifier } from './parse-quantifier.js';
import { END, PatternCursor } from './pattern-cursor.js';

/** Reads a regular expression in Java's syntax (java.util.regex of Java 17). Throws an ExpressionFault. */
export function parseExpression(pattern: string): ExpressionNode {
  const cursor = new PatternCursor(pattern);
  const node = parseChoice(cursor);
  if (cursor.peek() !== END) throw invalid('a closing parenthesis has no opening one');
  return node;
}

/** Alternatives up to a closing parenthesis, which stays, or the end. */
function parseChoice(cursor: PatternCursor): ExpressionNode {
  const alternatives = [parseSequence(cursor)];
  while (cursor.takes('|')) alternatives.push(parseSequence(cursor));
  const only = alternatives[0] ?? EMPTY;
  return alternatives.length === 1 ? only : { kind: 'choice', alternatives };
}

function parseSequence(cursor: PatternCursor): ExpressionNode {
  const items: ExpressionNode[] = [];
  for (;;) {
    cursor.skipComments();
    if (cursor.peek() === END || cursor.sees('|') || cursor.sees(')')) return sequence(items);
    const item = parseAtom(cursor);
    if (item === undefined) continue;
    items.push(withQuantifier(cursor, item));
  }
}

/** One thing that a quantifier may follow; undefined for flags, `(?i)`, which are nothing by themselves. */
function parseAtom(cursor: PatternCursor): ExpressionNode | undefined {
  if (cursor.isQuoted()) return parseLiteral(cursor);
  if (cursor.takes('(')) return parseGroup(cursor, parseChoice);
  if (cursor.takes('[')) return { kind: 'characters', set: parseClass(cursor) };
  if (cursor.takes('.')) return { kind: 'characters', set: dot(cursor) };
  if (cursor.takes('^')) return { kind: 'boundary', at: cursor.flags.multiline ? 'line-start' : 'text-start' };
  if (cursor.takes('$')) return { kind: 'boundary', at: cursor.flags.multiline ? 'line-end' : 'final-line-end' };
  if (cursor.takes('\\')) return parseEscape(cursor);
  if (cursor.sees('*') || cursor.sees('+') || cursor.sees('?')) throw invalid('a quantifier has nothing before it');
  if (cursor.sees('{')) return EMPTY;
  return parseLiteral(cursor);
}

function parseLiteral(cursor: PatternCursor): ExpressionNode {
  return literal(cursor, cursor.next());
}

function literal(cursor: PatternCursor, codePoint: number): ExpressionNode {
  const set = oneCharacter(codePoint);
  const { ignoreCase, unicodeCase } = cursor.flags;
  return { kind: 'characters', set: ignoreCase ? withBothCases(set, unicodeCase) : set };
}

function dot(cursor: PatternCursor): readonly number[] {
  if (cursor.flags.dotAll) return ANY_CHARACTER;
  return complement(cursor.flags.unixLines ? oneCharacter(0x0a) : LINE_TERMINATORS);
}

const BOUNDARIES = new Map([
  ['A', 'text-start'],
  ['G', 'text-start'],
  ['z', 'text-end'],
  ['Z', 'final-line-end'],
  ['b', 'word'],
  ['B', 'not-word'],
] as const);

function parseEscape(cursor: PatternCursor): ExpressionNode {
  const letter = String.fromCodePoint(Math.max(cursor.peek(), 0));
  const boundary = BOUNDARIES.get(letter as 'A');
  if (boundary !== undefined) {
    cursor.at++;
    if (boundary === 'word' && cursor.sees('{g}')) throw untranslatable('the boundary of a grapheme, \\b{g}');
    return { kind: 'boundary', at: boundary };
  }
  if (/[1-9]/.test(letter)) return parseNumberedReference(cursor);
  if (cursor.takes('k')) return parseNamedReference(cursor);
  if (cursor.takes('R')) return lineBreak();
  if (cursor.takes('X')) throw untranslatable('a grapheme, \\X');
  const escaped = parseCharacterEscape(cursor);
  return escaped.kind === 'one' ? literal(cursor, escaped.codePoint) : { kind: 'characters', set: escaped.set };
}

/** Further digits belong to the number while there are as many groups. A group that does not exist never matches. */
function parseNumberedReference(cursor: PatternCursor): ExpressionNode {
  let group = cursor.next() - 0x30;
  for (;;) {
    const digit = cursor.peek() - 0x30;
    if (digit < 0 || digit > 9 || group * 10 + digit > cursor.groups) break;
    group = group * 10 + digit;
    cursor.at++;
  }
  if (group > cursor.groups) return { kind: 'characters', set: NO_CHARACTER };
  return { kind: 'reference', group, ignoreCase: cursor.flags.ignoreCase };
}

function parseNamedReference(cursor: PatternCursor): ExpressionNode {
  if (!cursor.takes('<')) throw invalid('\\k needs the name of a group, \\k<name>');
  const name = cursor.textUntil('>');
  const group = cursor.names.get(name);
  if (group === undefined) throw invalid(`no group before this place is named ${name}`);
  return { kind: 'reference', group, ignoreCase: cursor.flags.ignoreCase };
}

/** `\R`: CR LF, or any one line terminator. */
function lineBreak(): ExpressionNode {
  const crLf = sequence([0x0d, 0x0a].map((codePoint) => ({ kind: 'characters', set: oneCharacter(codePoint) })));
  return { kind: 'choice', alternatives: [crLf, { kind: 'characters', set: VERTICAL_SPACE }] };
}
