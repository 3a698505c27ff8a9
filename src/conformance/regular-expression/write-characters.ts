import type { CharacterSet } from './character-set.js';

/** How an engine writes a character by its number: `\u{61}` in JavaScript, `\x{61}` in RE2. */
export type EscapeLetter = 'u' | 'x';

/** The set as a class that means the same under all flags. */
export function writeCharacters(set: CharacterSet, letter: EscapeLetter): string {
  if (set.length === 2 && set[0] === set[1]) return writeCharacter(set[0] ?? 0, letter);
  if (set.length === 0) return `[^${writeRange(0, 0x10ffff, letter)}]`;
  let out = '';
  for (let i = 0; i < set.length; i += 2) out += writeRange(set[i] ?? 0, set[i + 1] ?? 0, letter);
  return `[${out}]`;
}

function writeRange(first: number, last: number, letter: EscapeLetter): string {
  const start = writeCharacter(first, letter);
  return first === last ? start : `${start}-${writeCharacter(last, letter)}`;
}

function writeCharacter(codePoint: number, letter: EscapeLetter): string {
  const character = String.fromCodePoint(codePoint);
  return /^[0-9A-Za-z]$/.test(character) ? character : `\\${letter}{${codePoint.toString(16)}}`;
}
