import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOAD_FORMATS } from '../../../reports/load/formats.js';
import type { LoadResult } from '../../evidence/load-result.js';
import type { KeptMessage } from '../../load/measure/kept-messages.js';
import type { DamagedMessage } from '../../load/run/damaged-messages.js';
import { newRunFolder } from '../../run/run-folder.js';
import { EXIT } from '../exit-codes.js';
import { OperatorError } from '../operator-error.js';
import { chartLibrary } from './chart-library.js';

/** The name of the result itself in its folder; `pipehat report` reads it. */
export const LOAD_FILE = 'load.json';

/** Messages of the run byte for byte: patient data, synthetic or not, which no report holds. */
const MESSAGES_FILE = 'messages.ndjson';

/** Every message that the ledger names, with its damage and what may be the cause; only where there are any. */
const DAMAGED_FILE = 'damaged.ndjson';

/** Messages of a run that are told one by one. */
export interface NamedMessages {
  readonly kept: readonly KeptMessage[];
  readonly damaged: readonly DamagedMessage[];
}

/** Writes the result and every report of it into a folder of its own, and gives the path of the page. */
export function writeResult(result: LoadResult, { kept, damaged }: NamedMessages, results: string): string {
  const folder = newRunFolder(results, new Date(result.startedAt));
  const library = chartLibrary();
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const write = (name: string, text: string): void => writeFileSync(join(folder, name), text, { mode: 0o600 });
    write(LOAD_FILE, `${JSON.stringify(result)}\n`);
    write(MESSAGES_FILE, lines(kept));
    if (damaged.length > 0) write(DAMAGED_FILE, lines(damaged));
    for (const { fileName, write: render } of LOAD_FORMATS) write(fileName, render(result, library));
  } catch (error) {
    throw cannotWrite(
      folder,
      error,
      'what was measured is printed above; make room, or choose another folder with --results',
    );
  }
  return join(folder, 'load.html');
}

function lines(records: readonly object[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}

/** Throws OperatorError, before anything is sent, where results could not be written at the end. */
export function checkResults(results: string): void {
  const probe = join(results, `.pipehat-${process.pid}`);
  try {
    mkdirSync(results, { recursive: true });
    writeFileSync(probe, 'x');
    rmSync(probe);
  } catch (error) {
    throw cannotWrite(results, error, 'nothing was sent; choose another folder with --results');
  }
}

function cannotWrite(folder: string, error: unknown, remedy: string): OperatorError {
  const reason = error instanceof Error ? error.message : String(error);
  return new OperatorError(EXIT.infrastructure, `the results cannot be written to ${folder}: ${reason}`, remedy, error);
}
