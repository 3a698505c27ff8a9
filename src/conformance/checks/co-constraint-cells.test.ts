import { describe, expect, it } from 'vitest';
import type { CoConstraintCell } from '../model/co-constraint.js';
import { expectBoth, inSet, isCode, isText, MANY, MODES, orders, row, rules } from './testdata/co-constraint-tables.js';
import { judge, told } from './testdata/coded-profile.js';

describe('the cells of a row', () => {
  const only = (...cells: readonly CoConstraintCell[]) => ({ rows: [row('O', MANY, [isCode('A')], ...cells)] });

  it('demand a text', () => {
    expectBoth(only(isText('2[1]', 'NM')), 'A:NM', []);
    expectBoth(only(isText('2[1]', 'NM')), 'A:ST', ['co-constraint-text Error OBX[1]-2[1]']);
    expectBoth(only(isText('2[1]', 'NM')), 'A', []);
    expectBoth(only(isText('2[1]', 'NM')), 'B:ST', []);
    expectBoth(only(isText('4[*]', 'x&y')), 'A::x\\T\\y', []);
    // One of several is enough.
    expectBoth(only(isText('4[*]', 'x')), 'A::y~x', []);
    expectBoth(only(isText('4[*]', 'x')), 'A::y~z', [
      'co-constraint-text Error OBX[1]-4[1]',
      'co-constraint-text Error OBX[1]-4[2]',
    ]);
  });

  const value = (code: string) => ({ ...isCode(code), path: '5[1]', name: 'OBX-5' });

  it.each([
    ['Y^^LN', [], []],
    ['X^^L^Y^^LN', [], []],
    ['^text', [], []],
    ['X^^LN', ['co-constraint-code .1'], ['co-constraint-code .1']],
    ['X^^LN^Z^^LN', ['co-constraint-code .1', 'co-constraint-code .4'], ['co-constraint-code .1']],
    ['Y^^SCT', ['co-constraint-code-system .3'], ['co-constraint-code-system .3']],
    ['Y', ['co-constraint-code-system-missing '], ['co-constraint-code-system-missing ']],
    ['X^^LN^Y^^SCT', ['co-constraint-code .1', 'co-constraint-code-system .6'], ['co-constraint-code-system .6']],
  ])('demand a code: %s', (text, nist, pipehat) => {
    const at = (texts: readonly string[]) =>
      texts.map((one) => one.replace(/ (\.\d)?$/, (_, below) => ` Error OBX[1]-5[1]${below ?? ''}`)).sort();
    const table = rules(only(value('Y')));
    expect(told(judge(table, orders(`A:::${text}`), 'nist'))).toEqual(at(nist));
    expect(told(judge(table, orders(`A:::${text}`), 'pipehat'))).toEqual(at(pipehat));
  });

  it('say that a code system is the right one under another name', () => {
    const [finding] = judge(rules(only(value('Y'))), orders('A:::Y^^LOINC'), 'pipehat');
    expect(finding).toMatchObject({ expected: 'LN', actual: 'LOINC' });
    expect(finding?.message).toContain('in another way');
  });

  it('demand a code of a value set: the reference tells twice, we once and at the code', () => {
    const cell = only(inSet('5[1]', 'SET'));
    expectBoth(cell, 'A:::Y^^S1', []);
    expectBoth(cell, 'A', []);
    expect(told(judge(rules(cell), orders('A:::Z^^S1'), 'nist'))).toEqual([
      'co-constraint-value-set Error OBX[1]',
      'code-not-found Error OBX[1]-5[1]',
    ]);
    expect(told(judge(rules(cell), orders('A:::Z^^S1'), 'pipehat'))).toEqual([
      'co-constraint-value-set Error OBX[1]-5[1].1',
    ]);
    const [hinted] = judge(rules(cell), orders('A:::y^^S1'), 'pipehat');
    expect(hinted).toMatchObject({ section: 'content', actual: 'y (S1) [probably Y, text of Y]' });
  });

  it('put what the value set says besides into their own section', () => {
    const cell = rules(only(inSet('5[1]', 'SET')));
    expect(judge(cell, orders('A:::P^^S1'), 'nist')).toMatchObject([
      { code: 'code-permitted', section: 'content', classification: 'Alert' },
    ]);
    expect(judge(cell, orders('A:::P^^S1'), 'pipehat')).toEqual([]);
    expect(told(judge(cell, orders('A:::E^^S1'), 'nist'))).toEqual(['code-excluded Error OBX[1]-5[1]']);
    expect(told(judge(cell, orders('A:::E^^S1'), 'pipehat'))).toEqual(['co-constraint-value-set Error OBX[1]-5[1].1']);
  });

  it('of a set that is not to be looked up fail in the reference; we tell what the profile lacks', () => {
    const cell = rules(only(inSet('5[1]', 'GONE')));
    expect(told(judge(cell, orders('A:::Y^^S1'), 'nist'))).toEqual([
      'co-constraint-value-set Error OBX[1]',
      'value-set-not-found Specification Error OBX[1]-5[1]',
    ]);
    expect(told(judge(cell, orders('A:::Y^^S1'), 'pipehat'))).toEqual([
      'value-set-not-found Specification Error OBX[1]-5[1]',
    ]);
  });

  it('that are met are told, if everything is wanted', () => {
    const cells = rules(only(isText('2[1]', 'NM'), value('Y'), inSet('6[1]', 'SET')));
    for (const mode of MODES) {
      expect(told(judge(cells, orders('A:NM::Y^^LN'), mode, true))).toEqual([
        'co-constraint-met Affirmative OBX[1]-2[1]',
        'co-constraint-met Affirmative OBX[1]-5[1]',
      ]);
    }
  });

  it('that cannot be looked up are faults of the profile', () => {
    expectBoth(only(isText('2[1].1[1]', 'NM')), 'A:NM', ['co-constraint-cell Specification Error OBX[1]']);
    expectBoth(only(isText('5[1]', 'NM')), 'A:::NM', ['co-constraint-cell Specification Error OBX[1]']);
    const nested = { ...isCode('Y'), path: '5[1]', locations: [{ code: '.' }] };
    expectBoth(only(nested), 'A:::Y', ['co-constraint-cell Specification Error OBX[1]-5[1]']);
    const several = rules(only(inSet('2[1]', 'SET', 'OTHER')));
    expect(told(judge(several, orders('A:Y'), 'nist'))).toEqual([
      'binding-several-sets Specification Error OBX[1]-2[1]',
      'co-constraint-binding Specification Error OBX[1]',
    ]);
    expect(told(judge(rules(only(inSet('4[1]', 'SET'))), orders('A::Y'), 'pipehat'))).toEqual([
      'binding-location Specification Error OBX[1]-4[1]',
    ]);
  });
});
