import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Names of files that may be a profile or a part of one. */
const PROFILE_FILE = /\.(xml|ya?ml)$/i;
/** Specimens of a profile are no profiles. */
const SPECIMENS = new Set(['valid', 'invalid']);

/**
 * The profiles at a path: the path itself where it is a file, or a folder with files of a profile; otherwise every folder just
 * below it that has some, in the order of their names. Empty where there is none.
 */
export function findProfiles(path: string): readonly string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (stat.isFile() || hasProfileFile(path)) return [path];
  const folders = readdirSync(path, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && !SPECIMENS.has(entry.name),
  );
  return folders
    .map(({ name }) => join(path, name))
    .sort()
    .filter(hasProfileFile);
}

function hasProfileFile(folder: string): boolean {
  return readdirSync(folder, { withFileTypes: true }).some((entry) => entry.isFile() && PROFILE_FILE.test(entry.name));
}
