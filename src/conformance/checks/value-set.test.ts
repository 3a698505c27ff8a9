import { describe, expect, it } from 'vitest';
import { type CodedRules, judge, told, valueSet } from './testdata/coded-profile.js';

const SET = valueSet('SET', 'A:S1 B:S1 M:S1');
const ON_ITSELF = [{ code: '.' }];

describe('bindings', () => {
  it('are checked at every occurrence of their target', () => {
    const rules: CodedRules = {
      sets: [SET],
      bindings: [{ target: '1[*]', strength: 'R', locations: ON_ITSELF, sets: ['SET'] }],
    };
    expect(told(judge(rules, 'ZVS|A~X~B~Y\nZVS|Z', 'nist'))).toEqual([
      'code-not-found Error ZVS[1]-1[2]',
      'code-not-found Error ZVS[1]-1[4]',
      'code-not-found Error ZVS[2]-1[1]',
    ]);
    const [second] = judge(rules, 'ZVS|A~X', 'pipehat');
    expect(second).toMatchObject({
      line: 2,
      column: 7,
      rule: 'ZVS 1[*] SET',
      actual: 'X',
      expected: 'a code of SET: A, B, M',
    });
  });

  it('of one occurrence are checked there alone', () => {
    const rules: CodedRules = {
      sets: [SET],
      bindings: [{ target: '1[2]', strength: 'R', locations: ON_ITSELF, sets: ['SET'] }],
    };
    for (const mode of ['nist', 'pipehat'] as const) {
      expect(told(judge(rules, 'ZVS|X~A~X', mode))).toEqual([]);
      expect(told(judge(rules, 'ZVS|A~X~A', mode))).toEqual(['code-not-found Error ZVS[1]-1[2]']);
    }
  });

  it('reach deep from a segment, a group and the message', () => {
    const deep = { strength: 'R', sets: ['SET'], locations: ON_ITSELF } as const;
    const rules: CodedRules = {
      sets: [SET],
      bindings: [
        { ...deep, target: '3[*].2[1].1[1]' },
        { ...deep, target: '2[*].2[1]', on: { kind: 'message', by: 'id', value: 'ORDER-1' } },
        { ...deep, target: '2[1].2[1].2[1]', on: { kind: 'message', by: 'id', value: 'TST' } },
      ],
    };
    for (const mode of ['nist', 'pipehat'] as const) {
      expect(told(judge(rules, 'ZVS||^u|^x&y\nORC|1\nOBX||v', mode))).toEqual([
        'code-not-found Error OBX[1]-2[1]',
        'code-not-found Error ZVS[1]-2[1].2',
        'code-not-found Error ZVS[1]-3[1].2.1',
      ]);
      expect(judge(rules, 'ZVS||^A|^B&y\nORC|1\nOBX||M', mode)).toEqual([]);
    }
  });

  it('are attached to data types, wherever they are used, by id or by name', () => {
    for (const by of ['id', 'name'] as const) {
      const on = { kind: 'datatype', by, value: 'CWE' } as const;
      const rules: CodedRules = {
        sets: [SET],
        bindings: [{ on, target: '2[1]', strength: 'R', locations: ON_ITSELF, sets: ['SET'] }],
      };
      expect(told(judge(rules, 'ZVS||^X|^c&Y\nOBX|||^A', 'nist'))).toEqual([
        'code-not-found Error ZVS[1]-2[1].2',
        'code-not-found Error ZVS[1]-3[1].2.2',
      ]);
    }
  });

  it('say nothing of elements with usage X or W, nor of what is below', () => {
    const bindings = [
      { target: '1[*]', strength: 'R', locations: ON_ITSELF, sets: ['SET'] },
      { target: '2[*].1[1]', strength: 'R', locations: ON_ITSELF, sets: ['SET'] },
      {
        on: { kind: 'datatype', by: 'id', value: 'CWE' },
        target: '2[1]',
        strength: 'R',
        locations: ON_ITSELF,
        sets: ['SET'],
      },
    ] as const;
    for (const mode of ['nist', 'pipehat'] as const) {
      expect(told(judge({ sets: [SET], bindings, usages: { 1: 'X', 2: 'W' } }, 'ZVS|X|^Y', mode))).toEqual([]);
      // A target is only skipped for its own usage.
      expect(told(judge({ sets: [SET], bindings, usages: { 2: 'X' } }, 'ZVS|A|Y', mode))).toEqual([
        'code-not-found Error ZVS[1]-2[1].1',
      ]);
    }
  });

  it('whose target leads nowhere say nothing', () => {
    const rules: CodedRules = {
      sets: [SET],
      bindings: [{ target: '1[*].1[1]', strength: 'R', locations: ON_ITSELF, sets: ['SET'] }],
    };
    for (const mode of ['nist', 'pipehat'] as const) expect(told(judge(rules, 'ZVS|X', mode))).toEqual([]);
  });
});

