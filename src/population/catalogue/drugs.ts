import type { Drug } from '../facts.js';
import { ROWS } from './drugs.data.js';
import { finder } from './finder.js';
import { ingredients } from './ingredients.js';
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
  // A combination is meant only where it is named as one.
  tiers: [DRUGS.filter((item) => ingredients(item).length === 1), DRUGS],
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

function drug(row: DrugRow): Drug {
  const [code, system, text, ingredient, dose, doseUnit, form, route, frequencies, maxDaily, allergyClass] = row;
  const base = { code, text, system, ingredient, dose, doseUnit, form, route, frequencies, maxDaily };
  return allergyClass === '' ? base : { ...base, allergyClass };
}
