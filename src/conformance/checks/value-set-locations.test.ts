import { describe, expect, it } from 'vitest';
import { type CodedRules, judge, told, valueSet } from './testdata/coded-profile.js';

const SET = valueSet('SET', 'A:S1 B:S1 P:S1:P E:S1:E TWO:S1 TWO:S2 SAME:S1 SAME:S1:E W::R:W[0-9]+ BARE');
const OTHER = valueSet('OTHER', 'A:S1 Z:S3');
const DYNAMIC = valueSet('DYNAMIC', 'D:S1 Q:S1:P', { stability: 'Dynamic' });
const FIRST = [{ code: '1[1]', system: '3[1]' }];
const BOTH = [...FIRST, { code: '4[1]', system: '6[1]' }];

/** Sets and locations by name, so that a case is a line. */
const RULES: Readonly<Record<string, CodedRules>> = {
  first: bound(['SET'], FIRST),
  bare: bound(['SET'], [{ code: '1[1]' }]),
  both: bound(['SET'], BOTH),
  'two sets': bound(['SET', 'OTHER'], BOTH),
  dynamic: bound(['DYNAMIC', 'OTHER'], BOTH),
  'same set': bound(['SET', 'SET'], FIRST),
  twice: bound(['SET'], [...FIRST, ...FIRST]),
};

function bound(sets: readonly string[], locations: readonly { code: string; system?: string }[]): CodedRules {
  const binding = { target: '2[*]', strength: 'R', locations, sets } as const;
  return { sets: [SET, OTHER, DYNAMIC], bindings: [binding] };
}

/** Rules, ZVS-2, what the reference tells at the field, what we tell and where below the field. */
type Line = readonly [rules: string, field: string, nist: readonly string[], pipehat: readonly string[]];

const LINES: readonly Line[] = [
  // One location with its code system.
  ['first', 'A^^S1', [], []],
  ['first', 'A^^S9', ['code-system-wrong Error', 'code-not-found Error'], ['code-system-wrong Error .3']],
  ['first', 'A', ['code-system-missing Error'], ['code-system-missing Error .1']],
  ['first', 'X^^S1', ['code-not-found Error'], ['code-not-found Error .1']],
  ['first', 'X', ['code-not-found Error'], ['code-not-found Error .1']],
  ['first', '^text', [], []],
  ['first', '^^S1', [], []],
  ['first', '""', [], []],
  // HL7's null in the component is no code for us.
  ['first', '""^^S1', ['code-not-found Error'], []],
  // The same value of two systems; twice of one.
  ['first', 'TWO^^S2', [], []],
  ['first', 'TWO^^S9', ['code-not-found Error'], ['code-not-found Error .1']],
  ['first', 'TWO', ['code-listed-twice Specification Error'], ['code-system-missing Error .1']],
  ['first', 'SAME^^S1', ['code-listed-twice Specification Error', 'code-excluded Error'], []],
  // Patterns, and codes of which the set says no system.
  ['first', 'W12^^', ['code-system-missing Error'], []],
  ['first', 'BARE^^S1', ['code-system-wrong Error', 'code-not-found Error'], []],
  ['first', 'BARE', ['code-system-missing Error'], []],
  // Without a place for the code system.
  ['bare', 'A', [], []],
  ['bare', 'A^^S9', [], []],
  ['bare', 'TWO', ['code-listed-twice Specification Error'], []],
  ['bare', 'W12', [], []],
  ['bare', 'W', ['code-not-found Error'], ['code-not-found Error .1']],
  ['bare', 'a', ['code-not-found Error'], ['code-not-found Error .1']],
  // Escapes are part of the code for the reference.
  ['bare', '\\T\\', ['code-not-found Error'], ['code-not-found Error .1']],
  // Two locations, of which one is enough.
  ['both', 'A^^S1', [], []],
  ['both', '^^^A^^S1', [], []],
  ['both', 'X^^L^A^^S1', [], []],
  ['both', 'A^^S1^X^^L', [], []],
  ['both', 'A^^S9^B^^S1', [], []],
  ['both', 'X^^L^Y^^L', ['code-not-found Error', 'code-not-found Error'], ['code-not-found Error .1']],
  [
    'both',
    'X^^L^A^^S9',
    ['code-not-found Error', 'code-not-found Error', 'code-system-wrong Error'],
    ['code-system-wrong Error .6'],
  ],
  ['both', 'X^^L^A', ['code-not-found Error', 'code-system-missing Error'], ['code-system-missing Error .4']],
  ['both', 'A^^S1^B^^S1', ['code-at-two-places Error'], ['code-at-two-places Error']],
  ['both', 'A^^S1^A^^S1', ['code-at-two-places Error'], ['code-at-two-places Error']],
  [
    'both',
    'A^^S1^E^^S1',
    ['code-at-two-places Error', 'code-excluded Error'],
    ['code-at-two-places Error', 'code-excluded Error .4'],
  ],
  ['both', 'E^^S1', ['code-excluded Error'], ['code-excluded Error .1']],
  // Several sets on a coded element.
  ['two sets', 'Z^^S3', [], []],
  ['two sets', 'A^^S1', ['code-in-several-sets Specification Error'], []],
  ['two sets', 'X^^S1', ['code-not-found Error'], ['code-not-found Error .1']],
  [
    'two sets',
    'A^^S9',
    ['code-system-wrong Error', 'code-system-wrong Error', 'code-not-found Error'],
    ['code-system-wrong Error .3'],
  ],
  ['two sets', 'B^^S1^Z^^S3', [], []],
  // That a set is dynamic is told even of a location that does not count.
  ['dynamic', 'D^^S1', [], []],
  ['dynamic', 'X^^S1', ['code-not-found Error', 'value-set-dynamic Alert'], ['code-not-found Error .1']],
  ['dynamic', 'D^^S1^X^^L', ['value-set-dynamic Alert'], []],
  ['dynamic', 'Q^^S1', ['code-permitted Alert', 'value-set-dynamic Alert'], []],
  // One location stated twice.
  ['twice', 'A^^S1', ['code-in-several-sets Specification Error'], []],
  ['twice', 'X^^S1', ['code-not-found Error'], ['code-not-found Error .1']],
  [
    'twice',
    'E^^S1',
    ['code-in-several-sets Specification Error', 'code-excluded Error', 'code-excluded Error'],
    ['code-excluded Error .1'],
  ],
  // One set stated twice.
  ['same set', 'A^^S1', ['code-in-several-sets Specification Error'], []],
  ['same set', 'X^^S1', ['code-not-found Error'], ['code-not-found Error .1']],
];

describe('codes with code systems at one or two places', () => {
  it.each(LINES)('%s: %s', (name, field, nist, pipehat) => {
    const rules = RULES[name] ?? {};
    const path = 'ZVS[1]-2[1]';
    expect(told(judge(rules, `ZVS||${field}`, 'nist'))).toEqual(nist.map((text) => `${text} ${path}`).sort());
    const ours = pipehat.map((text) => (text.includes(' .') ? text.replace(' .', ` ${path}.`) : `${text} ${path}`));
    expect(told(judge(rules, `ZVS||${field}`, 'pipehat'))).toEqual(ours.sort());
  });
});
