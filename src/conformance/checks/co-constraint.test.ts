import { describe, expect, it } from 'vitest';
import type { CoConstraint, CoConstraintCell, CoConstraintContext, CoConstraintTable } from '../model/co-constraint.js';
import type { Cardinality } from '../model/usage.js';
import { type CodedRules, judge, type ModeName, told, valueSet } from './testdata/coded-profile.js';

const BOTH = [
  { code: '1[1]', system: '3[1]', position: 1 },
  { code: '4[1]', system: '6[1]', position: 4 },
];
const MODES: readonly ModeName[] = ['nist', 'pipehat'];
const SET = valueSet('SET', 'Y:S1 N:S1 P:S1:P E:S1:E');

const isCode = (code: string): CoConstraintCell => ({
  kind: 'code',
  path: '3[1]',
  name: 'OBX-3',
  code,
  system: 'LN',
  locations: BOTH,
});
const isText = (path: string, value: string): CoConstraintCell => ({ kind: 'plain-text', path, name: path, value });
const inSet = (path: string, ...sets: readonly string[]): CoConstraintCell => {
  const binding = { target: '.', strength: 'R', locations: [{ code: '1[1]', system: '3[1]' }], sets } as const;
  return { kind: 'value-set', path, name: path, bindings: [binding] };
};

const MANY: Cardinality = { min: 0, max: Number.POSITIVE_INFINITY };

function row(
  usage: CoConstraint['usage'],
  cardinality: Cardinality,
  selectors: readonly CoConstraintCell[],
  ...constraints: readonly CoConstraintCell[]
): CoConstraint {
  return { usage, cardinality, selectors, constraints };
}

function rules(table: Partial<CoConstraintTable>, paths: Partial<CoConstraintContext> = {}): CodedRules {
  const whole = { groupIds: [{ priority: 1, path: '4[1]', name: 'OBX-4' }], rows: [], groups: [], ...table };
  const context = {
    message: 'TST',
    contextName: 'ORDER',
    contextPath: '3[*]',
    segmentName: 'OBX',
    segmentPath: '2[*]',
  };
  return { sets: [SET], coConstraints: [{ ...context, tables: [whole], ...paths }] };
}

/** `code:OBX-2:OBX-4:OBX-5` a segment, in orders separated by `/`. */
function orders(text: string): string {
  return text
    .split('/')
    .map((order) => {
      const segments = order.trim().split(/\s+/).filter(Boolean);
      return ['ORC|1', ...segments.map(obx)].join('\n');
    })
    .join('\n');
}

function obx(text: string): string {
  const [code = '', type = '', id = '', value = ''] = text.split(':');
  return `OBX||${type}|${code}^^LN|${id}|${value}`;
}

function expectBoth(table: Partial<CoConstraintTable>, text: string, expected: readonly string[]): void {
  for (const mode of MODES) expect(told(judge(rules(table), orders(text), mode))).toEqual(expected);
}

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