describe('what the profile lacks', () => {
  const many = 'ZVS|A~B|A\nZVS|M|B';

  function rulesFor(set: CodedRules['sets'], more: Partial<CodedRules> = {}): CodedRules {
    return {
      sets: set ?? [],
      bindings: [{ target: '1[*]', strength: 'R', locations: ON_ITSELF, sets: ['SET'] }],
      ...more,
    };
  }

  it.each([
    ['a set that is not defined', rulesFor([]), 'value-set-not-found Specification Error'],
    ['an empty set', rulesFor([valueSet('SET', '')]), 'value-set-empty Alert'],
    [
      'a strength that is undetermined',
      rulesFor([SET], { bindings: [{ target: '1[*]', strength: 'U', locations: ON_ITSELF, sets: ['SET'] }] }),
      'binding-strength-undetermined Alert',
    ],
    [
      'a code location below a simple element',
      rulesFor([SET], { bindings: [{ target: '1[*]', strength: 'R', locations: [{ code: '1[1]' }], sets: ['SET'] }] }),
      'binding-location Specification Error',
    ],
  ])('is told of every element by the reference, once a message by us: %s', (_, rules, finding) => {
    const paths = ['ZVS[1]-1[1]', 'ZVS[1]-1[2]', 'ZVS[2]-1[1]'];
    expect(told(judge(rules, many, 'nist'))).toEqual(paths.map((path) => `${finding} ${path}`));
    expect(told(judge(rules, many, 'pipehat'))).toEqual([`${finding} ZVS[1]-1[1]`]);
  });

  it('is not told of a set that is not to be validated, unless everything is wanted', () => {
    const rules = rulesFor([SET], { excluded: ['SET'] });
    for (const mode of ['nist', 'pipehat'] as const) {
      expect(judge(rules, 'ZVS|X', mode)).toEqual([]);
      expect(told(judge(rules, 'ZVS|X', mode, true))).toEqual(['value-set-excluded Validation Notes ZVS[1]-1[1]']);
    }
  });

  it('does not keep the other sets of the binding from being checked', () => {
    const sets = ['SET', 'GONE', 'EMPTY'];
    const bindings = [{ target: '2[*]', strength: 'R', locations: [{ code: '1[1]' }], sets }] as const;
    const rules: CodedRules = { sets: [SET, valueSet('EMPTY', '')], bindings };
    for (const mode of ['nist', 'pipehat'] as const) {
      const path = mode === 'nist' ? 'ZVS[1]-2[1]' : 'ZVS[1]-2[1].1';
      expect(told(judge(rules, 'ZVS||X', mode))).toEqual([
        `code-not-found Error ${path}`,
        'value-set-empty Alert ZVS[1]-2[1]',
        'value-set-not-found Specification Error ZVS[1]-2[1]',
      ]);
      expect(told(judge(rules, 'ZVS||A', mode))).toHaveLength(2);
    }
  });

  it('bars a primitive from several sets in the reference; for us a code of any of them will do', () => {
    const bindings = [{ target: '1[*]', strength: 'R', locations: ON_ITSELF, sets: ['SET', 'OTHER'] }] as const;
    const rules: CodedRules = { sets: [SET, valueSet('OTHER', 'Z:S9')], bindings };
    expect(told(judge(rules, 'ZVS|Z~X', 'nist'))).toEqual([
      'binding-several-sets Specification Error ZVS[1]-1[1]',
      'binding-several-sets Specification Error ZVS[1]-1[2]',
    ]);
    expect(told(judge(rules, 'ZVS|Z~X', 'pipehat'))).toEqual(['code-not-found Error ZVS[1]-1[2]']);
  });

  it.each([
    ['the code', [{ code: '2[1]' }]],
    ['the code system', [{ code: '1[1]', system: '2[1]' }]],
  ])('is told where %s is not one simple element', (_, locations) => {
    const bindings = [{ target: '3[*]', strength: 'R', locations, sets: ['SET'] }] as const;
    for (const mode of ['nist', 'pipehat'] as const) {
      expect(told(judge({ sets: [SET], bindings }, 'ZVS|||A^x&y', mode))).toEqual([
        'binding-location Specification Error ZVS[1]-3[1]',
      ]);
    }
  });

  it('is told where there are several codes at one location', () => {
    const on = { kind: 'message', by: 'id', value: 'TST' } as const;
    const bindings = [{ on, target: '2[1]', strength: 'R', locations: [{ code: '1[*]' }], sets: ['SET'] }] as const;
    expect(told(judge({ sets: [SET], bindings }, 'ZVS|A~B', 'nist'))).toEqual([
      'binding-location Specification Error ZVS[1]',
    ]);
    expect(told(judge({ sets: [SET], bindings }, 'ZVS|A', 'nist'))).toEqual([]);
  });
});

