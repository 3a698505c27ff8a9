import { describe, expect, it } from 'vitest';
import { rng } from '../base/rng.js';
import { ageYears } from './age.js';
import { findDiagnosis } from './catalogue/diagnoses.js';
import { patient } from './patient.js';
import { findPlace, location, PLACES } from './places.js';
import { PROVIDERS } from './providers.js';
import { visit } from './visit.js';

const at = new Date('2026-03-02T08:00:00Z');
const person = (key: number, ages: { ageMin: number; ageMax: number }) =>
  patient(rng('visit', key), { id: String(key), account: 'A', refDate: at, ...ages });

describe('a visit', () => {
  it('has a diagnosis that fits sex and age', () => {
    for (let i = 0; i < 400; i++) {
      const who = person(i, { ageMin: i % 90, ageMax: i % 90 });
      const { diagnoses } = visit(rng('v', i), { number: 'V', patientClass: i % 2 ? 'I' : 'O', at, patient: who });
      const diagnosis = findDiagnosis(diagnoses[0]?.code ?? '');
      const age = ageYears(who.birthDate, at);
      expect(['A', who.sex]).toContain(diagnosis.sex);
      expect(age).toBeGreaterThanOrEqual(diagnosis.ageMin);
      expect(age).toBeLessThanOrEqual(diagnosis.ageMax);
    }
  });

  it('lies in a ward that fits: newborns in the neonatal unit, children in paediatrics', () => {
    for (let i = 0; i < 60; i++) {
      const child = visit(rng('c', i), {
        number: 'V',
        patientClass: 'I',
        at,
        patient: person(i, { ageMin: 5, ageMax: 12 }),
      });
      expect(child.location?.pointOfCare).toBe('PED');
    }
    const stroke = visit(rng(1), { number: 'V', patientClass: 'I', at, diagnosis: findDiagnosis('Stroke') });
    expect(stroke).toMatchObject({ hospitalService: 'NEU', location: { pointOfCare: 'NEURO', facility: 'PHGH' } });
    const birth = visit(rng(1), { number: 'V', patientClass: 'I', at, diagnosis: findDiagnosis('Newborn') });
    expect(birth.location?.pointOfCare).toBe('NEO');
  });

  it.each([
    ['I', 'location', 'admittedAt'],
    ['E', 'location', 'admittedAt'],
    ['O', 'location', 'admittedAt'],
    ['P', 'pendingLocation', 'expectedAdmit'],
  ] as const)('of class %s has %s and %s', (patientClass, where, when) => {
    const made = visit(rng(2), { number: 'V1', patientClass, at });
    expect(made.number).toEqual({ id: 'V1', authority: 'PIPEHAT', type: 'VN' });
    expect(made[where]).toBeDefined();
    expect(made[when]).toBeInstanceOf(Date);
    expect(made.diagnoses).toHaveLength(1);
  });

  it('of class P is not admitted yet, of class N is nowhere', () => {
    const planned = visit(rng(2), { number: '1', patientClass: 'P', at });
    expect(planned).toMatchObject({ preAdmitNumber: 'P1' });
    expect(planned.location).toBeUndefined();
    expect(planned.expectedAdmit?.getTime()).toBeGreaterThan(at.getTime());
    const person = visit(rng(2), { number: '1', patientClass: 'N', at });
    expect([person.location, person.pendingLocation, person.admittedAt, person.diagnoses]).toEqual([
      undefined,
      undefined,
      undefined,
      [],
    ]);
  });

  it('takes the service of the bed that was asked for', () => {
    const made = visit(rng(3), { number: '1', patientClass: 'I', at, location: location('ICU^501^1') });
    expect(made).toMatchObject({
      hospitalService: 'ICU',
      location: { pointOfCare: 'ICU', room: '501', bed: '1', facility: 'PHGH' },
    });
  });

  it('is the same for the same seed', () => {
    const make = () => JSON.stringify(visit(rng(9), { number: '1', patientClass: 'E', at }));
    expect(make()).toBe(make());
  });
});

describe('places', () => {
  it('have beds with the widths of the list', () => {
    expect(findPlace('Emergency Department').beds[0]).toEqual({
      pointOfCare: 'ED',
      room: '01',
      bed: '1',
      facility: 'PHGH',
    });
    expect(findPlace('MED1').beds).toHaveLength(30);
    expect(findPlace('Radiology').beds).toEqual([]);
    expect(PLACES).toHaveLength(38);
  });
  it('are read from text, ours or not', () => {
    expect(location('WARD9^1')).toEqual({ pointOfCare: 'WARD9', room: '1', facility: 'PHGH' });
    expect(location('X^1^2^OTHER')).toEqual({ pointOfCare: 'X', room: '1', bed: '2', facility: 'OTHER' });
    expect(() => location('^1')).toThrow('is no location');
  });
});

it('every service that looks after a diagnosis has somebody who works in it', () => {
  const services = new Set(PROVIDERS.map(({ hospitalService }) => hospitalService));
  for (const { hospitalService } of PLACES) expect(services).toContain(hospitalService);
});
