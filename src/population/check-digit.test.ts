import { expect, it } from 'vitest';
import { checkDigit, hasCheckDigit, withCheckDigit } from './check-digit.js';
import { npi, PROVIDERS } from './providers.js';

it('is the modulus 10 digit of the standard: 5 for 12345', () => expect(checkDigit('12345')).toBe('5'));

it('finds every single wrong digit and most swapped neighbours', () => {
  const number = withCheckDigit('4711083');
  expect(hasCheckDigit(number)).toBe(true);
  for (let i = 0; i < number.length; i++) {
    const wrong = `${number.slice(0, i)}${(Number(number[i]) + 1) % 10}${number.slice(i + 1)}`;
    expect(hasCheckDigit(wrong), wrong).toBe(false);
  }
  expect(hasCheckDigit('74711083')).toBe(false);
});

it('refuses what is not a number', () => {
  expect(() => checkDigit('12a')).toThrow("needs decimal digits, not '12a'");
  expect(hasCheckDigit('7')).toBe(false);
});

it('makes NPIs with the issuer prefix 80840: 1234567893', () => {
  expect(npi('123456789')).toBe('1234567893');
  expect(() => npi('323456789')).toThrow('start with 1 or 2');
});

it('gives the staff NPIs that differ, are valid, and cannot belong to a person', () => {
  const ids = PROVIDERS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) {
    expect(hasCheckDigit(`80840${id}`), id).toBe(true);
    expect(id).toMatch(/^2\d{9}$/);
  }
});
