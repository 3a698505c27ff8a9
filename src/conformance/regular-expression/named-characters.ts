import { type CharacterSet, LAST_CODE_POINT, union } from './character-set.js';

/** Characters at which Java's dot stops and its `$` looks. */
export const LINE_TERMINATORS: CharacterSet = [0x0a, 0x0a, 0x0d, 0x0d, 0x85, 0x85, 0x2028, 0x2029];

export const DIGITS: CharacterSet = [0x30, 0x39];
export const WORD: CharacterSet = [0x30, 0x39, 0x41, 0x5a, 0x5f, 0x5f, 0x61, 0x7a];
export const WHITE_SPACE: CharacterSet = [0x09, 0x0d, 0x20, 0x20];
export const HORIZONTAL_SPACE: CharacterSet = [
  0x09, 0x09, 0x20, 0x20, 0xa0, 0xa0, 0x1680, 0x1680, 0x180e, 0x180e, 0x2000, 0x200a, 0x202f, 0x202f, 0x205f, 0x205f,
  0x3000, 0x3000,
];
export const VERTICAL_SPACE: CharacterSet = [0x0a, 0x0d, 0x85, 0x85, 0x2028, 0x2029];

const UPPER: CharacterSet = [0x41, 0x5a];
const LOWER: CharacterSet = [0x61, 0x7a];
const LETTERS: CharacterSet = union(UPPER, LOWER);
const PUNCTUATION: CharacterSet = [0x21, 0x2f, 0x3a, 0x40, 0x5b, 0x60, 0x7b, 0x7e];

/** POSIX classes as Java knows them: ASCII only. */
const POSIX: ReadonlyMap<string, CharacterSet> = new Map(
  Object.entries({
    Lower: LOWER,
    Upper: UPPER,
    ASCII: [0, 0x7f],
    Alpha: LETTERS,
    Digit: DIGITS,
    Alnum: union(LETTERS, DIGITS),
    Punct: PUNCTUATION,
    Graph: [0x21, 0x7e],
    Print: [0x20, 0x7e],
    Blank: [0x09, 0x09, 0x20, 0x20],
    Cntrl: [0, 0x1f, 0x7f, 0x7f],
    XDigit: [0x30, 0x39, 0x41, 0x46, 0x61, 0x66],
    Space: WHITE_SPACE,
  }),
);

/** What the flag `U` makes of the POSIX classes, in the terms of JavaScript. */
const UNICODE_POSIX: ReadonlyMap<string, string> = new Map(
  Object.entries({
    Lower: '\\p{Lowercase}',
    Upper: '\\p{Uppercase}',
    Alpha: '\\p{Alphabetic}',
    Digit: '\\p{Nd}',
    Alnum: '\\p{Alphabetic}\\p{Nd}',
    Punct: '\\p{P}',
    Blank: '\\p{Zs}\\t',
    Cntrl: '\\p{Cc}',
    XDigit: '\\p{Nd}\\p{Hex_Digit}',
    Space: '\\p{White_Space}',
  }),
);

/** `java.lang.Character` methods that a property may name. */
const CHARACTER_METHODS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    javaLowerCase: '\\p{Lowercase}',
    javaUpperCase: '\\p{Uppercase}',
    javaAlphabetic: '\\p{Alphabetic}',
    javaIdeographic: '\\p{Ideographic}',
    javaTitleCase: '\\p{Lt}',
    javaDigit: '\\p{Nd}',
    javaLetter: '\\p{L}',
    javaLetterOrDigit: '\\p{L}\\p{Nd}',
    javaSpaceChar: '\\p{Z}',
    javaISOControl: '\\u{0}-\\u{1f}\\u{7f}-\\u{9f}',
    javaWhitespace:
      '\\t-\\r\\u{1c}-\\u{1f} \\u{1680}\\u{2000}-\\u{2006}\\u{2008}-\\u{200a}\\u{2028}\\u{2029}\\u{205f}\\u{3000}',
  }),
);

