import { ingredients } from './catalogue/ingredients.js';
import type { Allergy, Drug, Patient } from './facts.js';

export interface AllergyConflict {
  readonly allergy: Allergy;
  readonly because: 'same ingredient' | 'same class';
}

/** The first of the patient's allergies that rules the drug out, by ingredient or by class. */
export function allergyConflict(patient: Pick<Patient, 'allergies'>, drug: Drug): AllergyConflict | undefined {
  const own = ingredients(drug);
  for (const allergy of patient.allergies) {
    // A combination is named `Sulfamethoxazole and trimethoprim`; a salt is never part of an allergy's name.
    const triggers = allergy.text.toLowerCase().split(' and ');
    if (triggers.some((trigger) => own.includes(trigger))) return { allergy, because: 'same ingredient' };
    if (allergy.allergyClass !== undefined && allergy.allergyClass === drug.allergyClass) {
      return { allergy, because: 'same class' };
    }
  }
  return undefined;
}

/** The first of the active drugs that shares an ingredient with `drug`: paracetamol beside a combination with it. */
export function duplicateTherapy(active: readonly Drug[], drug: Drug): Drug | undefined {
  const wanted = new Set(ingredients(drug));
  return active.find((other) => ingredients(other).some((ingredient) => wanted.has(ingredient)));
}
