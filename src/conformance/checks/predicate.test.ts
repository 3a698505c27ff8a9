import { describe, expect, it } from 'vitest';
import { nistMode, pipehatMode } from '../mode.js';
import type { Assertion } from '../model/assertion.js';
import type { Predicate } from '../model/rule.js';
import type { Usage } from '../model/usage.js';
import { ON_OBX } from '../testdata/asserted.js';
import { codeAndPath, rulesSay, troubles, troublesOfNist } from '../testdata/ruled.js';

/** The condition: OBX-2 is there. */
const condition: Assertion = { kind: 'presence', path: '2[1]' };

function predicate(target: string, whenTrue: Usage, whenFalse: Usage, more: Partial<Predicate> = {}) {
  const rule: Predicate = {
    kind: 'predicate',
    id: 'P-1',
    description: 'if there is a type',
    target,
    whenTrue,
    whenFalse,
    condition,
    ...more,
  };
  return { predicates: [{ on: ON_OBX, rule }] };
}

describe('an element whose condition makes it required', () => {
  const rules = predicate('5[1]', 'R', 'O');

  it('must be there', () => {
    expect(troubles(rules, ['OBX|1|t|||a'])).toEqual([]);
    expect(troubles(rules, ['OBX|1|t'])).toEqual(['condition-required-missing OBX[1]-5[1]']);
    expect(troublesOfNist(rules, ['OBX|1|t|||a'])).toEqual([]);
    expect(troublesOfNist(rules, ['OBX|1|t'])).toEqual(['condition-required-missing OBX[1]-5[1]']);
  });

  it('is told at its place, with the words and the id of the profile', () => {
    expect(rulesSay(rules, ['OBX|1|t'], pipehatMode())).toMatchObject([
      {
        classification: 'Error',
        category: 'Predicate Failure',
        path: 'OBX[1]-5[1]',
        line: 2,
        column: 1,
        rule: 'P-1',
        message: 'the element is required by its condition and missing (usage R): if there is a type',
      },
    ]);
  });

  it('must have a value: null is none; to the reference it is one', () => {
    expect(troubles(rules, ['OBX|1|t|||""'])).toEqual(['condition-required-missing OBX[1]-5[1]']);
    expect(troublesOfNist(rules, ['OBX|1|t|||""'])).toEqual([]);
  });

  it('must be in each of its parents; to the reference one of them is enough', () => {
    const inside = predicate('12[*].5[1]', 'R', 'O');
    const line = 'OBX|1|t||||||||||a^^^^MR~b';
    expect(troubles(inside, [line])).toEqual(['condition-required-missing OBX[1]-12[2].5']);
    expect(troublesOfNist(inside, [line])).toEqual([]);
    const none = 'OBX|1|t||||||||||a~b';
    const both = ['condition-required-missing OBX[1]-12[1].5', 'condition-required-missing OBX[1]-12[2].5'];
    expect(troubles(inside, [none])).toEqual(both);
    expect(troublesOfNist(inside, [none])).toEqual(both);
  });

  it('is not missed where its parent is missing or null', () => {
    const inside = predicate('12[*].5[1]', 'R', 'O');
    for (const line of ['OBX|1|t', 'OBX|1|t||||||||||""']) {
      expect(troubles(inside, [line])).toEqual([]);
      expect(troublesOfNist(inside, [line])).toEqual([]);
    }
  });

  it('is missed at its parent where the definition has no such place', () => {
    expect(troubles(predicate('99[1]', 'R', 'O'), ['OBX|1|t'])).toEqual(['condition-required-missing OBX[1]']);
  });
});

describe('an element whose condition excludes it', () => {
  const rules = predicate('5[*]', 'X', 'O');

  it.each(['X', 'W', 'IX'] as const)('%s: must not be there, each of them', (usage) => {
    const excluding = predicate('5[*]', usage, 'O');
    expect(troubles(excluding, ['OBX|1|t'])).toEqual([]);
    expect(troubles(excluding, ['OBX|1|t|||a~b'])).toEqual([
      'condition-unsupported-present OBX[1]-5[1]',
      'condition-unsupported-present OBX[1]-5[2]',
    ]);
  });

  it('may be there where the condition does not hold', () => {
    expect(troubles(rules, ['OBX|1||||a'])).toEqual(['condition-optional OBX[1]-5[1]']);
    expect(troublesOfNist(rules, ['OBX|1||||a'])).toEqual([]);
  });

  it('the same in mode nist', () => {
    expect(troublesOfNist(rules, ['OBX|1|t|||a'])).toEqual(['condition-unsupported-present OBX[1]-5[1]']);
    expect(troublesOfNist(rules, ['OBX|1|t'])).toEqual([]);
  });
});

