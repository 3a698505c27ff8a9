import { describe, expect, it } from 'vitest';
import type { CoConstraintTable } from '../model/co-constraint.js';
import { expectBoth, isCode, MODES, orders, row, rules } from './testdata/co-constraint-tables.js';
import { judge, told } from './testdata/coded-profile.js';

describe('where tables hold', () => {
  const required = [row('R', { min: 1, max: 1 }, [isCode('A')])];
  const when = (path: string, text: string): Partial<CoConstraintTable> => ({
    rows: required,
    condition: {
      description: 'the order is new',
      assertion: { kind: 'plain-text', path, text, ignoreCase: false },
    },
  });

  it('is decided by a condition, in the group', () => {
    expectBoth(when('1[1].1[1]', '1'), 'B', ['co-constraint-required Error ORDER[1]']);
    expectBoth(when('1[1].1[1]', '2'), 'B', []);
    expectBoth(when('1[1].1[1].1[1]', '1'), 'B', ['co-constraint-condition Specification Error ORDER[1]']);
  });

  it('may be the message itself', () => {
    const whole = rules({ rows: required }, { contextPath: '.', contextName: 'TST_T01', segmentPath: '3[*].2[*]' });
    for (const mode of MODES) {
      expect(told(judge(whole, orders('B / A'), mode))).toEqual([]);
      expect(told(judge(whole, orders('B / B'), mode))).toEqual(['co-constraint-required Error TST_T01[1]']);
    }
  });

  it('is nowhere for another message', () => {
    const other = rules({ rows: required }, { message: 'OTHER' });
    for (const mode of MODES) expect(judge(other, orders('B'), mode)).toEqual([]);
  });

  it.each([
    [
      'the context leads below a simple element',
      { contextPath: '2[*].1[1].1[1]' },
      'co-constraint-context',
      'TST_T01[1]',
    ],
    [
      'the segments lie below a simple element',
      { segmentPath: '2[*].2[1].1[1]' },
      'co-constraint-segments',
      'ORDER[1]',
    ],
    ['the segments are fields', { segmentPath: '2[*].2[1]' }, 'co-constraint-not-a-segment', 'OBX[1]-2[1]'],
  ])('must be reachable: %s', (_, paths, code, path) => {
    const table = rules({ rows: [] }, paths);
    for (const mode of MODES) {
      expect(told(judge(table, `ZVS|1\n${orders('B:ST')}`, mode))).toEqual([`${code} Specification Error ${path}`]);
    }
  });

  it('must be a group; this is told once', () => {
    const table = rules({ rows: required }, { contextPath: '2[*]' });
    const code = 'co-constraint-not-a-group Specification Error';
    expect(told(judge(table, 'ZVS|1\nZVS|2', 'nist'))).toEqual([`${code} ZVS[2]`]);
    expect(told(judge(table, 'ZVS|1\nZVS|2', 'pipehat'))).toEqual([`${code} ZVS[1]`]);
  });

  it('is told once where two segments of one context cannot be found', () => {
    const [one] = rules({ rows: [] }, { contextPath: '2[*].1[1].1[1]' }).coConstraints ?? [];
    const coConstraints = one === undefined ? [] : [one, { ...one, segmentPath: '1[*]' }];
    for (const mode of MODES) expect(judge({ coConstraints }, 'ZVS|1', mode)).toHaveLength(1);
  });

  it('simple tables come before conditional ones', () => {
    const conditional = { ...when('1[1].1[1]', '1'), groupIds: [], groups: [] } as CoConstraintTable;
    const simple = { rows: [row('R', { min: 1, max: 1 }, [isCode('C')])], groupIds: [], groups: [] };
    const findings = judge(rules({}, { tables: [conditional, simple] }), orders('B'), 'nist');
    expect(findings.map(({ rule }) => rule)).toEqual(['OBX where OBX-3 = C (LN)', 'OBX where OBX-3 = A (LN)']);
  });
});
