import { describe, expect, it } from 'vitest';
import { expectBoth, isCode, isText, MANY, orders, row, rules } from './testdata/co-constraint-tables.js';
import { judge, told } from './testdata/coded-profile.js';

describe('a co-constraint group', () => {
  const group = {
    name: 'G',
    usage: 'R',
    cardinality: { min: 1, max: 2 },
    primary: row('R', { min: 1, max: 1 }, [isCode('P')], isText('2[1]', 'ST')),
    others: [row('R', { min: 1, max: 1 }, [isCode('Q')], isText('2[1]', 'NM'))],
  } as const;

  it('begins with the primary row and holds what shares its group id', () => {
    expectBoth({ groups: [group] }, 'P:ST:1 Q:NM:1', []);
    expectBoth({ groups: [group] }, 'Q:NM:2 P:ST:1 Q:NM:1 P:ST:2', []);
    expectBoth({ groups: [group] }, 'P:ST:1 Q:NM:2', ['co-constraint-required Error ORDER[1]']);
  });

  it('is required, and has a cardinality', () => {
    expectBoth({ groups: [group] }, 'Q:NM:1', ['co-constraint-group-required Error ORDER[1]']);
    expectBoth({ groups: [group] }, 'P:ST:1 Q:NM:1 P:ST:2 Q:NM:2 P:ST:3 Q:NM:3', [
      'co-constraint-group-cardinality Error ORDER[1]',
    ]);
  });

  it('is not there without a group id', () => {
    expectBoth({ groups: [group] }, 'P:ST Q:NM', ['co-constraint-group-required Error ORDER[1]']);
  });

  it('that is not required may be missing', () => {
    expectBoth({ groups: [{ ...group, usage: 'O', cardinality: { min: 0, max: 1 } }] }, 'Q:NM:1', []);
    const strict = { ...group, usage: 'S', cardinality: { min: 1, max: 1 } } as const;
    expect(told(judge(rules({ groups: [strict] }), orders('Q:NM:1'), 'pipehat'))).toEqual([]);
    expect(told(judge(rules({ groups: [strict] }), orders('Q:NM:1'), 'nist'))).toHaveLength(1);
  });

  it('checks primary and other rows, each in its own group', () => {
    expectBoth({ groups: [group] }, 'P:XX:1 Q:NM:1 P:ST:2 Q:YY:2', [
      'co-constraint-text Error OBX[1]-2[1]',
      'co-constraint-text Error OBX[4]-2[1]',
    ]);
    expect(judge(rules({ groups: [group] }), orders('P:XX:1 Q:NM:1'), 'pipehat')[0]?.message).toContain('group G');
  });

  it('leaves what it does not take to the next group, and gets what rows of their own leave', () => {
    const next = { ...group, name: 'H', primary: row('R', { min: 1, max: 1 }, [isCode('Q')]), others: [] };
    expectBoth({ groups: [group, next] }, 'P:ST:1 Q:NM:1 Q:NM:2', []);
    expectBoth({ rows: [row('O', MANY, [isCode('P')])], groups: [group] }, 'P:ST:1 Q:NM:2', [
      'co-constraint-group-required Error ORDER[1]',
    ]);
  });

  it('finds its id in the order of priority', () => {
    const groupIds = [
      { priority: 2, path: '4[1]', name: 'OBX-4' },
      { priority: 1, path: '2[1]', name: 'OBX-2' },
    ];
    const plain = {
      ...group,
      primary: row('R', { min: 1, max: 1 }, [isCode('P')]),
      others: [row('R', { min: 1, max: 1 }, [isCode('Q')])],
    };
    expectBoth({ groups: [plain], groupIds }, 'P:7:1 Q:7:2', []);
    expectBoth({ groups: [plain], groupIds }, 'P:7:1 Q:8:1', ['co-constraint-required Error ORDER[1]']);
    expectBoth({ groups: [plain], groupIds }, 'P::1 Q::1', []);
  });

  it('has an id that must be a simple element', () => {
    const groupIds = [{ priority: 1, path: '3[1]', name: 'OBX-3' }];
    expectBoth({ groupIds }, 'P', ['co-constraint-group-id-path Specification Error OBX[1]']);
    expectBoth({ groupIds: [...groupIds, { priority: 2, path: '4[1]', name: 'OBX-4' }] }, 'P::1', []);
  });
});
