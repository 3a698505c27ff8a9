import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT } from '../exit-codes.js';
import { OperatorError } from '../operator-error.js';

/**
 * A folder of received messages: `0001-<control id>.hl7`, byte for byte. Messages hold patients' data, so only the
 * user may read them (0700, 0600; Windows keeps the rights of the parent folder). Numbers go on after those already there.
 */
export class InboxFolder {
  readonly #folder: string;
  #last: number;

  /** Makes the folder. Throws OperatorError where that fails. */
  constructor(folder: string) {
    this.#folder = folder;
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const names = readdirSync(folder);
      // Only what we made or found empty is closed to others: the folder may be somebody's home.
      if (names.length === 0) chmodSync(folder, 0o700);
      this.#last = Math.max(0, ...names.map((name) => Number(/^(\d+)-.*\.hl7$/.exec(name)?.[1] ?? 0)));
    } catch (error) {
      const reason = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
      throw new OperatorError(
        EXIT.infrastructure,
        `--save: ${folder} cannot be used (${reason})`,
        'name a folder that you may write to',
      );
    }
  }

  /** Writes one payload and returns the path of its file. Never overwrites. Throws what the file system throws. */
  save(payload: Buffer, controlId: string): string {
    this.#last++;
    const id = controlId.replace(/[^A-Za-z0-9_-]/g, '_').slice(0, 40) || 'no-id';
    const file = join(this.#folder, `${String(this.#last).padStart(4, '0')}-${id}.hl7`);
    writeFileSync(file, payload, { mode: 0o600, flag: 'wx' });
    return file;
  }
}
