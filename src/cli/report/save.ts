import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT } from '../exit-codes.js';
import { OperatorError } from '../operator-error.js';

/** Writes a report into a folder, which is made where it is missing, and gives its path. Throws OperatorError. */
export function save(folder: string, fileName: string, text: string): string {
  const file = join(folder, fileName);
  try {
    mkdirSync(folder, { recursive: true });
    // Patient data, synthetic or not: for its owner alone.
    writeFileSync(file, text, { mode: 0o600 });
    return file;
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
    throw new OperatorError(
      EXIT.infrastructure,
      `${file} cannot be written (${reason})`,
      'use --out with a folder that you may write to',
    );
  }
}