describe('weaker outcomes', () => {
  it('RE: that it is missing is told on request', () => {
    const rules = predicate('5[1]', 'RE', 'O');
    expect(troubles(rules, ['OBX|1|t'])).toEqual(['condition-empty OBX[1]-5[1]']);
    expect(troubles(rules, ['OBX|1|t|||a'])).toEqual([]);
    expect(troubles(rules, ['OBX|1|t'], pipehatMode())).toEqual([]);
    expect(troublesOfNist(rules, ['OBX|1|t'])).toEqual([]);
  });

  it('O: that it is there is told on request', () => {
    const rules = predicate('5[1]', 'O', 'X');
    expect(troubles(rules, ['OBX|1|t|||a'])).toEqual(['condition-optional OBX[1]-5[1]']);
    expect(troubles(rules, ['OBX|1|t'])).toEqual([]);
    expect(troublesOfNist(rules, ['OBX|1|t|||a'])).toEqual([]);
  });
});

describe('a predicate', () => {
  it('whose usage is met says so on request, and which usage it has selected', () => {
    const said = rulesSay(predicate('5[*]', 'R', 'X'), ['OBX|1|t|||a~b'], nistMode(true));
    expect(said.map(codeAndPath)).toEqual([
      'condition-satisfied OBX[1]',
      'condition-selects OBX[1]-5[1]',
      'condition-selects OBX[1]-5[2]',
    ]);
    expect(said[0]).toMatchObject({ classification: 'Affirmative', category: 'Predicate Success' });
    expect(said[1]).toMatchObject({ classification: 'Validation Notes', category: 'Predicate Usage Selection' });
    expect(rulesSay(predicate('5[*]', 'R', 'X'), ['OBX|1|t|||a~b'], nistMode())).toEqual([]);
  });

  it('whose condition cannot be told is a fault of the profile', () => {
    const rules = predicate('5[1]', 'R', 'O', { condition: { kind: 'presence', path: '1[1].1[1]' } });
    for (const judge of [troubles, troublesOfNist]) {
      expect(judge(rules, ['OBX|1'])).toEqual(['condition-undecided OBX[1]']);
    }
    expect(rulesSay(rules, ['OBX|1'], pipehatMode())).toMatchObject([
      { classification: 'Specification Error', category: 'Predicate Spec Error', path: 'OBX[1]' },
    ]);
  });

  it.each(['1[1].1[1]', '.', 'x', '12[1].x', '5[*].1[1]'])(
    'whose target %s cannot be followed is one, too',
    (target) => {
      const line = 'OBX|1||||a|||||||b';
      expect(troubles(predicate(target, 'O', 'R'), [line])).toEqual(['condition-undecided OBX[1]']);
      expect(troublesOfNist(predicate(target, 'O', 'R'), [line])).toEqual(['condition-undecided OBX[1]']);
    },
  );

  it('need not be followed where nothing is demanded; the reference wants it nevertheless', () => {
    for (const usage of ['O', 'X'] as const) {
      expect(troubles(predicate('1[1].1[1]', 'R', usage), ['OBX|1'])).toEqual([]);
      expect(troublesOfNist(predicate('1[1].1[1]', 'R', usage), ['OBX|1'])).toEqual(['condition-undecided OBX[1]']);
    }
  });

  it('that needs a Java class is not executable', () => {
    const rules = predicate('5[1]', 'R', 'O', { condition: { kind: 'plugin', name: 'x', parameters: {} } });
    expect(rulesSay(rules, ['OBX|1'])).toMatchObject([
      { code: 'rule-not-executable', category: 'Predicate Spec Error', path: 'OBX[1]' },
    ]);
  });

  it('in words alone is left to a person, which is told on request', () => {
    const rules = {
      predicates: predicate('5[1]', 'R', 'O').predicates.map(({ on, rule: { condition: _, ...rule } }) => ({
        on,
        rule,
      })),
    };
    expect(troubles(rules, ['OBX|1'])).toEqual(['condition-in-words OBX[1]']);
    expect(troubles(rules, ['OBX|1||||a'])).toEqual(['condition-in-words OBX[1]-5[1]']);
    expect(troubles(rules, ['OBX|1'], pipehatMode())).toEqual([]);
  });
});
