import { describe, expect, it } from 'vitest';
import type { BindingStrength, ValueSet } from '../model/value-set.js';
import { judge, type ModeName, told, valueSet } from './testdata/coded-profile.js';

/**
 * One code in one set, bound to a simple element: every strength, extensibility, stability and usage of the code. `*` is any;
 * a line adds to what those before it say.
 */
type Any<Value> = Value | '-' | '*';
type Line = readonly [
  usage: 'R' | 'P' | 'E' | '-' | 'absent',
  strength: Any<BindingStrength>,
  extensibility: Any<'Open' | 'Closed'>,
  stability: Any<'Static' | 'Dynamic'>,
  finding: string,
];

const NIST: readonly Line[] = [
  ['R', '-', '*', '*', 'code-member Affirmative'],
  ['R', 'R', '*', '*', 'code-member Affirmative'],
  ['R', 'S', '*', '*', 'code-member Alert'],
  ['P', '-', '*', '*', 'code-permitted Alert'],
  ['P', 'R', '*', '*', 'code-permitted Alert'],
  ['P', 'S', '*', '*', 'code-permitted Alert'],
  ['P', '-', 'Closed', '*', 'code-permitted-in-closed-set Alert'],
  ['P', 'R', 'Closed', '*', 'code-permitted-in-closed-set Alert'],
  ['P', 'S', 'Closed', '*', 'code-permitted-in-closed-set Alert'],
  ['P', '-', '*', 'Dynamic', 'value-set-dynamic Alert'],
  ['P', 'R', '*', 'Dynamic', 'value-set-dynamic Alert'],
  ['P', 'S', '*', 'Dynamic', 'value-set-dynamic Alert'],
  ['E', '-', '*', '*', 'code-excluded Error'],
  ['E', 'R', '*', '*', 'code-excluded Error'],
  ['E', 'S', '*', '*', 'code-excluded Alert'],
  ['-', '-', '*', '*', 'code-usage-missing Alert'],
  ['-', 'R', '*', '*', 'code-usage-missing Alert'],
  ['-', 'S', '*', '*', 'code-usage-missing Alert'],
  ['absent', '-', '*', '*', 'code-not-found Alert'],
  ['absent', 'R', '*', '*', 'code-not-found Error'],
  ['absent', 'S', '*', '*', 'code-not-found Alert'],
  ['absent', '-', '*', 'Dynamic', 'value-set-dynamic Alert'],
  ['absent', 'R', '*', 'Dynamic', 'value-set-dynamic Alert'],
  ['absent', 'S', '*', 'Dynamic', 'value-set-dynamic Alert'],
  ...undetermined(),
];

const PIPEHAT: readonly Line[] = [
  ['R', '-', '*', '*', 'code-member Affirmative'],
  ['R', 'R', '*', '*', 'code-member Affirmative'],
  ['R', 'S', '*', '*', 'code-member Affirmative'],
  ...(['-', 'R', 'S'] as const).flatMap((strength): Line[] => [
    ['P', strength, '-', '*', 'code-permitted Informational'],
    ['P', strength, 'Open', '*', 'code-permitted Informational'],
    ['P', strength, 'Closed', '*', 'code-permitted-in-closed-set Alert'],
  ]),
  ['E', '-', '*', '*', 'code-excluded Error'],
  ['E', 'R', '*', '*', 'code-excluded Error'],
  ['E', 'S', '*', '*', 'code-excluded Alert'],
  ['-', '-', '*', '*', 'code-usage-missing Informational'],
  ['-', 'R', '*', '*', 'code-usage-missing Informational'],
  ['-', 'S', '*', '*', 'code-usage-missing Informational'],
  ['absent', '-', '*', '*', 'code-not-found Alert'],
  ['absent', 'R', '*', '*', 'code-not-found Error'],
  ['absent', 'S', '*', '*', 'code-not-found Alert'],
  ...undetermined(),
];

function undetermined(): readonly Line[] {
  return (['R', 'P', 'E', '-', 'absent'] as const).map((usage) => [
    usage,
    'U',
    '*',
    '*',
    'binding-strength-undetermined Alert',
  ]);
}

const CASES = (['R', 'P', 'E', '-', 'absent'] as const).flatMap((usage) =>
  (['-', 'R', 'S', 'U'] as const).flatMap((strength) =>
    (['-', 'Open', 'Closed'] as const).flatMap((extensibility) =>
      (['-', 'Static', 'Dynamic'] as const).map((stability) => ({ usage, strength, extensibility, stability })),
    ),
  ),
);

type Case = (typeof CASES)[number];

function expected(lines: readonly Line[], one: Case): readonly string[] {
  const fits = (wanted: string, is: string) => wanted === '*' || wanted === is;
  return lines
    .filter(
      ([usage, strength, extensibility, stability]) =>
        usage === one.usage &&
        fits(strength, one.strength) &&
        fits(extensibility, one.extensibility) &&
        fits(stability, one.stability),
    )
    .map(([, , , , finding]) => `${finding} ZVS[1]-1[1]`)
    .sort();
}

function found(one: Case, mode: ModeName): readonly string[] {
  const kind: Partial<ValueSet> = {
    ...(one.extensibility === '-' ? {} : { extensibility: one.extensibility }),
    ...(one.stability === '-' ? {} : { stability: one.stability }),
  };
  const set = valueSet('SET', one.usage === 'absent' ? 'OTHER' : `A::${one.usage}`, kind);
  const strength = one.strength === '-' ? {} : { strength: one.strength };
  const binding = { target: '1[*]', locations: [{ code: '.' }], sets: ['SET'], ...strength };
  return told(judge({ sets: [set], bindings: [binding] }, 'ZVS|A', mode, true));
}

describe('one code in one value set', () => {
  it('is every combination', () => {
    expect(CASES).toHaveLength(180);
    for (const lines of [NIST, PIPEHAT]) for (const one of CASES) expect(expected(lines, one)).not.toEqual([]);
  });

  it.each(CASES)('as the reference: usage $usage, strength $strength, $extensibility, $stability', (one) => {
    expect(found(one, 'nist')).toEqual(expected(NIST, one));
  });

  it.each(CASES)('in our mode: usage $usage, strength $strength, $extensibility, $stability', (one) => {
    expect(found(one, 'pipehat')).toEqual(expected(PIPEHAT, one));
  });
});
