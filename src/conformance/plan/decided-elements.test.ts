import { describe, expect, it } from 'vitest';
import type { Predicate } from '../model/rule.js';
import { NO_RULES } from '../model/rule.js';
import { planOf } from '../testdata/laid.js';
import type { SmallProfile } from '../testdata/small-profile.js';

const about = (target: string): Predicate => ({
  kind: 'predicate',
  description: '',
  target,
  whenTrue: 'R',
  whenFalse: 'X',
});

/** Names of the elements that the predicate on the message decides. */
function decided(target: string): readonly string[] {
  const predicates = [{ on: { kind: 'message', by: 'id', value: 'ADT_A01' } as const, rule: about(target) }];
  const small: SmallProfile = {
    structure: 'MSH ( OBX | {<GROUP: PID [NTE]>} )',
    fields: { OBX: [{ name: 'of OBX' }], PID: [{ name: 'of PID', datatype: 'CE' }] },
    profile: { rules: { ...NO_RULES, predicates } },
  };
  return planOf(small)
    .elements.filter(({ isDecided }) => isDecided)
    .map(({ name }) => name);
}

describe('elements that a predicate decides', () => {
  it('are found through groups and all alternatives of a choice', () => {
    expect(decided('2[1]')).toEqual(['OBX|GROUP']);
    expect(decided('2[1].1[1]')).toEqual(['of OBX', 'PID']);
    expect(decided('2[*].1[*].1[1]')).toEqual(['of PID']);
    expect(decided('2[1].1[1].1[1].2[1]')).toEqual(['text']);
  });

  it('are none where the path leads nowhere or to the message itself', () => {
    expect(decided('9[1]')).toEqual([]);
    expect(decided('1[1].99[1]')).toEqual([]);
    expect(decided('.')).toEqual([]);
  });
});
