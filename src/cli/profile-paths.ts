import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { closest } from '../base/closest.js';
import { findProfiles } from '../conformance/load/find-profiles.js';
import { EXIT } from './exit-codes.js';
import { OperatorError } from './operator-error.js';
import { packageRoot } from './package-root.js';

/** `pipehat:` names the profiles that come with the package, `pipehat:<id>` one of them. */
const PREFIX = 'pipehat:';

/** Where profiles are known by their ids: in the project, and in the package. */
export function profileFolders(): readonly string[] {
  return ['profiles', join(packageRoot(), 'profiles')].filter((folder) => existsSync(folder));
}

/**
 * The profiles that an option names: a file, a folder with a profile or with folders of profiles, or the id of one in the `profiles` folder of
 * the project or of the package. Throws OperatorError where there is none.
 */
export function profilePaths(name: string): readonly string[] {
  const bundled = join(packageRoot(), 'profiles');
  if (name === PREFIX) return findProfiles(bundled);
  const id = name.startsWith(PREFIX) ? name.slice(PREFIX.length) : name;
  // The ids of our own begin with the name of the package, their folders do not.
  const own = [join(bundled, id), join(bundled, id.replace(/^pipehat-/, ''))];
  const places = name.startsWith(PREFIX) ? own : [name, join('profiles', id), ...own];
  const place = places.find((path) => existsSync(path));
  const found = place === undefined ? [] : findProfiles(place);
  if (found.length > 0) return found;
  if (place !== undefined) throw noProfileIn(place);
  throw noSuchProfile(name, [...new Set(profileFolders().flatMap(idsIn))]);
}

function noProfileIn(place: string): OperatorError {
  const what = statSync(place).isDirectory() ? 'the folder holds no profile' : 'the file is no profile';
  const remedy = 'a profile is a folder of an IGAMT bundle, a chapter 2.B file, or a profile.yaml';
  return new OperatorError(EXIT.usage, `${place}: ${what}`, remedy);
}

function noSuchProfile(name: string, ids: readonly string[]): OperatorError {
  const meant = closest(name.replace(PREFIX, ''), ids);
  const hint = meant === undefined ? '' : `did you mean ${meant}? `;
  const known = ids.length === 0 ? '' : `; ids known here: ${ids.join(', ')}`;
  const remedy = `${hint}give a folder, a file, an id, or "base" for the standard${known}`;
  return new OperatorError(EXIT.usage, `there is no profile "${name}"`, remedy);
}

function idsIn(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
