import { describe, expect, it } from 'vitest';
import { rng } from '../base/rng.js';
import { NEXT, type Selection, Selector } from './selection.js';

/** The 1-based ordinals of the messages that are struck. */
function struck(selection: Partial<Selection>, types: readonly string[], seed: string | number = 1): readonly number[] {
  const selector = new Selector({ ...NEXT, times: Number.POSITIVE_INFINITY, ...selection }, rng(seed));
  return types.flatMap((type, i) => (selector.strikes(type) ? [i + 1] : []));
}

const TWELVE = Array.from({ length: 12 }, () => 'ADT^A01^ADT_A01');

describe('a selection', () => {
  it.each([
    { what: 'the next', selection: { times: 1 }, ordinals: [1] },
    { what: 'the next three', selection: { times: 3 }, ordinals: [1, 2, 3] },
    { what: 'the next behind two', selection: { times: 1, after: 2 }, ordinals: [3] },
    { what: 'every third', selection: { on: { kind: 'every', n: 3 } }, ordinals: [3, 6, 9, 12] },
    { what: 'every third, twice', selection: { on: { kind: 'every', n: 3 }, times: 2 }, ordinals: [3, 6] },
    { what: 'every third behind one', selection: { on: { kind: 'every', n: 3 }, after: 1 }, ordinals: [4, 7, 10] },
    { what: 'all', selection: { on: { kind: 'probability', p: 1 }, times: 2 }, ordinals: [1, 2] },
  ] as const)('strikes $what', ({ selection, ordinals }) => {
    expect(struck(selection, TWELVE)).toEqual(ordinals);
  });

  it.each([
    { off: 'times 0', selection: { times: 0 } },
    { off: 'probability 0', selection: { on: { kind: 'probability', p: 0 } } },
  ] as const)('strikes nothing with $off', ({ selection }) => {
    expect(struck(selection, TWELVE)).toEqual([]);
    expect(new Selector({ ...NEXT, ...selection }, rng(1)).isSpent).toBe(true);
  });

  it('strikes everything for a span of time from the first message on', () => {
    let now = 500;
    const selector = new Selector(
      { ...NEXT, times: Number.POSITIVE_INFINITY, on: { kind: 'span', ms: 100 } },
      rng(1),
      () => now,
    );
    const at = (ms: number): boolean => {
      now = ms;
      return selector.strikes('ADT');
    };
    expect([500, 600, 601, 700].map(at)).toEqual([true, true, false, false]);
    expect(selector.isSpent).toBe(true);
  });

  it('counts only messages of its type', () => {
    const types = ['ADT^A01', 'ORU^R01^ORU_R01', 'ORU^R01', 'ORUX^R01', 'ORU'];
    expect(struck({ type: 'ORU' }, types)).toEqual([2, 3, 5]);
    expect(struck({ type: 'ORU^R01', on: { kind: 'every', n: 2 } }, types)).toEqual([3]);
  });

  it('by chance strikes the same messages for the same seed, and others for another', () => {
    const selection = { on: { kind: 'probability', p: 0.5 } } as const;
    const many = Array.from({ length: 200 }, () => 'ADT');
    expect(struck(selection, many, 7)).toEqual(struck(selection, many, 7));
    expect(struck(selection, many, 7)).not.toEqual(struck(selection, many, 8));
    expect(struck(selection, many, 7).length).toBeGreaterThan(60);
    expect(struck(selection, many, 7).length).toBeLessThan(140);
  });
});
