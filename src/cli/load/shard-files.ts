import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { NamedShard } from '../../load/shard/check-shards.js';
import { readShard } from '../../load/shard/shard-text.js';
import { EXIT } from '../exit-codes.js';
import { OperatorError } from '../operator-error.js';

/** Throws OperatorError, before anything is sent, where a shard could not be written at the end. */
export function checkShardFile(file: string): void {
  if (existsSync(file)) {
    const remedy = 'it may hold a run: move it away, or name another with --shard-file';
    throw new OperatorError(EXIT.usage, `${file} is there already`, remedy);
  }
  const trouble = written(file, '');
  rmSync(file, { force: true });
  if (trouble === undefined) return;
  throw new OperatorError(
    EXIT.infrastructure,
    `${file} cannot be written (${trouble})`,
    'name another with --shard-file',
  );
}

/**
 * Writes a shard, and where that fails, to the folder for temporary files: what was measured is not thrown away because a disk is
 * full. Gives the file, and why it is another one. Throws OperatorError where neither can be written.
 */
export function writeShard(
  file: string,
  text: string,
  instead = tmpdir(),
): { readonly file: string; readonly trouble?: string } {
  const trouble = written(file, text);
  if (trouble === undefined) return { file };
  const second = join(instead, basename(file));
  const again = written(second, text);
  if (again === undefined) return { file: second, trouble };
  throw new OperatorError(
    EXIT.infrastructure,
    `the shard cannot be written to ${file} (${trouble}), nor to ${second} (${again})`,
    'make room; the shard stands on the standard output instead: save that line as its file',
  );
}

/** Whole or not at all: nobody finds a file that is cut off. undefined, or why not. */
function written(file: string, text: string): string | undefined {
  const unfinished = `${file}.unfinished`;
  try {
    writeFileSync(unfinished, text, { mode: 0o600 });
    renameSync(unfinished, file);
    return undefined;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    rmSync(unfinished, { force: true });
    return code ?? message;
  }
}

/** Throws OperatorError for the files that cannot be read or hold no shard, all of them at once. */
export function readShards(files: readonly string[]): readonly NamedShard[] {
  const troubles: string[] = [];
  const shards = files.flatMap((file): readonly NamedShard[] => {
    const found = shardIn(file);
    if (typeof found !== 'string') return [found];
    troubles.push(found);
    return [];
  });
  if (troubles.length === 0) return shards;
  const remedy = 'name files that `pipehat load --shard` or an agent has written';
  throw new OperatorError(EXIT.usage, `--merge: ${troubles.join('; ')}`, remedy);
}

function shardIn(file: string): NamedShard | string {
  try {
    const result = readShard(readFileSync(file, 'utf8'));
    return result.kind === 'shard' ? { source: file, record: result.record } : `${file} ${result.what}`;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return `${file} cannot be read (${code ?? message})`;
  }
}
