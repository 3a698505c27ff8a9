import type { Drug } from '../facts.js';

const SALTS = new Set([
  'bitartrate',
  'bromide',
  'calcium',
  'hyclate',
  'hydrochloride',
  'maleate',
  'potassium',
  'propionate',
  'sodium',
  'succinate',
  'sulfate',
  'tartrate',
  'tromethamine',
]);

/** The active ingredients without salt: `['acetaminophen', 'hydrocodone']`. */
export function ingredients(of: Drug): readonly string[] {
  return of.ingredient
    .toLowerCase()
    .split(' / ')
    .map((ingredient) => withoutSalt(ingredient.split(',')[0] ?? ingredient));
}

function withoutSalt(ingredient: string): string {
  const words = ingredient.split(' ');
  while (words.length > 1 && SALTS.has(words.at(-1) ?? '')) words.pop();
  return words.join(' ');
}
