import { describe, expect, it } from 'vitest';
import { isLoinc, isSnomed } from './check-digit.js';

/** Invented numbers; no content of a terminology. */
describe('check digits', () => {
  it.each(['8302-2', '11502-2', '718-7', '30522-7', '5-9', '64994-7'])('LOINC %s is right', (code) => {
    expect(isLoinc(code)).toBe(true);
  });

  it.each(['8302-3', '8302', '8302-', '123456-1', 'LP8302-2', '8302-2 ', ''])('LOINC %j is wrong', (code) => {
    expect(isLoinc(code)).toBe(false);
  });

  it.each(['123456001', '987654010', '5555500025', '7777123456711101'])('SNOMED CT %s is right', (code) => {
    expect(isSnomed(code, true)).toBe(true);
  });

  it.each(['123456002', '12345', '0123456001', '123456091', '1234567890123456789', 'x123456001', '10116'])(
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
    expect(isSnomed('123456002', false)).toBe(true);
    expect(isSnomed('123456091', false)).toBe(false);
  });
});
