import type { Drug } from '../facts.js';
import { ROWS } from './drugs.data.js';
import { finder } from './finder.js';
import type { DrugRow } from './rows.js';

export const DRUGS: readonly Drug[] = ROWS.map(drug);

const ALIASES: Readonly<Record<string, string>> = {
  'Co-amoxiclav': '562508',
  'Co-trimoxazole': '198335',
  GTN: 'NTG04SL',
  'Glyceryl trinitrate': 'NTG04SL',
  'Normal saline': '1807639',
  'Potassium chloride': 'KCL20',
  Thyroxine: '966222',
  Metoprolol: '866924',
  Furosemide: '310429',
};

/**
 * A drug by name and, where it matters, strength or dose: `Paracetamol 500 mg`, `ceftriaxone 1 g`, an RxNorm code. An
 * ingredient alone gives the first of its products. Throws with the nearest names where there is none, or several.
 */
export const findDrug: (name: string) => Drug = finder({
  what: 'drug',
  tiers: [DRUGS],
  names: (item) => [
    item.text,
    item.code,
    item.ingredient,
    ...ingredients(item),
    `${item.ingredient} ${item.dose} ${item.doseUnit}`,
    `${item.text} ${item.route}`,
  ],
  aliases: ALIASES,
});

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

function drug(row: DrugRow): Drug {
  const [code, system, text, ingredient, dose, doseUnit, form, route, frequencies, maxDaily, allergyClass] = row;
  const base = { code, text, system, ingredient, dose, doseUnit, form, route, frequencies, maxDaily };
  return allergyClass === '' ? base : { ...base, allergyClass };
}
