import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fold } from './fold.js';
import { JOURNAL_FILE } from './journal.js';
import type { JournalEntry } from './journal-entry.js';
import type { RunRecord } from './run-record.js';

/** What each kind of line must have; a line without it is counted as unreadable, never guessed at. */
const REQUIRED: Readonly<Record<JournalEntry['kind'], readonly string[]>> = {
  'run-started': ['manifest'],
  'scenario-started': ['scenario', 'feature', 'name', 'tags', 'steps'],
  'step-finished': ['scenario', 'index', 'status'],
  'hook-failed': ['scenario', 'name', 'error'],
  message: ['exchange', 'direction', 'link', 'raw', 'at'],
  reply: ['exchange', 'stage', 'raw', 'at'],
  outcome: ['exchange', 'outcome'],
  wire: ['link', 'event', 'raw', 'at'],
  finding: ['finding'],
  'sut-control': ['action', 'at'],
  confirmation: ['scenario', 'confirmation'],
  'scenario-finished': ['scenario', 'verdict'],
  'run-finished': ['verdict'],
};

/**
 * The run that a folder holds, also one that was killed: a torn last line is counted and left out.
 * Throws when there is no journal or not one readable line in it.
 */
export function readRun(dir: string): RunRecord {
  const entries: JournalEntry[] = [];
  let unreadable = 0;
  for (const line of lines(journalOf(dir))) {
    if (line.trim() === '') continue;
    const entry = parseLine(line);
    if (entry === undefined) unreadable++;
    else entries.push(entry);
  }
  if (entries.length === 0) {
    throw new Error(`${dir} holds no readable line in ${JOURNAL_FILE}: the run ended before anything was recorded`);
  }
  return fold(entries, unreadable);
}

/** One line of a journal; undefined where it is torn or is no entry. */
export function parseLine(line: string): JournalEntry | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isEntry(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isEntry(value: unknown): value is JournalEntry {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  const required = Object.hasOwn(REQUIRED, String(value.kind)) && REQUIRED[value.kind as JournalEntry['kind']];
  return required !== false && required.every((key) => key in value);
}

function journalOf(dir: string): string {
  const file = join(dir, JOURNAL_FILE);
  if (statSync(file, { throwIfNoEntry: false })?.isFile()) return file;
  throw new Error(`no ${JOURNAL_FILE} in ${dir}: name the folder of a run, for example results/<run>`);
}

/** Lines of a file without their line feed, read in pieces: a long run's journal is larger than the longest string. */
function* lines(file: string): Generator<string> {
  const descriptor = openSync(file, 'r');
  const chunk = Buffer.alloc(1 << 20);
  let rest: Buffer[] = [];
  try {
    for (let read = readSync(descriptor, chunk); read > 0; read = readSync(descriptor, chunk)) {
      let from = 0;
      for (let end = chunk.indexOf(10); end !== -1 && end < read; end = chunk.indexOf(10, from)) {
        yield Buffer.concat([...rest, chunk.subarray(from, end)]).toString();
        rest = [];
        from = end + 1;
      }
      if (from < read) rest.push(Buffer.from(chunk.subarray(from, read)));
    }
    if (rest.length > 0) yield Buffer.concat(rest).toString();
  } finally {
    closeSync(descriptor);
  }
}
