import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** `results/2026-05-04T09-30-00Z`, or the first free `...Z-2`, `-3` where two runs start in the same second. */
export function newRunFolder(results: string, startedAt: Date): string {
  const name = startedAt.toISOString().replace(/\.\d+/, '').replaceAll(':', '-');
  let folder = join(results, name);
  for (let n = 2; existsSync(folder); n++) folder = join(results, `${name}-${n}`);
  return folder;
}
