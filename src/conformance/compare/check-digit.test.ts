import { describe, expect, it } from 'vitest';
import { isLoinc, isSnomed } from './check-digit.js';

describe('check digits', () => {
  it.each(['8302-2', '11502-2', '718-7', '30522-7', '5-9', '64994-7'])('LOINC %s is right', (code) => {
    expect(isLoinc(code)).toBe(true);
  });

  it.each(['8302-3', '8302', '8302-', '123456-1', 'LP8302-2', '8302-2 ', ''])('LOINC %j is wrong', (code) => {
    expect(isLoinc(code)).toBe(false);
  });

  it.each(['22298006', '404684003', '73211009', '900000000000207008', '449868002'])('SNOMED CT %s is right', (code) => {
    expect(isSnomed(code, true)).toBe(true);
  });

  it.each(['22298007', '2229800', '022298006', '22298096', '1234567890123456789', 'x22298006', '10116'])(
    'SNOMED CT %s is wrong',
    (code) => {
      expect(isSnomed(code, true)).toBe(false);
    },
  );

  it('a long identifier has at least eleven digits', () => {
    expect(isSnomed('1000101', false)).toBe(false);
    expect(isSnomed('11000000101', false)).toBe(true);
  });

  it('the check digit of SNOMED CT can be left out of account, its partition not', () => {
    expect(isSnomed('22298007', false)).toBe(true);
    expect(isSnomed('22298096', false)).toBe(false);
  });
});
