import type { z } from 'zod';
import { readWritten } from '../../base/written-file.js';
import type { ProfileDefect } from '../model/defect.js';

export type FileResult<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'defective'; readonly defects: readonly ProfileDefect[] };

/** Reads a YAML or JSON file of a known shape, an overlay or a baseline. Never throws; all mistakes come with their place. */
export function readFileOf<T>(text: string, file: string, schema: z.ZodType<T>): FileResult<T> {
  const result = readWritten(text, schema);
  if (result.kind === 'read') return result;
  const defects = result.mistakes.map(({ line, column, name, what, remedy }): ProfileDefect => {
    const message = name === '' ? what : `${name}: ${what}`;
    return { severity: 'error', code: 'wrong-entry', place: { file, line, column }, message, remedy };
  });
  return { kind: 'defective', defects };
}
