import { describe, expect, it } from 'vitest';
import { expectBoth, inSet, isCode, isText, MANY, orders, row, rules } from './testdata/co-constraint-tables.js';
import { judge, told } from './testdata/coded-profile.js';

describe('a row of a co-constraint table', () => {
  const required = { rows: [row('R', { min: 1, max: 1 }, [isCode('A')])] };

  it('is required in each group', () => {
    expectBoth(required, 'A B / B / A', ['co-constraint-required Error ORDER[2]']);
    expectBoth(required, 'A', []);
  });

  it('has a cardinality: more are told at the group by the reference, at the first too many by us', () => {
    expect(told(judge(rules(required), orders('A A A'), 'nist'))).toEqual(['co-constraint-cardinality Error ORDER[1]']);
    expect(told(judge(rules(required), orders('A A A'), 'pipehat'))).toEqual([
      'co-constraint-cardinality Error OBX[2]',
    ]);
    const two = { rows: [row('R', { min: 2, max: 3 }, [isCode('A')])] };
    expectBoth(two, 'A', ['co-constraint-cardinality Error ORDER[1]']);
    expectBoth(two, 'A A', []);
  });

  it('that is not required asks for no minimum in our mode while nothing is there', () => {
    for (const usage of ['O', 'S'] as const) {
      const optional = { rows: [row(usage, { min: 1, max: 1 }, [isCode('A')])] };
      expect(told(judge(rules(optional), orders('B'), 'nist'))).toEqual(['co-constraint-cardinality Error ORDER[1]']);
      expect(told(judge(rules(optional), orders('B'), 'pipehat'))).toEqual([]);
    }
  });

  it('that is recommended is told of where it is missing, if everything is wanted', () => {
    const recommended = { rows: [row('S', { min: 0, max: 1 }, [isCode('A')])] };
    expect(told(judge(rules(recommended), orders('B'), 'pipehat', true))).toEqual([
      'co-constraint-recommended Informational ORDER[1]',
    ]);
    expect(told(judge(rules(recommended), orders('A'), 'pipehat', true))).toEqual([]);
    expect(told(judge(rules(recommended), orders('B'), 'nist', true))).toEqual([]);
  });

  it('takes its segments from the rows that follow', () => {
    const first = row('O', MANY, [isCode('A')]);
    const second = row('R', { min: 1, max: 1 }, [isText('2[1]', 'NM')]);
    expectBoth({ rows: [first, second] }, 'A:NM', ['co-constraint-required Error ORDER[1]']);
    expectBoth({ rows: [first, second] }, 'A:NM B:NM', []);
  });

  it('picks what meets all of its selectors', () => {
    const both = { rows: [row('R', { min: 1, max: 1 }, [isCode('A'), isText('2[1]', 'NM'), inSet('5[*]', 'SET')])] };
    expectBoth(both, 'A:NM::Y^^S1', []);
    for (const text of ['A:NM::Z^^S1', 'A:ST::Y^^S1', 'B:NM::Y^^S1', 'A:::Y^^S1', 'A:NM']) {
      expectBoth(both, text, ['co-constraint-required Error ORDER[1]']);
    }
  });

  it('stands for itself: nothing else may have its group id', () => {
    const alone = { rows: [row('O', MANY, [isCode('A')])] };
    expectBoth(alone, 'A::1 B::1', ['co-constraint-group-id Error OBX[1]-4[1]']);
    expectBoth(alone, 'A::1 B::2', []);
    expectBoth(alone, 'A B', []);
  });
});