describe('our mode', () => {
  it('checks once what the profile states twice', () => {
    const binding = { target: '1[*]', strength: 'R', locations: ON_ITSELF, sets: ['SET'] } as const;
    const rules: CodedRules = { sets: [SET], bindings: [binding, binding] };
    expect(judge(rules, 'ZVS|X', 'nist')).toHaveLength(2);
    expect(judge(rules, 'ZVS|X', 'pipehat')).toHaveLength(1);
  });

  it('looks at the OID of a code system where its name is missing', () => {
    const locations = [{ code: '1[1]', system: '3[1]', systemOid: '14[1]' }];
    const bindings = [{ target: '2[*]', strength: 'R', locations, sets: ['LOINC'] }] as const;
    const rules: CodedRules = { sets: [valueSet('LOINC', '8302-2:LN')], bindings };
    const withOid = (oid: string) => `ZVS||8302-2^^^^^^^^^^^^^${oid}`;
    expect(told(judge(rules, withOid('2.16.840.1.113883.6.1'), 'nist'))).toEqual([
      'code-system-missing Error ZVS[1]-2[1]',
    ]);
    expect(judge(rules, withOid('2.16.840.1.113883.6.1'), 'pipehat')).toEqual([]);
    expect(told(judge(rules, withOid('2.16.840.1.113883.6.96'), 'pipehat'))).toEqual([
      'code-system-wrong Error ZVS[1]-2[1].14',
    ]);
  });

  it('reads codes without their escapes', () => {
    const bindings = [{ target: '1[*]', strength: 'R', locations: ON_ITSELF, sets: ['SET'] }] as const;
    const rules: CodedRules = { sets: [valueSet('SET', 'R&D')], bindings };
    expect(told(judge(rules, 'ZVS|R\\T\\D', 'nist'))).toEqual(['code-not-found Error ZVS[1]-1[1]']);
    expect(judge(rules, 'ZVS|R\\T\\D', 'pipehat')).toEqual([]);
  });

  it('reads the pseudo codes of table 0396 as what they stand for', () => {
    const bindings = [{ target: '1[*]', strength: 'R', locations: ON_ITSELF, sets: ['HL70396'] }] as const;
    const rules: CodedRules = { sets: [valueSet('HL70396', 'LN HL7nnnn 99zzz')], bindings };
    expect(judge(rules, 'ZVS|HL70001~99LAB', 'nist')).toHaveLength(2);
    expect(told(judge(rules, 'ZVS|HL70001~99LAB~HL7001~LN', 'pipehat'))).toEqual(['code-not-found Error ZVS[1]-1[3]']);
  });

  it('does not judge a code by a set that is not complete', () => {
    const bindings = [{ target: '1[*]', strength: 'R', locations: ON_ITSELF, sets: ['SET'] }] as const;
    const rules: CodedRules = { sets: [valueSet('SET', 'A', { incomplete: true })], bindings };
    expect(told(judge(rules, 'ZVS|A~X~Y', 'pipehat'))).toEqual(['value-set-incomplete Alert ZVS[1]-1[2]']);
    expect(judge({ ...rules, sets: [valueSet('SET', '', { incomplete: true })] }, 'ZVS|X', 'pipehat')).toHaveLength(1);
  });
});
