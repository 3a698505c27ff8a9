import { closeSync, openSync, readSync } from 'node:fs';

/** The most that is read of a config file, its requirements, and a PEM file: many times what anybody writes. */
export const MOST_CONFIG_BYTES = 4_194_304;
export const MOST_PEM_BYTES = 1_048_576;

const PIECE_BYTES = 65_536;

/** The text of a file, a pipe or a device. Throws as the file system does, or with the code `TOO LARGE` where more comes. */
export function readBounded(file: string, mostBytes: number): string {
  const opened = openSync(file, 'r');
  try {
    const pieces: Buffer[] = [];
    for (let total = 0; ; ) {
      const piece = Buffer.alloc(PIECE_BYTES);
      const length = readSync(opened, piece);
      if (length === 0) return Buffer.concat(pieces).toString('utf8');
      total += length;
      if (total > mostBytes) throw tooLarge(file, mostBytes);
      pieces.push(piece.subarray(0, length));
    }
  } finally {
    closeSync(opened);
  }
}

function tooLarge(file: string, mostBytes: number): Error {
  return Object.assign(new Error(`${file} is too large`), { code: `more than ${mostBytes} bytes` });
}
