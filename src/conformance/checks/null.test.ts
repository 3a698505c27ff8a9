import { describe, expect, it } from 'vitest';
import { nistMode } from '../mode.js';
import { ADMISSION, basePlan, codesOf, edited, judged } from '../testdata/base-judged.js';
import { Validator } from '../validate.js';

describe('HL7 null', () => {
  it.each([
    ['in an optional field', { '|19700101|': '|""|' }],
    ['in an optional component', { AMELIA: '""' }],
  ])('may stand %s', (_, edits) => {
    expect(codesOf(edited(ADMISSION, edits))).toEqual([]);
  });

  it.each([
    ['in a required field', { '|1|I|': '|1|""|' }, 'PV1[1]-2[1]'],
    ['in a required field with components', { 'GREEN^AMELIA^^^^^L': '""' }, 'PID[1]-5[1]'],
  ])('must not stand %s', (_, edits, path) => {
    expect(judged(edited(ADMISSION, edits))).toEqual([
      expect.objectContaining({ code: 'null-required', path, actual: '""', classification: 'Error' }),
    ]);
  });

  it('is a value to the reference', () => {
    const bytes = Buffer.from(`${edited(ADMISSION, { '|1|I|': '|1|""|' }).join('\r')}\r`);
    const codes = new Validator(basePlan(), { mode: nistMode() }).validate(bytes).map(({ code }) => code);
    expect(codes).not.toContain('null-required');
  });
});
