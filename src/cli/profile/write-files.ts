import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { EXIT } from '../exit-codes.js';
import { OperatorError } from '../operator-error.js';

/** Writes files, with the folders on the way to them. Throws OperatorError. */
export function writeFiles(files: Iterable<readonly [path: string, text: string]>): void {
  for (const [path, text] of files) {
    try {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    } catch (error) {
      const reason = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
      throw new OperatorError(EXIT.infrastructure, `${path} cannot be written (${reason})`, 'choose another --output');
    }
  }
}
