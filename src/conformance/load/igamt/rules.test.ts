import { describe, expect, it } from 'vitest';
import type { Assertion } from '../../model/assertion.js';
import { changed, loaded, mistakes, placeOfText, specimen } from '../testdata/specimen.js';

const OLD = specimen('igamt-old');
const { rules } = loaded(OLD).profile;

describe('conformance statements', () => {
  it('know where they hold, where they come from and how much they mean', () => {
    expect(rules.statements.map(({ on }) => on)).toEqual([
      { kind: 'datatype', by: 'id', value: 'CWE_W' },
      { kind: 'group', by: 'name', value: 'VISIT' },
    ]);
    expect(rules.statements[0]?.rule).toEqual({
      kind: 'statement',
      id: 'C1',
      description: 'An identifier',
      strength: 'SHOULD',
      classification: 'W',
      reference: {
        chapter: '2',
        section: '2.A',
        page: '7',
        url: 'https://example.org',
        source: 'Guide',
        generatedBy: 'TCAMT',
        referencePath: 'x',
        testDataCategorization: 'Value-Test Case Fixed',
      },
      assertion: { kind: 'presence', path: '1[1]' },
      place: { file: 'rules.xml', line: 17, column: 9 },
    });
  });

  it('hold every kind of assertion', () => {
    const path = '1[1].2[1]';
    const expected: readonly Assertion[] = [
      { kind: 'not', of: { kind: 'presence', path: '9[1]' } },
      {
        kind: 'and',
        left: { kind: 'plain-text', path, text: '', ignoreCase: true, atLeastOnce: true, whenAbsent: 'FAIL' },
        right: { kind: 'format', path, regex: '[A-Z]&?', min: 1, max: Infinity },
      },
      {
        kind: 'or',
        left: { kind: 'string-list', path, values: ['I', 'O', '', ' '], ignoreCase: true },
        right: { kind: 'number-list', path, values: [' 1 ', '2.5'] },
      },
      {
        kind: 'xor',
        left: {
          kind: 'simple-value',
          path,
          operator: 'GE',
          value: '2',
          type: 'Number',
          truncated: true,
          identicalEquality: false,
        },
        right: { kind: 'simple-value', path, operator: 'NE', value: 'x', type: 'String' },
      },
      {
        kind: 'implies',
        left: {
          kind: 'path-value',
          path1: '1[1]',
          operator: 'EQ',
          path2: '2[1]',
          path1Mode: 'AtLeastOne',
          path2Mode: 2,
          whenAbsent: 'INCONCLUSIVE',
        },
        right: { kind: 'complex-path-value', path1: '1[1]', operator: 'EQ', path2: '2[1]', strict: false },
      },
      {
        kind: 'exists',
        of: [
          { kind: 'string-format', path, format: 'LOINC' },
          { kind: 'plugin', name: 'StringFormat ICD', parameters: { Path: path } },
        ],
      },
      {
        kind: 'value-set',
        path: '1[1].3[1]',
        valueSet: 'REASON:LOCAL',
        strength: 'S',
        locations: [
          { code: '1[1]', system: '3[1]' },
          { code: '4[1]', system: '6[1]' },
        ],
      },
      { kind: 'value-set', path, valueSet: 'CLASS', strength: 'R', locations: [{ code: '1[1]', system: '3[1]' }] },
      { kind: 'set-id', path: '1[1].1[1]' },
      { kind: 'iz-set-id', parent: '2[*]', element: '1[1]' },
      { kind: 'is-null', path },
      {
        kind: 'sub-context',
        path: '2[*]',
        assertion: { kind: 'presence', path: '.' },
        min: 1,
        max: 3,
        atLeastOnce: false,
      },
      { kind: 'plugin', name: 'org.example.Check', parameters: { limit: '3' } },
    ];
    expect(rules.statements[1]?.rule.assertion).toEqual({ kind: 'for-all', of: expected });
  });
});

describe('the other rules', () => {
  it('predicates', () => {
    expect(rules.predicates).toEqual([
      {
        on: { kind: 'segment', by: 'name', value: 'PV1' },
        rule: {
          kind: 'predicate',
          id: 'P1',
          description: "If PV1-2 is 'I'",
          target: '3[1]',
          whenTrue: 'R',
          whenFalse: 'X',
          condition: { kind: 'plain-text', path: '2[1]', text: 'I', ignoreCase: false },
          place: { file: 'rules.xml', line: 6, column: 9 },
        },
      },
    ]);
  });

  it('legacy co-constraints, whose key ignores case', () => {
    const key = { kind: 'plain-text', path: '1[1]', text: 'ST', ignoreCase: true };
    const value = { kind: 'plain-text', path: '2[1]', text: 'A', ignoreCase: true };
    expect(rules.keyed).toMatchObject([
      {
        on: { kind: 'segment', by: 'id', value: 'OBX' },
        rule: { description: 'Type and value go together', entries: [{ key, assertions: [value] }] },
      },
    ]);
  });

  it('order-indifferent contexts, nested', () => {
    expect(rules.orderIndifferent).toMatchObject([
      {
        path: '2[*]',
        patterns: [
          {
            cardinality: 2,
            triggerMessage: 'Two visits with a class',
            trigger: { kind: 'presence' },
            constraints: [{ id: 'OI1' }],
            contexts: [{ path: '2[*]', patterns: [{ cardinality: 1, constraints: [], contexts: [] }] }],
          },
        ],
      },
    ]);
  });

  it('from several files add up', () => {
    const { profile } = loaded(specimen('igamt-new'));
    expect(profile.rules.statements.map(({ rule }) => rule.id)).toEqual(['S1', 'S2']);
    expect(profile.rules.predicates).toHaveLength(1);
  });
});

