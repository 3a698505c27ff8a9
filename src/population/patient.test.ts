import { describe, expect, it } from 'vitest';
import { rng } from '../base/rng.js';
import { ageYears } from './age.js';
import { HARD_CASES } from './hard-cases.js';
import { type PatientOptions, patient, secondRecord } from './patient.js';

const refDate = new Date('2026-03-02T08:00:00Z');
const options: PatientOptions = { id: '4711', account: 'A1', refDate };
const many = (extra: Partial<PatientOptions> = {}) =>
  Array.from({ length: 200 }, (_, i) => patient(rng('people', i), { ...options, ...extra }));

describe('a patient', () => {
  it('is the same for the same seed, whoever was made before', () => {
    const first = JSON.stringify(patient(rng(7, 'ann'), options));
    patient(rng(7, 'bob'), options);
    expect(JSON.stringify(patient(rng(7, 'ann'), options))).toBe(first);
    expect(JSON.stringify(patient(rng(8, 'ann'), options))).not.toBe(first);
  });

  it('does not change with a new release of faker unnoticed', () => {
    const { name, birthDate, address } = patient(rng(1, 'golden'), options);
    expect({ name, birthDate, address }).toMatchInlineSnapshot(`
      {
        "address": {
          "city": "New Madalyn",
          "country": "USA",
          "state": "MT",
          "street": "135 Meadow Close",
          "zip": "31903",
        },
        "birthDate": "19440510",
        "name": {
          "family": "MacGyver",
          "given": "Bart",
        },
      }
    `);
  });

  it('carries our authority, so that it can be purged, unless another is named', () => {
    expect(patient(rng(1), options).identifiers).toEqual([{ id: '4711', authority: 'PIPEHAT', type: 'MR' }]);
    expect(patient(rng(1), { ...options, authority: 'NORTH' }).account).toEqual({
      id: 'A1',
      authority: 'NORTH',
      type: 'AN',
    });
  });

  it('is plain ASCII and free of delimiters in 200 draws', () => {
    for (const person of many()) expect(JSON.stringify(person)).toMatch(/^[\x20-\x7e]*$/);
    for (const { name, address } of many())
      expect(Object.values({ ...name, ...address }).join(' ')).not.toMatch(/[|^~\\&]/);
  });

  it('keeps within the ages and the sex that were asked for', () => {
    for (const child of many({ ageMin: 2, ageMax: 5, sex: 'F' })) {
      expect(ageYears(child.birthDate, refDate)).toBeGreaterThanOrEqual(2);
      expect(ageYears(child.birthDate, refDate)).toBeLessThanOrEqual(5);
      expect(child).toMatchObject({ sex: 'F', maritalStatus: 'S' });
      expect(['MTH', 'FTH']).toContain(child.nextOfKin[0]?.relationship.code);
    }
  });

  it('has telephone numbers that belong to nobody', () => {
    for (const { phone, nextOfKin } of many()) {
      expect([phone, nextOfKin[0]?.phone].join()).toMatch(/^\(\d{3}\)555-01\d\d,\(\d{3}\)555-01\d\d$/);
    }
  });

  it('is allergic to no drug unless the test asks for it', () => {
    const types = (kind: 'none' | 'harmless' | 'any') =>
      new Set(many({ allergies: kind }).flatMap(({ allergies }) => allergies.map(({ type }) => type)));
    expect(types('none').size).toBe(0);
    expect(types('harmless').has('DA')).toBe(false);
    expect(types('harmless').size).toBeGreaterThan(1);
    expect(types('any').has('DA')).toBe(true);
  });

  it('has a second record under other numbers and the same person', () => {
    const person = patient(rng(1), options);
    const twin = secondRecord(person, { id: '9', account: 'B' });
    expect(twin).toEqual({
      ...person,
      identifiers: [{ id: '9', authority: 'PIPEHAT', type: 'MR' }],
      account: { id: 'B', authority: 'PIPEHAT', type: 'AN' },
    });
  });
});

describe('hard cases', () => {
  const hard = (name: string) => patient(rng('hard'), { ...options, hardCase: name });

  it.each(HARD_CASES.map(({ name }) => name))('%s', (name) => {
    const { name: person, birthDate } = hard(name);
    expect(person.family.length).toBeGreaterThan(0);
    expect(birthDate).toMatch(/^\d{8}$/);
    expect(/^[\x20-\x7e]*$/.test(JSON.stringify(person))).toBe(!name.includes('not ASCII'));
  });

  it('hold what they promise', () => {
    expect(hard('apostrophe and hyphen').name.family).toBe("O'Brien-Smith");
    expect(hard('forty characters').name.family).toHaveLength(40);
    expect(hard('one letter').name).toMatchObject({ family: 'O', given: 'A' });
    expect(hard('newborn')).toMatchObject({ name: { given: 'BABY BOY' }, sex: 'M', birthDate: '20260302' });
    expect(hard('born on 29 February').birthDate).toBe('20040229');
    expect(hard('born in 1900').birthDate).toMatch(/^1900/);
    expect(hard('non-Latin').name.family).toBe('山田');
  });

  it('are listed where the name is wrong', () => {
    expect(() => hard('apostrofe')).toThrow(/no hard case 'apostrofe'.*'apostrophe and hyphen'/);
  });
});
