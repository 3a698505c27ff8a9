import type { Allergy } from '../facts.js';
import { ROWS } from './allergies.data.js';
import { finder } from './finder.js';
import type { AllergyRow } from './rows.js';

/** Which class of drugs (`Drug.allergyClass`) an allergy rules out. A drug is also matched by its ingredient. */
const CLASSES: Readonly<Record<string, string>> = {
  'Penicillin V': 'Penicillin',
  Amoxicillin: 'Penicillin',
  Cephalexin: 'Cephalosporin',
  Ceftriaxone: 'Cephalosporin',
  'Sulfamethoxazole and trimethoprim': 'Sulfonamide antibiotic',
  Aspirin: 'NSAID',
  Ibuprofen: 'NSAID',
  Codeine: 'Opioid',
  Morphine: 'Opioid',
  Lisinopril: 'ACE inhibitor',
  Ciprofloxacin: 'Fluoroquinolone',
  Azithromycin: 'Macrolide',
  Erythromycin: 'Macrolide',
  Vancomycin: 'Glycopeptide',
  Phenytoin: 'Hydantoin',
  Heparin: 'Heparin',
  Atorvastatin: 'Statin',
};

export const ALLERGIES: readonly Allergy[] = ROWS.map(allergy);

const ALIASES: Readonly<Record<string, string>> = {
  Penicillin: 'Penicillin V',
  Sulfa: 'Sulfamethoxazole and trimethoprim',
  NSAID: 'Ibuprofen',
  NSAIDs: 'Ibuprofen',
  Peanuts: 'Peanut',
  Nuts: 'Tree nuts',
  Milk: "Cow's milk",
  Contrast: 'Iodinated contrast',
};

/** An allergy by the name of what triggers it. Throws with the nearest names where there is none. */
export const findAllergy: (name: string) => Allergy = finder({
  what: 'allergy',
  tiers: [ALLERGIES],
  names: (item) => [item.text, item.code],
  aliases: ALIASES,
});

function allergy([code, system, text, type, reaction, severity]: AllergyRow): Allergy {
  const allergyClass = CLASSES[text];
  return { code, system, text, type, severity, reaction, ...(allergyClass === undefined ? {} : { allergyClass }) };
}