const ANY = '<Presence Path="9[1]"/>';

describe('what is wrong', () => {
  it.each([
    ['an assertion that nobody knows', ANY, '<Absence Path="9[1]"/>', 'error unknown-assertion'],
    ['half an AND', ANY, `<AND>${ANY}</AND>`, 'error missing-assertion'],
    ['an empty FORALL', ANY, '<FORALL/>', 'error missing-assertion'],
    [
      'an assertion of nothing',
      '<Assertion><Presence Path="."/></Assertion>',
      '<Assertion/>',
      'error missing-assertion',
    ],
    [
      'a statement without an assertion',
      '<Constraint ID="C1"',
      '<Constraint ID="C0"/><Constraint ID="C1"',
      'error missing-element',
    ],
    ['a truth that is none', 'IgnoreCase="1"', 'IgnoreCase="yes"', 'error bad-value'],
    ['two quantities', 'Min="1" Max="*"', 'Min="1" Max="*" AtLeastOnce="false"', 'error contradicting-quantity'],
    ['a quantity turned round', 'Min="1" Max="*"', 'Min="2" Max="1"', 'error min-above-max'],
    ['an operator that is none', 'Operator="GE"', 'Operator="&gt;="', 'error bad-value'],
    ['no operator', ' Operator="GE"', '', 'error missing-attribute'],
    ['a type that is none', 'Type="Number"', 'Type="Integer"', 'error bad-value'],
    ['a behaviour that is none', 'NotPresentBehavior="fail"', 'NotPresentBehavior="ignore"', 'error bad-value'],
    ['a mode that is none', 'Path1Mode="AtLeastOne"', 'Path1Mode="Any"', 'error bad-value'],
    ['a number that is none', '2.5"/>', 'two"/>', 'error bad-number'],
    ['a plug-in without a name', 'QualifiedClassName="org.example.Check" ', '', 'error missing-attribute'],
    ['an outcome that is none', 'TrueUsage="R"', 'TrueUsage="C"', 'error bad-usage'],
    ['a predicate of nothing', 'Target="3[1]" ', '', 'error missing-attribute'],
    [
      'a list without a path',
      '<Context List="2[*]">\n      <Pattern C',
      '<Context>\n      <Pattern C',
      'error missing-attribute',
    ],
  ])('%s', (_, from, to, expected) => {
    expect(mistakes(changed(OLD, from, to)).filter((one) => one.startsWith('error'))).toEqual([
      `${expected} ${placeOfText(OLD, from)}`,
    ]);
  });
});

describe('what the reference tolerates is a warning', () => {
  const known = mistakes(OLD);
  it.each([
    ['a path that is missing', ANY, '<Presence/>', 'warning missing-path'],
    ['a second assertion', ANY, `${ANY}${ANY}`, 'warning ignored-assertion'],
    ['a strength that is none', 'Strength="SHOULD"', 'Strength="MAY"', 'warning ignored-value'],
    ['an element that nobody reads', '<Reference Chapter', '<Note/><Reference Chapter', 'warning unknown-element'],
    ['a rule of another kind', '<Predicate ID="P1"', '<Rule/><Predicate ID="P1"', 'warning unknown-element'],
    ['a context without an id', '<ByID ID="CWE_W">', '<ByID>', 'warning rules-for-nothing'],
    ['a second section', '<OrderIndifferent>', '<Predicates/><OrderIndifferent>', 'warning ignored-section'],
  ])('%s', (_, from, to, expected) => {
    const found = mistakes(changed(OLD, from, to)).filter((one) => !known.includes(one));
    expect(found).toEqual([`${expected} ${placeOfText(OLD, from)}`]);
  });

  it('of several contexts of one id the last counts', () => {
    const again = '<ByID ID="CWE_W"/></Datatype>';
    const files = changed(OLD, '</ByID>\n    </Datatype>', `</ByID>${again}`);
    expect(loaded(files).profile.rules.statements.map(({ rule }) => rule.id)).toEqual(['ALL']);
    expect(mistakes(files)).toContain(`warning replaced-rules ${placeOfText(OLD, '<ByID ID="CWE_W">')}`);
  });
});
