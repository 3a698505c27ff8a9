import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOAD_FORMATS } from '../../../reports/load/formats.js';
import type { LoadResult } from '../../evidence/load-result.js';
import { newRunFolder } from '../../run/run-folder.js';
import { EXIT } from '../exit-codes.js';
import { OperatorError } from '../operator-error.js';
import { chartLibrary } from './chart-library.js';

/** The name of the result itself in its folder; `pipehat report` reads it. */
export const LOAD_FILE = 'load.json';

/** Writes the result and every report of it into a folder of its own, and gives the path of the page. */
export function writeResult(result: LoadResult, results: string): string {
  const folder = newRunFolder(results, new Date(result.startedAt));
  const library = chartLibrary();
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(join(folder, LOAD_FILE), `${JSON.stringify(result)}\n`);
    for (const { fileName, write } of LOAD_FORMATS) writeFileSync(join(folder, fileName), write(result, library));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const remedy = 'choose another folder with --results; --format json prints the result too';
    throw new OperatorError(
      EXIT.infrastructure,
      `the results cannot be written to ${folder}: ${reason}`,
      remedy,
      error,
    );
  }
  return join(folder, 'load.html');
}
