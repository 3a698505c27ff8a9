import { describe, expect, it } from 'vitest';
import type { Code } from '../model/value-set.js';
import { compileValueSet } from '../plan/compile-value-set.js';
import { nearMiss } from './near-miss.js';

function setOf(...codes: readonly (readonly [value: string, text?: string, usage?: 'E'])[]) {
  const listed: readonly Code[] = codes.map(([value, text = '', usage]) => ({
    value,
    text,
    system: 'S',
    usage: usage ?? 'R',
  }));
  const set = { id: 'SET', name: 'Set', codes: listed };
  return compileValueSet({ sets: new Map([['SET', set]]), excluded: new Set() }, 'SET', [], { file: 'x' });
}

const SET = setOf(['M', 'Male'], ['007', 'Bond'], ['J45.909', 'Asthma'], ['10*3/uL'], ['mg/dL'], ['N', 'Never', 'E']);

describe('what was probably meant', () => {
  it.each([
    ['m', 'case', 'M'],
    [' M', 'blanks', 'M'],
    ['M ', 'blanks', 'M'],
    ['7', 'leading-zeros', '007'],
    ['0007', 'leading-zeros', '007'],
    ['J45909', 'punctuation', 'J45.909'],
    ['j45.909', 'case', 'J45.909'],
    ['103/uL', 'punctuation', '10*3/uL'],
    ['MG/DL', 'case', 'mg/dL'],
    ['Male', 'display-text', 'M'],
    [' male', 'display-text', 'M'],
  ] as const)('%j differs in %s from %s', (sent, difference, code) => {
    expect(nearMiss([SET], sent)).toMatchObject({ difference, code: { value: code } });
  });

  it.each(['', 'X', 'Z99', '-', '  ', 'n', 'Never'])('%j is like no code that may be sent', (sent) => {
    expect(nearMiss([SET], sent)).toBeUndefined();
  });

  it('prefers a code of any set to the text of one', () => {
    expect(nearMiss([setOf(['1', 'yes']), setOf(['YES', 'Affirmative'])], 'yes')).toMatchObject({
      difference: 'case',
      code: { value: 'YES' },
    });
  });
});
