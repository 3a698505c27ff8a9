import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';

/** More of a log than this is not read: the last of it is. */
const MOST_BYTES = 16_777_216;

/** Bytes of a file; 0 where there is none yet. */
export function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** The lines behind the first `from` bytes of a log; all of one that was begun anew. Undefined where it cannot be read. */
export function newLines(file: string, from: number): readonly string[] | undefined {
  try {
    const opened = openSync(file, 'r');
    try {
      const { size } = fstatSync(opened);
      const begin = Math.max(size < from ? 0 : from, size - MOST_BYTES);
      const bytes = Buffer.alloc(size - begin);
      const read = readSync(opened, bytes, 0, bytes.length, begin);
      return bytes.toString('utf8', 0, read).split(/\r?\n/);
    } finally {
      closeSync(opened);
    }
  } catch {
    return undefined;
  }
}
