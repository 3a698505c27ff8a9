import { describe, expect, it } from 'vitest';
import { type CodedRules, judge, valueSet } from './testdata/coded-profile.js';

const SET = valueSet('SEX', 'M:HL70001 F:HL70001', { name: 'Administrative Sex' });
const LABS = valueSet('LABS', '8302-2:LN 01:LN');

function finding(field: string, mode: 'nist' | 'pipehat' = 'pipehat') {
  const rules: CodedRules = {
    sets: [SET, LABS],
    bindings: [
      { target: '1[*]', strength: 'R', locations: [{ code: '.' }], sets: ['SEX'] },
      { target: '2[*]', strength: 'R', locations: [{ code: '1[1]', system: '3[1]' }], sets: ['LABS'] },
    ],
  };
  const findings = judge(rules, `ZVS|${field}`, mode);
  if (mode === 'pipehat') expect(findings).toHaveLength(1);
  return findings[0];
}

describe('advice', () => {
  it.each([
    ['m', 'upper and lower case', 'm [probably M, text of M]'],
    [' M', 'blanks', ' M [probably M, text of M]'],
    ['text of F', 'display text', 'text of F [probably F, text of F]'],
    ['|1^^LN', 'leading zeros', '1 (LN) [probably 01, text of 01]'],
    ['|83022^^LN', 'punctuation', '83022 (LN) [probably 8302-2, text of 8302-2]'],
    ['|8302-2^^LOINC', 'same code system', '8302-2 (LOINC) [that is LN]'],
    ['|8302-2^^2.16.840.1.113883.6.1', 'same code system', '8302-2 (2.16.840.1.113883.6.1) [that is LN]'],
  ])('on %j speaks of %s', (field, words, actual) => {
    const told = finding(field);
    expect(told?.message).toContain(words);
    expect(told?.actual).toBe(actual);
  });

  it('is not given where nothing is near', () => {
    expect(finding('Q')).toMatchObject({ actual: 'Q', message: 'the code is not in SEX (Administrative Sex)' });
    expect(finding('|8302-2^^SCT')?.message).not.toContain('same code system');
  });

  it('never puts a value of the message, nor the code that was meant, into the message', () => {
    for (const field of ['m', 'text of F', '|83022^^LN', '|8302-2^^LOINC', '|XYZZY^^LN']) {
      expect(finding(field)?.message).not.toMatch(/\bm\b|\bM\b|\bF\b|83022|8302-2|XYZZY|LOINC/);
    }
  });

  it('lists the codes of a small set as what is expected', () => {
    expect(finding('Q')?.expected).toBe('a code of SEX (Administrative Sex): M, F');
    expect(finding('|8302-2^^SCT')?.expected).toBe('code system LN');
  });

  it('is ours: the reference gives none', () => {
    expect(finding('m', 'nist')).toMatchObject({ actual: 'm' });
  });
});
