import { describe, expect, it } from 'vitest';
import { nistMode, pipehatMode } from '../mode.js';
import type { Assertion } from '../model/assertion.js';
import { NO_RULES } from '../model/rule.js';
import { findings } from '../testdata/judged.js';
import { planOf } from '../testdata/laid.js';
import type { SmallProfile } from '../testdata/small-profile.js';
import { sortedStatements } from './guarded-statements.js';

const CODE = '3[1].1[1]';
const isText = (text: string, path = CODE): Assertion => ({ kind: 'plain-text', path, text, ignoreCase: false });
const present = (path: string): Assertion => ({ kind: 'presence', path });

/** If ..., then OBX-5 has a value. */
const needsValue = (left: Assertion): Assertion => ({ kind: 'implies', left, right: present('5[1]') });

function profileWith(assertions: readonly Assertion[]): SmallProfile {
  const statements = assertions.map((assertion, at) => ({
    on: { kind: 'segment', by: 'name', value: 'OBX' } as const,
    rule: { kind: 'statement', id: `S${at}`, description: `S${at}`, assertion } as const,
  }));
  const fields = { OBX: [{}, {}, { datatype: 'CE', cardinality: { min: 0, max: 9 } }, {}, {}] };
  return { structure: 'MSH {OBX}', fields, profile: { rules: { ...NO_RULES, statements } } };
}

const GUARDED = profileWith([
  needsValue({ kind: 'for-all', of: [present(CODE), isText('A'), present('3[1].3[1]')] }),
  needsValue({ kind: 'and', left: present('3[1]'), right: isText('B') }),
  needsValue(isText('A')),
  present('1[1]'),
]);

const failed = (line: string, mode = pipehatMode()) =>
  findings(GUARDED, [line], mode)
    .filter(({ code }) => code === 'statement-failed')
    .map(({ rule }) => rule)
    .sort();

describe('statements about one text', () => {
  it('are known by it', () => {
    const sorted = sortedStatements(planOf(GUARDED)).find((each) => each !== undefined);
    expect(sorted?.always.map(({ statement }) => statement.id)).toEqual(['S3']);
    const guards = sorted?.guarded.map(({ holdsWithout, byText }) => [holdsWithout, ...byText.keys()]);
    expect(guards).toEqual([
      [true, 'A'],
      [false, 'B', 'A'],
    ]);
  });

  it('are judged where the element has it, and where nobody can say', () => {
    expect(failed('OBX|1||A^x^LN')).toEqual(['S0', 'S2']);
    expect(failed('OBX|1||A^x')).toEqual(['S2']);
    expect(failed('OBX|1||B')).toEqual(['S1']);
    expect(failed('OBX|1||C^x^LN')).toEqual([]);
    expect(failed('OBX|1||A^x^LN||5')).toEqual([]);
    expect(failed('OBX|||C')).toEqual(['S3']);
  });

  it('without the element hold or not as the assertion has it', () => {
    expect(failed('OBX|1')).toEqual(['S2']);
    expect(failed('OBX|1||^x')).toEqual(['S1', 'S2']);
  });

  it('come to the same as when each is looked at', () => {
    const lines = [
      'OBX|1||A^x^LN',
      'OBX|1||A',
      'OBX|1||B',
      'OBX|1||\\T\\',
      'OBX|1',
      'OBX|1||^x',
      'OBX|1||~A',
      'OBX|1||""',
    ];
    for (const line of lines) {
      for (const mode of [pipehatMode, nistMode]) expect(failed(line, mode())).toEqual(failed(line, mode(true)));
    }
  });

  it('are not those that ignore case, count values or look at every repetition', () => {
    const others = profileWith([
      needsValue({ kind: 'plain-text', path: CODE, text: 'A', ignoreCase: true }),
      needsValue({ kind: 'plain-text', path: CODE, text: 'A', ignoreCase: false, min: 0, max: 1 }),
      needsValue(isText('A', '3[*].1[1]')),
      needsValue({ kind: 'and', left: present('4[1]'), right: isText('A') }),
      { kind: 'or', left: isText('A'), right: present('5[1]') },
    ]);
    expect(sortedStatements(planOf(others)).find((each) => each !== undefined)?.guarded).toEqual([]);
  });
});
