import { type CharacterSet, oneCharacter, union, united } from './character-set.js';

/** Adds the other case of every letter. Java folds ASCII only, unless the flag `u` asks for all of Unicode. */
export function withBothCases(set: CharacterSet, unicode: boolean): CharacterSet {
  return unicode ? withUnicodeCases(set) : withAsciiCases(set);
}

function withAsciiCases(set: CharacterSet): CharacterSet {
  const added: CharacterSet[] = [set];
  for (let i = 0; i < set.length; i += 2) {
    const first = set[i] ?? 0;
    const last = set[i + 1] ?? 0;
    addShifted(added, Math.max(first, 65), Math.min(last, 90), 32);
    addShifted(added, Math.max(first, 97), Math.min(last, 122), -32);
  }
  return united(added);
}

function addShifted(to: CharacterSet[], first: number, last: number, by: number): void {
  if (first <= last) to.push([first + by, last + by]);
}

/** Cased letters all stand below this code point. */
const CASED_END = 0x1e944;

function withUnicodeCases(set: CharacterSet): CharacterSet {
  const added: CharacterSet[] = [];
  for (let i = 0; i < set.length; i += 2) {
    const last = Math.min(set[i + 1] ?? 0, CASED_END);
    for (let codePoint = set[i] ?? 0; codePoint <= last; codePoint++) {
      const character = String.fromCodePoint(codePoint);
      addCase(added, codePoint, character.toUpperCase());
      addCase(added, codePoint, character.toLowerCase());
      addCase(added, codePoint, character.toUpperCase().toLowerCase());
    }
  }
  return union(set, united(added));
}

function addCase(to: CharacterSet[], codePoint: number, other: string): void {
  const folded = other.codePointAt(0) ?? codePoint;
  if (folded !== codePoint && String.fromCodePoint(folded) === other) to.push(oneCharacter(folded));
}
