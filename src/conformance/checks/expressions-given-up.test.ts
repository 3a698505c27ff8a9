import { describe, expect, it } from 'vitest';
import { pipehatMode } from '../mode.js';
import type { Assertion } from '../model/assertion.js';
import { ON_OBX, statement } from '../testdata/asserted.js';
import { rulesSay } from '../testdata/ruled.js';

/** Only an engine that backtracks can match it, and takes ever so long to find that it does not. */
const CATASTROPHE = '(a+)+\\1b';

function said(regex: string, lines: readonly string[]) {
  const assertion: Assertion = { kind: 'format', path: '5[1]', regex };
  return rulesSay({ statements: [{ on: ON_OBX, rule: statement(assertion) }] }, lines, pipehatMode());
}

const observations = (count: number, value: string) =>
  Array.from({ length: count }, (_, at) => `OBX|${at + 1}||||${value}`);

describe('expressions that take too long', () => {
  it('for one value leave its rule undecided', () => {
    expect(said(CATASTROPHE, observations(1, 'a'.repeat(40))).map(({ code }) => code)).toEqual(['statement-undecided']);
  });

  it('for a whole message are given up, which is told once', () => {
    const codes = said(CATASTROPHE, observations(40, 'a'.repeat(40))).map(({ code }) => code);
    expect(codes.filter((code) => code === 'expressions-given-up')).toHaveLength(1);
    expect(codes.filter((code) => code === 'statement-undecided').length).toBeLessThan(20);
    expect(new Set(codes)).toEqual(new Set(['expressions-given-up', 'statement-undecided']));
  });

  it('are forgotten with the next message, and quick ones never come to that', () => {
    expect(said(CATASTROPHE, ['OBX|1||||aaaab']).map(({ code }) => code)).toEqual([]);
    expect(said('(?=a).+', observations(200, 'a'.repeat(40)))).toEqual([]);
    expect(said('(?=b).+', observations(2, 'a')).map(({ code }) => code)).toEqual([
      'statement-failed',
      'statement-failed',
    ]);
  });
});
