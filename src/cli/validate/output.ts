import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { EXIT } from '../exit-codes.js';
import { OperatorError } from '../operator-error.js';

/** Where a report goes, piece by piece. */
export interface Output {
  write(text: string): Promise<void>;
  close(): void;
}

/** Standard output; a reader that is slow holds the work up instead of filling the memory. */
export function standardOutput(stream: NodeJS.WriteStream = process.stdout): Output {
  return {
    write: async (text) => {
      if (text !== '' && !stream.write(text)) await once(stream, 'drain');
    },
    close: () => {},
  };
}

/** A file, for its owner alone: it may hold values of patients. Throws OperatorError. */
export function fileOutput(file: string): Output {
  const descriptor = attempt(file, () => {
    mkdirSync(dirname(file), { recursive: true });
    return openSync(file, 'w', 0o600);
  });
  return {
    write: async (text) => {
      const bytes = Buffer.from(text);
      for (let at = 0; at < bytes.length; ) at += attempt(file, () => writeSync(descriptor, bytes, at));
    },
    close: () => closeSync(descriptor),
  };
}

function attempt<T>(file: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
    throw new OperatorError(EXIT.infrastructure, `${file} cannot be written (${reason})`, 'choose another --output');
  }
}
