import { describe, expect, it } from 'vitest';
import { nistMode, pipehatMode } from '../mode.js';
import type { Assertion } from '../model/assertion.js';
import type { KeyedConstraint } from '../model/rule.js';
import { ON_OBX } from '../testdata/asserted.js';
import { rulesSay, troubles, troublesOfNist } from '../testdata/ruled.js';

const isText = (path: string, text: string): Assertion => ({ kind: 'plain-text', path, text, ignoreCase: true });
const rule: KeyedConstraint = {
  kind: 'keyed',
  description: 'numbers have units',
  entries: [{ key: isText('2[1]', 'NM'), assertions: [isText('5[1]', 'a'), { kind: 'presence', path: '6[1]' }] }],
};
const rules = { keyed: [{ on: ON_OBX, rule }] };

describe('a keyed constraint', () => {
  it('demands something where its key holds', () => {
    expect(troubles(rules, ['OBX|1|nm|||a|1'])).toEqual([]);
    expect(troubles(rules, ['OBX|1|NM|||b|1'])).toEqual(['keyed-failed OBX[1]']);
    expect(troubles(rules, ['OBX|1|NM|||b'])).toEqual(['keyed-failed OBX[1]', 'keyed-failed OBX[1]']);
    expect(troubles(rules, ['OBX|1|ST|||b'])).toEqual([]);
  });

  it('has the category of the reference and says what was wanted', () => {
    expect(rulesSay(rules, ['OBX|1|NM|||a'], pipehatMode())).toMatchObject([
      {
        classification: 'Error',
        category: 'CoConstraint Failure',
        message: 'numbers have units',
        expected: 'something at OBX[1]-6',
      },
    ]);
    expect(rulesSay(rules, ['OBX|1|NM|||a|1'], nistMode(true))).toMatchObject([
      { code: 'keyed-holds', classification: 'Affirmative', category: 'CoConstraint Success' },
      { code: 'keyed-holds' },
    ]);
  });

  it('demands nothing where there is no key; to the reference none is as good as the right one', () => {
    expect(troubles(rules, ['OBX|1||||b|1'])).toEqual([]);
    expect(troublesOfNist(rules, ['OBX|1||||b|1'])).toEqual(['keyed-failed OBX[1]']);
  });

  it('fails where it cannot be told', () => {
    const entries = [{ key: isText('2[1]', 'NM'), assertions: [{ kind: 'presence', path: '1[1].1[1]' } as const] }];
    const undecided = { keyed: [{ on: ON_OBX, rule: { ...rule, entries } }] };
    expect(troubles(undecided, ['OBX|1|NM'])).toEqual(['keyed-failed OBX[1]']);
  });
});
