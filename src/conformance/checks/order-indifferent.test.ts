import { describe, expect, it } from 'vitest';
import { pipehatMode } from '../mode.js';
import type { Assertion } from '../model/assertion.js';
import type { OrderIndifferentContext, OrderIndifferentPattern } from '../model/rule.js';
import { statement } from '../testdata/asserted.js';
import { rulesSay, troubles, troublesOfNist } from '../testdata/ruled.js';

const isText = (path: string, text: string): Assertion => ({ kind: 'plain-text', path, text, ignoreCase: false });

function pattern(text: string, more: Partial<OrderIndifferentPattern> = {}): OrderIndifferentPattern {
  const trigger: Assertion = { kind: 'plain-text', path: '5[1]', text, ignoreCase: false, whenAbsent: 'FAIL' };
  return { cardinality: 1, triggerMessage: `no ${text}`, trigger, constraints: [], contexts: [], ...more };
}

/** The observations, the third child of the message. */
function observations(...patterns: readonly OrderIndifferentPattern[]): {
  orderIndifferent: OrderIndifferentContext[];
} {
  return { orderIndifferent: [{ path: '3[*]', patterns }] };
}

const A = 'OBX|1||||a';
const B = 'OBX|1||||b';
const MISSING = 'pattern-missing ADT_A01[1]';

describe.each([
  ['our own mode', troubles],
  ['mode nist', troublesOfNist],
] as const)('elements in any order in %s', (_, judge) => {
  it('each pattern finds its own', () => {
    expect(judge(observations(pattern('a'), pattern('b')), [B, A])).toEqual([]);
    expect(judge(observations(pattern('a'), pattern('b')), [B])).toEqual([MISSING]);
    expect(judge(observations(pattern('a'), pattern('b')), [A, A])).toEqual([MISSING]);
  });

  it('as many as the pattern says, or more', () => {
    expect(judge(observations(pattern('a', { cardinality: 3 })), [A])).toEqual([MISSING, MISSING]);
    expect(judge(observations(pattern('a', { cardinality: 2 })), [B])).toEqual([MISSING, MISSING]);
    expect(judge(observations(pattern('a')), [A, A])).toEqual([]);
  });

  it('what one pattern has taken is not there for the next', () => {
    expect(judge(observations(pattern('a'), pattern('a')), [A])).toEqual([MISSING]);
  });

  it('where there are none, each pattern is missing once', () => {
    const rules = { orderIndifferent: [{ path: '2[*]', patterns: [pattern('a', { cardinality: 2 }), pattern('b')] }] };
    expect(judge(rules, [A])).toEqual([MISSING, MISSING]);
  });

  it('the statements of a pattern are about what it has found', () => {
    const constrained = pattern('a', { constraints: [statement(isText('1[1]', '2'))] });
    expect(judge(observations(constrained), ['OBX|2||||a', B])).toEqual([]);
    expect(judge(observations(constrained), ['OBX|1||||a', B])).toEqual(['statement-failed OBX[1]-1[1]']);
  });

  it('contexts inside start at what the pattern has found', () => {
    const inner = { path: '12[*]', patterns: [pattern('x', { trigger: isText('1[1]', 'x') })] };
    const outer = observations(pattern('a', { contexts: [inner] }));
    expect(judge(outer, ['OBX|1||||a|||||||y~x'])).toEqual([]);
    expect(judge(outer, ['OBX|1||||a|||||||y'])).toEqual(['pattern-missing OBX[1]']);
  });

  it('a path that cannot be followed is a fault of the profile', () => {
    const rules = { orderIndifferent: [{ path: '3[1].1[1].1[1]', patterns: [pattern('a')] }] };
    expect(judge(rules, [A])).toEqual(['pattern-undecided ADT_A01[1]']);
  });
});

describe('a missing pattern', () => {
  it('has the category and the message of the profile', () => {
    expect(rulesSay(observations(pattern('a')), [B], pipehatMode())).toMatchObject([
      { classification: 'Error', category: 'High-level Content Error', message: 'no a', line: 1, column: 1 },
    ]);
  });
});
