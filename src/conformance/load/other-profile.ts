import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { shippedProfile } from './shipped-profiles.js';

/**
 * Where the profile is that a YAML file names in `extends`: a path is relative to that file; an id is a folder beside the
 * profile's own, below it, or in one of `folders`; `pipehat:adt` is of the package. undefined where there is none.
 */
export function otherProfile(reference: string, from: string, folders: readonly string[]): string | undefined {
  const own = dirname(resolve(from));
  const shipped = shippedProfile(reference);
  if (shipped !== undefined) return existing(shipped);
  if (isPath(reference)) return existing(resolve(own, reference));
  const candidates = [dirname(own), own, ...folders].map((folder) => join(folder, reference));
  return candidates.map(existing).find((path) => path !== undefined);
}

function isPath(reference: string): boolean {
  return /[\\/]|^\.|\.(ya?ml|xml)$/i.test(reference) || isAbsolute(reference);
}

function existing(path: string): string | undefined {
  return existsSync(path) ? path : undefined;
}
