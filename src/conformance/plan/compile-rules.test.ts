import { describe, expect, it } from 'vitest';
import type { Assertion } from '../model/assertion.js';
import { ON_OBX, ruled, statement } from '../testdata/asserted.js';
import { smallProfile } from '../testdata/small-profile.js';
import { compilePlan } from './compile.js';

const place = { file: 'Constraints.xml', line: 7, column: 3 };

/** The defects of a profile with this one statement. */
function defectsOf(assertion: Assertion) {
  const rules = { statements: [{ on: ON_OBX, rule: statement(assertion, { place }) }] };
  const result = compilePlan(smallProfile(ruled(rules)));
  return result.kind === 'compiled' ? result.warnings : result.defects;
}

describe('defects of rules', () => {
  it('a sound rule has none', () => {
    expect(defectsOf({ kind: 'format', path: '5[*].1[1]', regex: '[A-Z]+' })).toEqual([]);
  });

  it('a regular expression that is wrong stops the profile', () => {
    expect(defectsOf({ kind: 'format', path: '5[1]', regex: '(' })).toMatchObject([
      { severity: 'error', code: 'regular-expression-invalid', place, remedy: 'mend it' },
    ]);
  });

  it('one that cannot be translated is a warning', () => {
    expect(defectsOf({ kind: 'format', path: '5[1]', regex: '\\X' })).toMatchObject([
      { severity: 'warning', code: 'regular-expression-untranslatable', place },
    ]);
  });

  it.each(['', '5', '5[0]', '0[1]', '5[1].', 'PID-5', '5[1]..1[1]'])('the path %j cannot be read', (path) => {
    expect(defectsOf({ kind: 'presence', path })).toMatchObject([
      { severity: 'warning', code: 'path-unreadable', place },
    ]);
  });

  it('all are told at once, from the depth of an assertion too', () => {
    const left: Assertion = { kind: 'format', path: '5[1]', regex: '[' };
    const right: Assertion = { kind: 'not', of: { kind: 'presence', path: 'x' } };
    expect(defectsOf({ kind: 'implies', left, right }).map(({ code }) => code)).toEqual([
      'regular-expression-invalid',
      'path-unreadable',
    ]);
  });

  it('the target of a predicate must be an element below', () => {
    const rule = { kind: 'predicate', description: 'd', target: '.', whenTrue: 'R', whenFalse: 'O', place } as const;
    const result = compilePlan(smallProfile(ruled({ predicates: [{ on: ON_OBX, rule }] })));
    expect(result).toMatchObject({ warnings: [{ code: 'predicate-target-unreadable', place }] });
  });
});

describe('a compiled profile', () => {
  it('is plain data', () => {
    const assertion: Assertion = {
      kind: 'and',
      left: { kind: 'format', path: '5[1]', regex: '(a+)+' },
      right: { kind: 'string-list', path: '5[1]', values: ['a'], ignoreCase: true },
    };
    const result = compilePlan(smallProfile(ruled({ statements: [{ on: ON_OBX, rule: statement(assertion) }] })));
    if (result.kind !== 'compiled') throw new Error('it has defects');
    expect(structuredClone(result.plan)).toEqual(result.plan);
  });
});
