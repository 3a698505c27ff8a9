import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Bytes that memory has no room for, in a temporary file that goes with the run. Made when the first of them comes. */
export class SpillFile {
  #folder: string | undefined;
  #file = -1;
  #length = 0;

  /** Bytes so far. */
  get length(): number {
    return this.#length;
  }

  /** Puts bytes at the end; gives the offset at which they begin. Throws where the disk does not take them. */
  append(bytes: Uint8Array): number {
    const at = this.#length;
    const file = this.#opened();
    for (let written = 0; written < bytes.length; ) {
      written += writeSync(file, bytes, written, bytes.length - written, at + written);
    }
    this.#length += bytes.length;
    return at;
  }

  /** Fills `into` with what stands at `at`. */
  read(at: number, into: Uint8Array): void {
    for (let got = 0; got < into.length; ) {
      const count = readSync(this.#opened(), into, got, into.length - got, at + got);
      if (count === 0) throw new Error(`the spill file ends at ${this.#length}, before byte ${at + into.length}`);
      got += count;
    }
  }

  /** Removes the file. */
  close(): void {
    if (this.#folder === undefined) return;
    closeSync(this.#file);
    rmSync(this.#folder, { recursive: true, force: true });
    this.#folder = undefined;
    this.#length = 0;
  }

  #opened(): number {
    if (this.#folder !== undefined) return this.#file;
    this.#folder = mkdtempSync(join(tmpdir(), 'pipehat-spill-'));
    this.#file = openSync(join(this.#folder, 'runs'), 'w+');
    return this.#file;
  }
}
