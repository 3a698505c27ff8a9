/** A piece of something that is too large for one message; `index` from 0. */
export interface Chunk {
  readonly index: number;
  readonly of: number;
  readonly bytes: Uint8Array;
}

/** Cuts `bytes` into pieces of at most `size`; nothing at all is one empty piece. */
export function chunksOf(bytes: Uint8Array, size: number): readonly Chunk[] {
  const of = Math.max(1, Math.ceil(bytes.length / size));
  return Array.from({ length: of }, (_, index) => ({
    index,
    of,
    bytes: bytes.subarray(index * size, (index + 1) * size),
  }));
}

/** Puts pieces together again, in whatever order they come and however often. */
export class Assembly {
  readonly #pieces = new Map<number, Uint8Array>();

  /** The whole, once the last piece is there. */
  take({ index, of, bytes }: Chunk): Uint8Array | undefined {
    this.#pieces.set(index, bytes);
    if (this.#pieces.size < of) return undefined;
    return Buffer.concat(Array.from({ length: of }, (_, n) => this.#pieces.get(n) ?? new Uint8Array()));
  }
}

export function chunkText({ index, of }: Chunk): string {
  return `${index}/${of}`;
}

export function readChunk(text: string, bytes: Uint8Array): Chunk | undefined {
  const [, index, of] = /^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? [];
  if (index === undefined || of === undefined || Number(index) >= Number(of)) return undefined;
  return { index: Number(index), of: Number(of), bytes };
}
