import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT } from '../exit-codes.js';
import { OperatorError } from '../operator-error.js';

export interface Source {
  /** The path as the user would write it; `-` for standard input. */
  readonly name: string;
  readonly bytes: Buffer;
  /** Found in a folder, so that it need not be a message at all. */
  readonly isFound: boolean;
}

/** Reads files, the files of folders in the order of their names, and standard input. Throws OperatorError. */
export async function readSources(paths: readonly string[]): Promise<readonly Source[]> {
  const sources: Source[] = [];
  for (const path of paths) {
    if (path === '-') sources.push({ name: '-', bytes: await readStandardInput(), isFound: false });
    else sources.push(...readPath(path));
  }
  return sources;
}

async function readStandardInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function readPath(path: string): readonly Source[] {
  try {
    if (!statSync(path).isDirectory()) return [{ name: path, bytes: readFileSync(path), isFound: false }];
    return filesBelow(path).map((name) => ({ name, bytes: readFileSync(name), isFound: true }));
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
    const what = reason === 'ENOENT' ? `${path}: no such file or folder` : `${path} cannot be read (${reason})`;
    throw new OperatorError(EXIT.usage, what, 'give paths of files or folders, or - for standard input');
  }
}

function filesBelow(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory())
        return entry.name.startsWith('.') || entry.name === 'node_modules' ? [] : filesBelow(path);
      return entry.isFile() ? [path] : [];
    });
}
