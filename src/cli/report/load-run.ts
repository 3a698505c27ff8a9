import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readLoadResult } from '../../../reports/load/read-load-result.js';
import type { LoadResult } from '../../evidence/load-result.js';
import { EXIT } from '../exit-codes.js';
import { LOAD_FILE } from '../load/write-result.js';
import { OperatorError } from '../operator-error.js';

/** A load run as it lies on the disk. */
export interface LoadRunFile {
  readonly result: LoadResult;
  /** Where reports of it go unless somebody says otherwise. */
  readonly folder: string;
}

/** Whether a path names a load run: its folder, or the file of its result. */
export function isLoadRun(path: string): boolean {
  return existsSync(join(path, LOAD_FILE)) || (path.endsWith('.json') && existsSync(path) && statSync(path).isFile());
}

/** Reads the result of a load run from its folder, or from a file that holds what `load --format json` printed. Throws OperatorError. */
export function readLoadRun(path: string): LoadRunFile {
  const file = existsSync(join(path, LOAD_FILE)) ? join(path, LOAD_FILE) : path;
  const reading = readLoadResult(textOf(file));
  if (reading.kind === 'mistake') throw new OperatorError(EXIT.usage, `${file}: ${reading.what}`, reading.remedy);
  return { result: reading.result, folder: dirname(file) };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
    throw new OperatorError(
      EXIT.usage,
      reason === 'EISDIR' ? `${basename(file)} holds no ${LOAD_FILE}` : `${file} cannot be read (${reason})`,
      `name the folder of a load run, for example one in results, or its ${LOAD_FILE}`,
      error,
    );
  }
}
