import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { JournalEntry } from './journal-entry.js';

/** The journal's file name inside a run's folder. */
export const JOURNAL_FILE = 'run.ndjson';

/**
 * The append-only record of a run. Each entry is handed to the operating system before `append` returns, so a harness
 * that is killed (SIGKILL) loses at most the line that it was writing.
 *
 * Patient data lives in the folder: it is made readable for its owner alone (0700, files 0600; Windows uses its own rights).
 */
export class Journal {
  readonly file: string;
  readonly #descriptor: number;
  #isOpen = true;

  /** Makes `dir` where needed. Throws when it already holds a journal, or cannot be written. */
  constructor(dir: string) {
    this.file = join(dir, JOURNAL_FILE);
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    this.#descriptor = openNew(this.file);
  }

  /** Writes one line. After `close` it does nothing: what a link still tells at the very end has no place to go. */
  append(entry: JournalEntry): void {
    if (!this.#isOpen) return;
    const line = Buffer.from(`${JSON.stringify(entry)}\n`);
    for (let done = 0; done < line.length; ) done += writeSync(this.#descriptor, line, done);
  }

  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    closeSync(this.#descriptor);
  }
}

function openNew(file: string): number {
  try {
    return openSync(file, 'ax', 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new Error(`${file} already holds a run: give this run a folder of its own, or remove the old one first`);
  }
}
