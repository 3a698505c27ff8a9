import { describe, expect, it } from 'vitest';
import { nistMode, pipehatMode } from '../mode.js';
import type { Assertion, Quantity, WhenAbsent } from '../model/assertion.js';
import type { ConformanceStatement } from '../model/rule.js';
import { ON_OBX, statement } from '../testdata/asserted.js';
import { rulesSay, troubles, troublesOfNist } from '../testdata/ruled.js';

type More = Quantity & { readonly path?: string; readonly whenAbsent?: WhenAbsent };

const isA = (more: More = {}): Assertion => ({
  kind: 'plain-text',
  path: '5[*]',
  text: 'a',
  ignoreCase: false,
  ...more,
});
const isAOrB = (more: More = {}): Assertion => ({ kind: 'string-list', path: '5[*]', values: ['a', 'b'], ...more });

/** As a test tool writes it from the data of a test case. */
function tested(assertion: Assertion, more: Partial<ConformanceStatement> = {}) {
  const reference = { generatedBy: 'Test Case Authoring & Management Tool(TCAMT)', testDataCategorization: 'Value' };
  return { statements: [{ on: ON_OBX, rule: statement(assertion, { reference, ...more }) }] };
}

describe.each([
  ['our own mode', troubles],
  ['mode nist', troublesOfNist],
] as const)('test data in %s', (_, judge) => {
  it('a text that is not the one of the test case', () => {
    expect(judge(tested(isA()), ['OBX|1||||a'])).toEqual([]);
    expect(judge(tested(isA()), ['OBX|1||||b'])).toEqual(['test-data-differ OBX[1]-5[1]']);
    expect(judge(tested(isAOrB()), ['OBX|1||||b'])).toEqual([]);
    expect(judge(tested(isAOrB()), ['OBX|1||||c'])).toEqual(['test-data-differ OBX[1]-5[1]']);
  });

  it('the last of several is blamed, and one that is right can be enough', () => {
    expect(judge(tested(isA()), ['OBX|1||||b~a~c'])).toEqual(['test-data-differ OBX[1]-5[3]']);
    expect(judge(tested(isA({ atLeastOnce: true })), ['OBX|1||||b~a~c'])).toEqual([]);
    expect(judge(tested(isA({ atLeastOnce: true })), ['OBX|1||||b~c'])).toEqual(['test-data-differ OBX[1]-5[2]']);
  });

  it('what is absent is right, whatever the statement says', () => {
    expect(judge(tested(isA({ whenAbsent: 'FAIL' })), ['OBX|1'])).toEqual([]);
    expect(judge(tested(isA({ min: 1, max: 1 })), ['OBX|1'])).toEqual([]);
  });

  it('other assertions are judged as ever, under the name of test data', () => {
    expect(judge(tested({ kind: 'presence', path: '5[1]' }), ['OBX|1'])).toEqual(['test-data-differ OBX[1]']);
    expect(judge(tested({ kind: 'presence', path: '5[1]' }), ['OBX|1||||a'])).toEqual([]);
    expect(judge(tested({ kind: 'presence', path: '1[1].1[1]' }), ['OBX|1'])).toEqual(['test-data-undecided OBX[1]']);
  });

  it('a path that cannot be followed to values is a fault of the profile', () => {
    expect(judge(tested(isA({ path: '3[1]' })), ['OBX|1||a^b'])).toEqual(['test-data-undecided OBX[1]']);
  });
});

describe('a finding about test data', () => {
  it('has a category of its own, and the first value that differs', () => {
    expect(rulesSay(tested(isA()), ['OBX|1||||x~y'], pipehatMode())).toMatchObject([
      { classification: 'Error', category: 'Content Failure', rule: 'S-1', expected: 'a', actual: 'x' },
    ]);
    expect(rulesSay(tested(isA()), ['OBX|1||||a'], nistMode(true))).toMatchObject([
      { classification: 'Affirmative', category: 'Content Success', path: 'OBX[1]' },
    ]);
    expect(rulesSay(tested(isA(), { strength: 'SHOULD' }), ['OBX|1||||x'])).toMatchObject([
      { classification: 'Warning' },
    ]);
  });

  it('that cannot be told: the reference knows two categories for it', () => {
    const categoriesOf = (assertion: Assertion) =>
      [pipehatMode(), nistMode()].map((mode) => rulesSay(tested(assertion), ['OBX|1||a^b'], mode)[0]?.category);
    expect(categoriesOf(isA({ path: '3[1]' }))).toEqual(['Content Spec Error', 'Constraint Spec Error']);
    expect(categoriesOf({ kind: 'presence', path: '1[1].1[1]' })).toEqual(['Content Spec Error', 'Content Spec Error']);
  });

  it('is only one where the test tool has made it', () => {
    const others = tested(isA(), { reference: { generatedBy: 'IGAMT' } });
    expect(troubles(others, ['OBX|1||||x'])).toEqual(['statement-failed OBX[1]-5[1]']);
  });
});
