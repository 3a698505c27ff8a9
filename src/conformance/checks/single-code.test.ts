import { describe, expect, it } from 'vitest';
import { type CodedRules, judge, told } from './testdata/coded-profile.js';

const FIRST = [{ code: '1[1]', system: '3[1]' }];
const BOTH = [...FIRST, { code: '4[1]', system: '6[1]' }];
const SINGLE = { code: 'A', system: 'S1' };

const both: CodedRules = { singleCodes: [{ ...SINGLE, target: '2[*]', locations: BOTH }] };

describe('a code that is the only one allowed', () => {
  it.each([
    ['A^^S1', [], []],
    ['^^^A^^S1', [], []],
    ['X^^L^A^^S1', [], []],
    ['^text', [], []],
    ['X^^S1', ['single-code-wrong Error .1'], ['single-code-wrong Error .1']],
    ['X^^S1^Y^^S1', ['single-code-wrong Error .1', 'single-code-wrong Error .4'], ['single-code-wrong Error .1']],
    ['A^^S9', ['single-code-system-wrong Error '], ['single-code-system-wrong Error .3']],
    ['A', ['single-code-system-missing Error '], ['single-code-system-missing Error .1']],
    [
      'X^^S1^A^^S9',
      ['single-code-system-wrong Error ', 'single-code-wrong Error .1'],
      ['single-code-system-wrong Error .6'],
    ],
    ['A^^S1^A^^S1', ['single-code-at-two-places Error '], ['single-code-at-two-places Error ']],
  ])('%s', (field, nist, pipehat) => {
    const at = (texts: readonly string[]) =>
      texts
        .map((text) => text.replace(/ (\.\d)?$/, (_, below: string | undefined) => ` ZVS[1]-2[1]${below ?? ''}`))
        .sort();
    expect(told(judge(both, `ZVS||${field}`, 'nist'))).toEqual(at(nist));
    expect(told(judge(both, `ZVS||${field}`, 'pipehat'))).toEqual(at(pipehat));
  });

  it('needs no system where none has a place', () => {
    const rules: CodedRules = { singleCodes: [{ ...SINGLE, target: '1[*]', locations: [{ code: '.' }] }] };
    for (const mode of ['nist', 'pipehat'] as const) {
      expect(judge(rules, 'ZVS|A', mode)).toEqual([]);
      expect(told(judge(rules, 'ZVS|A~B', mode))).toEqual(['single-code-wrong Error ZVS[1]-1[2]']);
    }
  });

  it('is told where it is right, if everything is wanted', () => {
    for (const mode of ['nist', 'pipehat'] as const) {
      const path = mode === 'nist' ? 'ZVS[1]-2[1]' : 'ZVS[1]-2[1].1';
      expect(told(judge(both, 'ZVS||A^^S1', mode, true))).toEqual([`single-code-member Affirmative ${path}`]);
    }
  });

  it('on a simple data type is lost in the reference, and kept by us', () => {
    const on = { kind: 'datatype', by: 'id', value: 'ST' } as const;
    const rules: CodedRules = { singleCodes: [{ ...SINGLE, on, target: '.', locations: [{ code: '.' }] }] };
    expect(told(judge(rules, 'ZVS|X', 'nist'))).toEqual([]);
    expect(told(judge(rules, 'ZVS|X', 'pipehat')).filter((text) => text.includes('ZVS'))).toEqual([
      'single-code-wrong Error ZVS[1]-1[1]',
    ]);
  });

  it('cannot be looked for where no simple element is', () => {
    const rules: CodedRules = {
      singleCodes: [{ ...SINGLE, target: '2[*]', locations: [{ code: '.' }, { code: '.' }] }],
    };
    expect(told(judge(rules, 'ZVS||A', 'nist'))).toHaveLength(2);
    expect(told(judge(rules, 'ZVS||A', 'pipehat'))).toEqual(['binding-location Specification Error ZVS[1]-2[1]']);
  });

  it('stands at two places for the reference, where the profile names one place twice', () => {
    const rules: CodedRules = { singleCodes: [{ ...SINGLE, target: '2[*]', locations: [...FIRST, ...FIRST] }] };
    expect(told(judge(rules, 'ZVS||A^^S1', 'nist'))).toEqual(['single-code-at-two-places Error ZVS[1]-2[1]']);
    expect(told(judge(rules, 'ZVS||A^^S1', 'pipehat'))).toEqual([]);
  });

  it('says that a system is the right one under another name', () => {
    const rules: CodedRules = {
      singleCodes: [{ code: '8302-2', system: 'LN', target: '2[*]', locations: FIRST }],
    };
    const [finding] = judge(rules, 'ZVS||8302-2^^LOINC', 'pipehat');
    expect(finding).toMatchObject({ expected: '8302-2 (LN)', actual: '8302-2 (LOINC)' });
    expect(finding?.message).toContain('in another way');
  });
});
