import { describe, expect, it } from 'vitest';
import { DOSE, doseOf, FREQUENCY, patternOf, taperSteps } from './pharmacy-words.js';

describe('a frequency in words', () => {
  it.each([
    ['every 6 hours', 'Q6H'],
    ['every 10 minutes', 'Q10M'],
    ['every 4 hours as needed', 'PRNQ4H'],
    ['as needed', 'PRN'],
    ['once', 'Once'],
    ['once a day', 'Q1D'],
    ['three times a day', 'TID'],
    ['continuously', 'C'],
  ])('%s is %s', (words, pattern) => {
    expect(new RegExp(`^(?:${FREQUENCY.source})$`).test(words)).toBe(true);
    expect(patternOf(words)).toBe(pattern);
  });

  it('that nobody uses is a mistake of the scenario', () => {
    expect(() => patternOf('now and then')).toThrow('"now and then" is no frequency');
  });
});

describe('a dose in words', () => {
  it.each([
    ['500 mg', 500, 'mg'],
    ['2.5 mL', 2.5, 'mL'],
    ['125 mL/h', 125, 'mL/h'],
    ['4 [iU]', 4, '[iU]'],
  ])('%s', (words, amount, unit) => {
    expect(new RegExp(`^(?:${DOSE.source})$`).test(words)).toBe(true);
    expect(doseOf(words)).toEqual({ amount, unit });
  });

  it.each(['500', 'mg', '500 spoons', '5 grams'])('%s is none', (words) => {
    expect(() => doseOf(words)).toThrow('is no dose');
  });
});

describe('a taper', () => {
  it('has a part for each row', () => {
    const rows = [
      { dose: '40 mg', frequency: 'in the morning', days: '3' },
      { dose: '20 mg', frequency: 'every 12 hours', days: '4' },
    ];
    expect(taperSteps(rows)).toEqual([
      { amount: 40, unit: 'mg', pattern: 'QAM', days: 3 },
      { amount: 20, unit: 'mg', pattern: 'Q12H', days: 4 },
    ]);
  });
});
