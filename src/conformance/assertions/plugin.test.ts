import { describe, expect, it } from 'vitest';
import type { Assertion } from '../model/assertion.js';
import type { RuleFunction } from '../rule-function.js';
import { asserted, assertedByNist } from '../testdata/asserted.js';

const rule: Assertion = { kind: 'plugin', name: 'org.example.Rule', parameters: { limit: '3' } };
const present: Assertion = { kind: 'presence', path: '1[1]' };

function withRule(answer: RuleFunction, assertion: Assertion = rule, judge = asserted): string {
  return judge(assertion, 'OBX|1||||a\\F\\b~c', { functions: new Map([['org.example.Rule', answer]]) });
}

describe('a rule that names a Java class', () => {
  it('is told as not executable, once a message; the reference tells it at every element', () => {
    expect(asserted(rule, ['OBX|1', 'OBX|2'])).toBe('not executable OBX[1]');
    expect(assertedByNist(rule, ['OBX|1', 'OBX|2'])).toBe('not executable OBX[1], not executable OBX[2]');
    expect(asserted({ kind: 'and', left: present, right: rule }, 'OBX|1')).toBe('not executable OBX[1]');
    expect(asserted({ kind: 'or', left: present, right: rule }, 'OBX|1')).toBe('pass');
  });

  it('is what the function of its name says', () => {
    expect(withRule(() => true)).toBe('pass');
    expect(withRule(() => false)).toBe('fail OBX[1]');
    expect(withRule(() => [])).toBe('pass');
    expect(withRule(() => ['first', 'second'])).toBe('fail OBX[1], fail OBX[1]');
    expect(withRule(() => undefined)).toBe('inconclusive OBX[1]');
  });

  it('is undecided where the function throws', () => {
    const throwing = () => {
      throw new Error('no such list');
    };
    expect(withRule(throwing)).toBe('inconclusive OBX[1]');
    const asynchronous = (async () => true) as unknown as RuleFunction;
    expect(withRule(asynchronous)).toBe('inconclusive OBX[1]');
  });

  it('is given the element, its values and the parameters of the profile', () => {
    let seen: unknown;
    withRule((element, parameters) => {
      seen = [
        element.path,
        element.values('5[*]'),
        element.values('3[1]'),
        element.values('x'),
        element.text,
        parameters,
      ];
      return true;
    });
    expect(seen).toEqual(['OBX[1]', ['a|b', 'c'], [], [], 'OBX|1||||a\\F\\b~c', { limit: '3' }]);
  });

  it('in logic: what it refuses fails', () => {
    const refuses: RuleFunction = () => ['no'];
    expect(withRule(refuses, { kind: 'not', of: rule })).toBe('pass');
    expect(withRule(refuses, { kind: 'or', left: rule, right: present })).toBe('pass');
    expect(withRule(refuses, { kind: 'and', left: rule, right: present })).toBe('fail OBX[1]');
    expect(withRule(refuses, { kind: 'or', left: { kind: 'not', of: present }, right: rule })).toBe('fail OBX[1]');
  });

  it('in logic of the reference: it does not try the other side', () => {
    const refuses: RuleFunction = () => ['no'];
    expect(withRule(refuses, { kind: 'or', left: rule, right: present }, assertedByNist)).toBe('fail OBX[1]');
  });
});
