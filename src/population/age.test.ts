import { expect, it } from 'vitest';
import { rng } from '../base/rng.js';
import { ageYears, birthDateFor } from './age.js';

const at = (text: string): Date => new Date(`${text}T12:00:00Z`);

it.each([
  ['20000310', '2026-03-09', 25],
  ['20000310', '2026-03-10', 26],
  ['20040229', '2026-02-28', 21],
  ['20040229', '2026-03-01', 22],
  ['20260309', '2026-03-10', 0],
  ['20260311', '2026-03-10', 0],
])('born %s is on %s %i years old', (birthDate, day, age) => expect(ageYears(birthDate, at(day))).toBe(age));

it.each(['2026-03-10', '2024-02-29', '2025-12-31', '2026-01-01'])(
  'a birth date has the age that was asked for on %s',
  (day) => {
    const random = rng('age', day);
    for (let i = 0; i < 400; i++) {
      const age = i % 100;
      expect(ageYears(birthDateFor(random, age, at(day)), at(day))).toBe(age);
    }
  },
);
