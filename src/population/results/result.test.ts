import { describe, expect, it } from 'vitest';
import { rng } from '../../base/rng.js';
import { ANALYTES, findAnalyte } from '../catalogue/laboratory.js';
import type { Analyte } from '../facts.js';
import { abnormalFlags } from './abnormal-flags.js';
import { rangeFor, rangeText } from './reference-range.js';
import { type ResultMode, resultFor } from './result.js';

const WHO = [
  { sex: 'F', ageYears: 0 },
  { sex: 'M', ageYears: 8 },
  { sex: 'F', ageYears: 34 },
  { sex: 'M', ageYears: 52 },
  { sex: 'F', ageYears: 126 },
] as const;

const draws = (
  analyte: Analyte,
  mode: ResultMode,
  check: (value: string, flag: string | undefined, who: (typeof WHO)[number]) => void,
) => {
  for (const who of WHO) {
    const random = rng(analyte.code, mode, who.sex, who.ageYears);
    for (let i = 0; i < 6; i++) {
      const value = resultFor(analyte, { ...who, random, mode });
      check(value, abnormalFlags(analyte, value, who.sex, who.ageYears)[0], who);
    }
  }
};

const NUMERIC = ANALYTES.filter(({ valueType }) => valueType === 'NM');
const LISTED = ANALYTES.filter(({ valueType }) => valueType !== 'NM');

describe('numeric analytes', () => {
  it('are printed with their decimals, whatever the mode', () => {
    for (const analyte of NUMERIC) {
      const form = new RegExp(`^-?\\d+${analyte.decimals > 0 ? `\\.\\d{${analyte.decimals}}` : ''}$`);
      for (const mode of [
        'normal',
        'abnormal-high',
        'abnormal-low',
        'critical-high',
        'critical-low',
        'plausible',
      ] as const) {
        draws(analyte, mode, (value) => {
          expect(value, analyte.text).toMatch(form);
          expect(value).not.toMatch(/^-0(\.0*)?$/);
        });
      }
    }
  });

  it('are flagged N when normal, wherever there is a range', () => {
    for (const analyte of NUMERIC) {
      draws(analyte, 'normal', (value, flag, { sex, ageYears }) => {
        const expected = rangeFor(analyte, sex, ageYears) === undefined ? undefined : 'N';
        expect(flag, `${analyte.text} ${value} for ${sex} ${ageYears}`).toBe(expected);
      });
    }
  });

  it.each([
    ['abnormal-high', 'high', 'H'],
    ['abnormal-low', 'low', 'L'],
    ['critical-high', 'criticalHigh', 'HH'],
    ['critical-low', 'criticalLow', 'LL'],
  ] as const)('%s is flagged where the range has %s', (mode, limit, expected) => {
    let flagged = 0;
    for (const analyte of NUMERIC) {
      draws(analyte, mode, (value, flag, { sex, ageYears }) => {
        const bound = rangeFor(analyte, sex, ageYears)?.[limit];
        if (bound === undefined || isUnreachable(analyte, mode, bound)) return;
        flagged++;
        expect(flag, `${analyte.text} ${value} for ${sex} ${ageYears}`).toBe(expected);
      });
    }
    expect(flagged).toBeGreaterThan(500);
  });

  it('fall back where a level does not exist', () => {
    const crp = findAnalyte('CRP');
    draws(crp, 'critical-high', (_, flag) => expect(flag).toBe('H'));
    draws(crp, 'abnormal-low', (_, flag) => expect(flag).toBe('N'));
  });

  it('are mostly normal when plausible', () => {
    const sodium = findAnalyte('Sodium');
    const values = Array.from({ length: 500 }, (_, i) =>
      resultFor(sodium, { sex: 'F', ageYears: 40, random: rng(i), mode: 'plausible' }),
    );
    const normal = values.filter((value) => abnormalFlags(sodium, value, 'F', 40)[0] === 'N').length;
    expect(normal).toBeGreaterThan(375);
    expect(normal).toBeLessThan(450);
  });

  it('stay near an earlier value of the patient', () => {
    const random = rng('near');
    for (let i = 0; i < 100; i++) {
      const value = Number(
        resultFor(findAnalyte('Sodium'), { sex: 'F', ageYears: 40, random, mode: 'plausible', near: '128' }),
      );
      expect(Math.abs(value - 128)).toBeLessThanOrEqual(5);
    }
  });
});

