import { describe, expect, it } from 'vitest';
import { rng } from '../../base/rng.js';
import { Assembly, chunksOf, chunkText, readChunk } from './chunks.js';

const stream = rng('chunks');
const bytes = Uint8Array.from({ length: 1_000 }, () => Math.floor(stream.next() * 256));

describe('pieces of something large', () => {
  it.each([1, 7, 999, 1_000, 5_000])('come together again, cut at %i bytes', (size) => {
    const assembly = new Assembly();
    const chunks = [...chunksOf(bytes, size)].reverse();
    const wholes = chunks.map((chunk) => assembly.take(chunk));
    expect(wholes.slice(0, -1).every((whole) => whole === undefined)).toBe(true);
    expect(Buffer.from(wholes.at(-1) ?? [])).toEqual(Buffer.from(bytes));
  });

  it('may come twice', () => {
    const assembly = new Assembly();
    const [first, second] = chunksOf(bytes, 500);
    if (first === undefined || second === undefined) throw new Error('there are two');
    expect([assembly.take(first), assembly.take(first)]).toEqual([undefined, undefined]);
    expect(assembly.take(second)?.length).toBe(1_000);
  });

  it('are one where there is nothing', () => {
    expect(chunksOf(new Uint8Array(), 10)).toEqual([{ index: 0, of: 1, bytes: new Uint8Array() }]);
  });

  it('say which they are', () => {
    const chunk = { index: 2, of: 3, bytes };
    expect(readChunk(chunkText(chunk), bytes)).toEqual(chunk);
    for (const text of ['', '3/3', '-1/3', 'x/3', '1']) expect(readChunk(text, bytes)).toBeUndefined();
  });
});
