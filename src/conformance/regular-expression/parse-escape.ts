import { type CharacterSet, complement } from './character-set.js';
import { invalid, untranslatable } from './expression-fault.js';
import { DIGITS, HORIZONTAL_SPACE, propertyCharacters, VERTICAL_SPACE, WHITE_SPACE, WORD } from './named-characters.js';
import { END, type PatternCursor } from './pattern-cursor.js';

/** What stands behind a backslash and is one character or one of a set, in a class or outside. */
export type EscapedCharacter =
  | { readonly kind: 'one'; readonly codePoint: number }
  | { readonly kind: 'set'; readonly set: CharacterSet };

const SINGLE: ReadonlyMap<string, number> = new Map([
  ['t', 0x09],
  ['n', 0x0a],
  ['r', 0x0d],
  ['f', 0x0c],
  ['a', 0x07],
  ['e', 0x1b],
]);

const SETS: ReadonlyMap<string, CharacterSet> = new Map([
  ['d', DIGITS],
  ['w', WORD],
  ['s', WHITE_SPACE],
  ['h', HORIZONTAL_SPACE],
  ['v', VERTICAL_SPACE],
]);

/** With the flag `U` the classes of letters are those of Unicode. */
const WIDE: ReadonlyMap<string, string> = new Map([
  ['d', 'Digit'],
  ['s', 'Space'],
]);

/** Reads on behind the backslash. */
export function parseCharacterEscape(cursor: PatternCursor): EscapedCharacter {
  const codePoint = cursor.next();
  if (codePoint === END) throw invalid('a backslash stands at the end');
  const letter = String.fromCodePoint(codePoint);
  const single = SINGLE.get(letter);
  if (single !== undefined) return one(single);
  if (/[dDwWsShHvV]/.test(letter)) return { kind: 'set', set: predefined(cursor, letter) };
  if (letter === 'p' || letter === 'P') return { kind: 'set', set: parseProperty(cursor, letter === 'P') };
  if (/[a-zA-Z0-9]/.test(letter)) return one(parseNumbered(cursor, letter));
  return one(codePoint);
}

function one(codePoint: number): EscapedCharacter {
  return { kind: 'one', codePoint };
}

function predefined(cursor: PatternCursor, letter: string): CharacterSet {
  const lower = letter.toLowerCase();
  const set = cursor.flags.unicodeClasses ? wideSet(lower) : SETS.get(lower);
  if (set === undefined) throw untranslatable(`\\${letter} under the flag U`);
  return letter === lower ? set : complement(set);
}

function wideSet(letter: string): CharacterSet | undefined {
  const name = WIDE.get(letter);
  if (name === undefined) return letter === 'w' ? undefined : SETS.get(letter);
  return propertyCharacters(name, { ignoreCase: false, unicodeClasses: true });
}

function parseProperty(cursor: PatternCursor, isNegated: boolean): CharacterSet {
  const name = cursor.takes('{') ? cursor.textUntil('}') : String.fromCodePoint(Math.max(cursor.next(), 0));
  if (name === '') throw invalid('\\p{} names no property');
  const set = propertyCharacters(name, cursor.flags);
  if (set === undefined) throw untranslatable(`the property \\p{${name}}`);
  return isNegated ? complement(set) : set;
}

/** `\0n`, `\xhh`, `\x{h..h}`, `\uhhhh`, `\cX`. Any other letter has no meaning in Java and is refused. */
function parseNumbered(cursor: PatternCursor, letter: string): number {
  switch (letter) {
    case '0':
      return parseOctal(cursor);
    case 'x':
      return cursor.takes('{') ? parseBraced(cursor) : parseHexadecimal(cursor, 2);
    case 'u':
      return parseUtf16(cursor);
    case 'c': {
      const control = cursor.next();
      if (control === END) throw invalid('\\c stands at the end');
      return control ^ 64;
    }
    case 'N':
      throw untranslatable('a character by its name, \\N');
    default:
      throw invalid(`\\${letter} means nothing`);
  }
}

function parseOctal(cursor: PatternCursor): number {
  const digits = takeWhile(cursor, /[0-7]/, 3);
  if (digits === '') throw invalid('\\0 needs an octal number');
  const value = Number.parseInt(digits, 8);
  if (value <= 0o377) return value;
  cursor.at--;
  return value >> 3;
}

function parseHexadecimal(cursor: PatternCursor, length: number): number {
  const digits = takeWhile(cursor, /[0-9a-fA-F]/, length);
  if (digits.length !== length) throw invalid(`${length} hexadecimal digits were expected`);
  return Number.parseInt(digits, 16);
}

function parseBraced(cursor: PatternCursor): number {
  const digits = cursor.textUntil('}');
  const value = /^[0-9a-fA-F]+$/.test(digits) ? Number.parseInt(digits, 16) : Number.POSITIVE_INFINITY;
  if (value > 0x10ffff) throw invalid(`\\x{${digits}} is no character`);
  return value;
}

/** Two escapes that are a surrogate pair are one character. */
function parseUtf16(cursor: PatternCursor): number {
  const unit = parseHexadecimal(cursor, 4);
  const isHigh = unit >= 0xd800 && unit <= 0xdbff;
  const start = cursor.at;
  if (isHigh && cursor.takes('\\u')) {
    const low = parseHexadecimal(cursor, 4);
    if (low >= 0xdc00 && low <= 0xdfff) return ((unit - 0xd800) << 10) + (low - 0xdc00) + 0x10000;
    cursor.at = start;
  }
  return unit;
}

function takeWhile(cursor: PatternCursor, digit: RegExp, most: number): string {
  let out = '';
  while (out.length < most && cursor.peek() !== END) {
    const character = String.fromCodePoint(cursor.peek());
    if (!digit.test(character)) break;
    out += character;
    cursor.at++;
  }
  return out;
}
