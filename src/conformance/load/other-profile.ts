import { existsSync, readdirSync, readFileSync } from 'node:fs';
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
  const places = [dirname(own), own, ...folders];
  const named = places.map((folder) => existing(join(folder, reference))).find((path) => path !== undefined);
  return named ?? places.map((folder) => profileWithId(folder, reference)).find((path) => path !== undefined);
}

/** A folder may have another name than the profile in it. */
function profileWithId(folder: string, id: string): string | undefined {
  if (!existsSync(folder)) return undefined;
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return entries.map(({ name }) => join(folder, name)).find((path) => hasId(join(path, 'profile.yaml'), id));
}

const ID = /^(?:profile:\s*\{\s*|\s+)id:\s*["']?([^\s"',}]+)/m;

function hasId(file: string, id: string): boolean {
  return existsSync(file) && ID.exec(readFileSync(file, 'utf8'))?.[1] === id;
}

function isPath(reference: string): boolean {
  return /[\\/]|^\.|\.(ya?ml|xml)$/i.test(reference) || isAbsolute(reference);
}

function existing(path: string): string | undefined {
  return existsSync(path) ? path : undefined;
}