/** Nothing lies below a range that starts at 0, or above 100 %. */
function isUnreachable({ unit }: Analyte, mode: ResultMode, bound: number): boolean {
  return (mode === 'abnormal-low' && bound === 0) || (mode === 'abnormal-high' && unit === '%' && bound === 100);
}

describe('coded analytes', () => {
  it('report one of their values', () => {
    for (const analyte of LISTED)
      for (const mode of ['normal', 'abnormal-high', 'plausible'] as const) {
        draws(analyte, mode, (value) => expect(analyte.values, analyte.text).toContain(value));
      }
  });
  it('are normal when expected, A otherwise', () => {
    for (const analyte of LISTED.filter(({ expected }) => expected !== undefined)) {
      draws(analyte, 'normal', (_, flag) => expect(flag, analyte.text).toBe('N'));
      draws(analyte, 'abnormal-high', (_, flag) => expect(flag, analyte.text).toBe('A'));
    }
  });
  it('say susceptible or resistant for an organism', () => {
    const meropenem = findAnalyte('Meropenem MIC');
    draws(meropenem, 'normal', (_, flag) => expect(flag).toBe('S'));
    draws(meropenem, 'abnormal-high', (_, flag) => expect(['I', 'R']).toContain(flag));
    expect(abnormalFlags(meropenem, '>=4', 'F', 40)).toEqual(['R']);
  });
  it('have no flag where nothing is expected: a blood group', () => {
    draws(findAnalyte('ABO group'), 'normal', (_, flag) => expect(flag).toBeUndefined());
  });
});

describe('ranges', () => {
  it('depend on sex and age', () => {
    const hemoglobin = findAnalyte('Hemoglobin');
    expect(rangeText(hemoglobin, 'M', 40)).toBe('13.5-17.5');
    expect(rangeText(hemoglobin, 'F', 40)).toBe('12.0-15.5');
    expect(rangeText(hemoglobin, 'F', 1)).toBe('10.0-14.0');
    expect(abnormalFlags(hemoglobin, '13.0', 'M', 40)).toEqual(['L']);
    expect(abnormalFlags(hemoglobin, '13.0', 'F', 40)).toEqual(['N']);
  });
  it('are printed as OBX-7 asks, and their limits are flagged as printed', () => {
    expect(rangeText(findAnalyte('CRP'), 'F', 40)).toBe('<5.0');
    expect(abnormalFlags(findAnalyte('CRP'), '5.0', 'F', 40)).toEqual(['H']);
    expect(rangeText(findAnalyte('eGFR CKD-EPI 2021'), 'F', 40)).toBe('>60');
    expect(abnormalFlags(findAnalyte('eGFR CKD-EPI 2021'), '60', 'F', 40)).toEqual(['L']);
    expect(abnormalFlags(findAnalyte('Potassium'), '5.1', 'F', 40)).toEqual(['N']);
    expect(rangeText(findAnalyte('Nitrite, urine strip'), 'F', 40)).toBe('Negative');
  });
  it('flag critical values beyond their limits', () => {
    const potassium = findAnalyte('Potassium');
    const flags = ['2.7', '2.8', '3.5', '5.2', '6.2', '6.3'].map(
      (value) => abnormalFlags(potassium, value, 'M', 50)[0],
    );
    expect(flags).toEqual(['LL', 'L', 'N', 'H', 'H', 'HH']);
  });
  it('say nothing about a child where only adults have one, or about text', () => {
    expect(abnormalFlags(findAnalyte('MCV'), '70.0', 'F', 5)).toEqual([]);
    expect(rangeText(findAnalyte('MCV'), 'F', 5)).toBe('');
    expect(abnormalFlags(findAnalyte('Potassium'), 'hemolyzed', 'F', 40)).toEqual([]);
    expect(abnormalFlags(findAnalyte('Potassium'), '>10.0', 'F', 40)).toEqual(['HH']);
  });
});
