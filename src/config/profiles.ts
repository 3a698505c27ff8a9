import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { valueAt } from './document.js';
import type { Mistake } from './problem.js';

/** Profiles that the file names and that are not there: a run without them would only seem to have used them. */
export function missingProfiles(data: unknown, folder: string): readonly Mistake[] {
  const named = valueAt(data, ['profiles']);
  if (!Array.isArray(named)) return [];
  return named.flatMap((path: unknown, n) => {
    if (typeof path !== 'string' || path.trim() === '' || existsSync(resolve(folder, path))) return [];
    return [
      {
        path: ['profiles', n],
        what: `there is no profile ${resolve(folder, path)}`,
        remedy: 'correct the path, which counts from the folder of this file, or make the folder',
      },
    ];
  });
}
