import { describe, expect, it } from 'vitest';
import { ALLERGIES, findAllergy } from './catalogue/allergies.js';
import { DRUGS, findDrug } from './catalogue/drugs.js';
import { ingredients } from './catalogue/ingredients.js';
import { allergyConflict, duplicateTherapy } from './prescribing.js';

const allergicTo = (...names: readonly string[]) => ({ allergies: names.map((name) => findAllergy(name)) });

describe('an allergy', () => {
  it.each([
    ['Penicillin', 'Amoxicillin 500 mg', 'same class'],
    ['Penicillin', 'penicillin V', 'same ingredient'],
    ['Aspirin', 'Ibuprofen 400 mg', 'same class'],
    ['Sulfa', 'Co-trimoxazole', 'same ingredient'],
    ['Codeine', 'Morphine', 'same class'],
    ['Heparin', 'enoxaparin', 'same class'],
    ['Lisinopril', 'Lisinopril', 'same ingredient'],
  ])('to %s rules out %s', (allergen, drug, because) => {
    expect(allergyConflict(allergicTo(allergen), findDrug(drug))).toMatchObject({ because });
  });

  it.each([
    ['Penicillin', 'Paracetamol 500 mg'],
    ['Peanut', 'Amoxicillin 500 mg'],
    ['Penicillin', 'Ceftriaxone 1 g'],
    ['Sulfa', 'Furosemide'],
  ])('to %s allows %s', (allergen, drug) => {
    expect(allergyConflict(allergicTo(allergen), findDrug(drug))).toBeUndefined();
  });

  it('of food or the environment never rules out a drug', () => {
    const harmless = { allergies: ALLERGIES.filter(({ type }) => type !== 'DA') };
    for (const drug of DRUGS) expect(allergyConflict(harmless, drug), drug.text).toBeUndefined();
  });

  it('has a class that drugs have', () => {
    const classes = new Set(DRUGS.map(({ allergyClass }) => allergyClass));
    for (const { text, allergyClass } of ALLERGIES) if (allergyClass) expect(classes, text).toContain(allergyClass);
  });
});

describe('duplicate therapy', () => {
  it('is the same ingredient, whatever the salt, form or combination', () => {
    const active = [findDrug('Warfarin'), findDrug('857002')];
    expect(duplicateTherapy(active, findDrug('Paracetamol 500 mg'))?.code).toBe('857002');
    const tartrate = findDrug('metoprolol tartrate');
    expect(duplicateTherapy([tartrate], findDrug('metoprolol succinate'))).toBe(tartrate);
    expect(duplicateTherapy(active, findDrug('Ibuprofen'))).toBeUndefined();
  });
  it('compares ingredients without their salts', () => {
    expect(ingredients(findDrug('857002'))).toEqual(['acetaminophen', 'hydrocodone']);
    expect(ingredients(findDrug('heparin'))).toEqual(['heparin']);
    expect(ingredients(findDrug('Potassium chloride'))).toEqual(['potassium chloride']);
  });
});
