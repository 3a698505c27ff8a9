import type { Rng } from '../../../base/rng.js';

export type Damage = (text: string, random: Rng) => string;

/** Some characters at any place become others. */
export function spliced(text: string, random: Rng, count: number, piece: string): string {
  const at = random.integer(0, text.length);
  return text.slice(0, at) + piece + text.slice(at + count);
}

/** One match of the pattern, any one, becomes something else. */
export function replaced(text: string, random: Rng, pattern: RegExp, by: (match: string) => string): string {
  const matches = [...text.matchAll(pattern)];
  if (matches.length === 0) return text;
  const { 0: match, index } = random.pick(matches);
  return text.slice(0, index) + by(match) + text.slice(index + match.length);
}
