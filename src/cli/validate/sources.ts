import { readdirSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { EXIT } from '../exit-codes.js';
import { OperatorError } from '../operator-error.js';
import { globFiles, isGlob } from './glob.js';

/** A file to be read, or standard input. */
export interface Source {
  /** The path as the user would write it; `-` for standard input. */
  readonly name: string;
  /** In bytes; unknown for standard input. */
  readonly size?: number;
  /** Whether a source without any message is a mistake: it was named, or its name says that it holds messages. */
  readonly isExpected: boolean;
}

/** Endings of files that hold messages; others that are found in folders may hold anything. */
const ENDINGS = new Set(['.hl7', '.hl7v2', '.er7', '.txt', '.dat', '.msg', '.mllp']);

/**
 * The sources that the paths name: files, the files of folders and their folders in the order of their names, the files of
 * patterns, `-`. No file comes twice. Throws OperatorError for a path that is not there.
 */
export function findSources(paths: readonly string[]): readonly Source[] {
  const sources = new Map<string, Source>();
  for (const path of paths) {
    for (const source of path === '-' ? [{ name: '-', isExpected: true }] : sourcesAt(path)) {
      if (!sources.has(source.name)) sources.set(source.name, source);
    }
  }
  return [...sources.values()];
}

function sourcesAt(path: string): readonly Source[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory()) return filesBelow(path).map((name) => sourceOf(name, isNamedAsMessage(name)));
  if (found !== undefined) return [sourceOf(path, true)];
  if (isGlob(path)) return globFiles(path).map((name) => sourceOf(name, true));
  throw new OperatorError(
    EXIT.usage,
    `${path}: no such file or folder`,
    'give paths of files or folders, a pattern like "in/**/*.hl7", or - for standard input',
  );
}

function sourceOf(name: string, isExpected: boolean): Source {
  const size = statSync(name, { throwIfNoEntry: false })?.size;
  return { name, isExpected, ...(size === undefined ? {} : { size }) };
}

function isNamedAsMessage(name: string): boolean {
  return ENDINGS.has(extname(name).toLowerCase());
}

function filesBelow(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.name.startsWith('.') || entry.name === 'node_modules') return [];
      if (entry.isDirectory()) return filesBelow(path);
      return entry.isFile() || entry.isSymbolicLink() ? [path] : [];
    });
}
