import { describe, expect, it } from 'vitest';
import { compareKeys } from './compare-keys.js';

function differences(expected: readonly number[], came: readonly number[]) {
  const told: string[] = [];
  const tell = (kind: string) => (key: bigint) => void told.push(`${kind} ${key}`);
  compareKeys(expected.map(BigInt).values(), came.map(BigInt).values(), {
    missing: tell('missing'),
    repeated: tell('repeated'),
    unknown: tell('unknown'),
  });
  return told;
}

describe('compareKeys', () => {
  it.each<[string, readonly number[], readonly number[], readonly string[]]>([
    ['nothing wrong', [1, 2, 2, 3], [1, 2, 2, 3], []],
    ['nothing at all', [], [], []],
    ['what is missing, also at the ends', [1, 2, 3, 4], [2, 3], ['missing 1', 'missing 4']],
    ['one of two alike', [2, 2], [2], ['missing 2']],
    ['what came once more', [1, 2, 3], [1, 2, 2, 3, 3], ['repeated 2', 'repeated 3']],
    ['what nobody sent', [2], [1, 2, 9], ['unknown 1', 'unknown 9']],
    ['all of it together', [1, 2, 3], [0, 2, 2, 4], ['unknown 0', 'missing 1', 'repeated 2', 'missing 3', 'unknown 4']],
  ])('tells %s', (_, expected, came, told) => {
    expect(differences(expected, came)).toEqual(told);
  });
});
