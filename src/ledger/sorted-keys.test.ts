import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { rng } from '../base/rng.js';
import { SortedKeys } from './sorted-keys.js';

const WORD = 0x1_0000_0000;

function filled(count: number, most?: number): { keys: SortedKeys; sorted: readonly bigint[] } {
  const random = rng('keys', count);
  const keys = new SortedKeys(most);
  const all: bigint[] = [];
  for (let n = 0; n < count; n++) {
    const [low, high] = [Math.floor(random.next() * WORD), Math.floor(random.next() * WORD)];
    keys.add(low, high);
    all.push((BigInt(high) << 32n) | BigInt(low));
  }
  return { keys, sorted: all.sort((a, b) => (a < b ? -1 : 1)) };
}

describe('SortedKeys', () => {
  it.each([
    ['nothing', 0, 100],
    ['what memory holds', 99, 100],
    ['one run', 100, 100],
    ['several runs and a rest', 12_345, 1_000],
    ['runs longer than a window', 50_000, 20_000],
  ])('gives %s back in order', (_, count, most) => {
    const { keys, sorted } = filled(count, most);
    expect([...keys.ascending()]).toEqual(sorted);
    expect(keys.size).toBe(count);
    keys.close();
  });

  it('can be asked again, and added to in between', () => {
    const keys = new SortedKeys(2);
    for (const low of [5, 1, 3]) keys.add(low, 0);
    expect([...keys.ascending()]).toEqual([1n, 3n, 5n]);
    for (const low of [4, 2, 5]) keys.add(low, 0);
    expect([...keys.ascending()]).toEqual([1n, 2n, 3n, 4n, 5n, 5n]);
    keys.close();
  });

  it('uses the disk only where it must, and gives it back', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sorted-keys-'));
    vi.stubEnv('TMPDIR', folder);
    vi.stubEnv('TEMP', folder);
    onTestFinished(() => {
      vi.unstubAllEnvs();
      rmSync(folder, { recursive: true });
    });
    const spilled = (): number => readdirSync(folder).length;
    const small = filled(1_000).keys;
    expect([small.spilledBytes, spilled()]).toEqual([0, 0]);
    const { keys } = filled(1_000, 300);
    expect([keys.spilledBytes, spilled()]).toEqual([7_200, 1]);
    keys.close();
    expect(spilled()).toBe(0);
  });
});