/** What `\p{name}` stands for; undefined where the name means nothing to us. */
export function propertyCharacters(
  name: string,
  flags: { readonly ignoreCase: boolean; readonly unicodeClasses: boolean },
): CharacterSet | undefined {
  const { ignoreCase, unicodeClasses } = flags;
  if (ignoreCase && /^(Lower|Upper)$/.test(name)) return propertyCharacters('Alpha', { ...flags, ignoreCase: false });
  if (ignoreCase && /^((Is)?L[ult]|java(Lower|Upper|Title)Case)$/.test(name))
    return charactersMatching('\\p{Lu}\\p{Ll}\\p{Lt}');
  const wide = unicodeClasses ? UNICODE_POSIX.get(name) : undefined;
  const inside = wide ?? CHARACTER_METHODS.get(name);
  if (inside !== undefined) return charactersMatching(inside);
  const posix = POSIX.get(name);
  if (posix !== undefined) return posix;
  if (name === 'L1') return [0, 0xff];
  if (name === 'all') return [0, LAST_CODE_POINT];
  return unicodeProperty(name);
}

/** `Lu`, `IsLu`, `IsLatin`, `IsAlphabetic`, `gc=Lu`, `script=Greek`. Blocks (`InGreek`) JavaScript does not know. */
function unicodeProperty(name: string): CharacterSet | undefined {
  const [, key = '', value = ''] = /^(general_category|gc|script|sc)=(\w+)$/i.exec(name) ?? [];
  if (key !== '') return firstKnown([`\\p{${/^g/i.test(key) ? 'gc' : 'sc'}=${value}}`, `\\p{sc=${titled(value)}}`]);
  const bare = /^Is\w/.test(name) ? name.slice(2) : undefined;
  if (bare === undefined) return /^[A-Z][a-z&]?$/.test(name) ? firstKnown([`\\p{gc=${name}}`]) : undefined;
  const binary = BINARY.get(bare.toLowerCase());
  return firstKnown([`\\p{gc=${bare}}`, `\\p{sc=${bare}}`, `\\p{sc=${titled(bare)}}`, ...(binary ? [binary] : [])]);
}

/** Binary properties that Java knows after `Is`. */
const BINARY: ReadonlyMap<string, string> = new Map(
  Object.entries({
    alphabetic: '\\p{Alphabetic}',
    ideographic: '\\p{Ideographic}',
    letter: '\\p{L}',
    lowercase: '\\p{Lowercase}',
    uppercase: '\\p{Uppercase}',
    titlecase: '\\p{Lt}',
    punctuation: '\\p{P}',
    control: '\\p{Cc}',
    white_space: '\\p{White_Space}',
    digit: '\\p{Nd}',
    hex_digit: '\\p{Nd}\\p{Hex_Digit}',
    assigned: '\\P{Cn}',
  }),
);

function titled(name: string): string {
  return name.toLowerCase().replace(/(^|_)[a-z]/g, (letter) => letter.toUpperCase());
}

function firstKnown(classes: readonly string[]): CharacterSet | undefined {
  for (const inside of classes) {
    const set = charactersMatching(inside);
    if (set !== undefined) return set;
  }
  return undefined;
}

const known = new Map<string, CharacterSet>();

/** The characters of a JavaScript class, found by asking for each; undefined where JavaScript knows no such property. */
function charactersMatching(inside: string): CharacterSet | undefined {
  const found = known.get(inside);
  if (found !== undefined) return found;
  const pattern = patternOf(`[${inside}]`);
  if (pattern === undefined) return undefined;
  const ranges: number[] = [];
  for (let codePoint = 0; codePoint <= LAST_CODE_POINT; codePoint++) {
    if (!pattern.test(String.fromCodePoint(codePoint))) continue;
    if (ranges.at(-1) === codePoint - 1) ranges[ranges.length - 1] = codePoint;
    else ranges.push(codePoint, codePoint);
  }
  known.set(inside, ranges);
  return ranges;
}

function patternOf(source: string): RegExp | undefined {
  try {
    return new RegExp(source, 'u');
  } catch {
    return undefined;
  }
}
