import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Mistake } from '../base/mistake.js';
import { type Path, valueAt } from '../base/yaml-document.js';
import type { ValidationPolicy } from './config.js';
import type { RawFile } from './schema.js';
import { ROLES } from './schema.js';

/** Profiles of the package (`pipehat:adt`), and the base standard. */
const BUILT_IN = /^(pipehat:.*|base)$/;

/** Where a project keeps its profiles unless it says otherwise. */
const USUAL = 'profiles';

/** Profiles that the file names and that are not there: a run without them would only seem to have used them. */
export function missingProfiles(data: unknown, folder: string): readonly Mistake[] {
  const lists: readonly Path[] = [['profiles'], ...actorPaths(data)];
  return [
    ...lists.flatMap((path) => {
      const named = valueAt(data, path);
      return Array.isArray(named) ? named.flatMap((name, n) => missing(name, [...path, n], folder)) : [];
    }),
    ...missing(valueAt(data, ['validation', 'overlay']), ['validation', 'overlay'], folder),
  ];
}

function actorPaths(data: unknown): readonly Path[] {
  const environments = valueAt(data, ['environments']);
  const names = typeof environments === 'object' && environments !== null ? Object.keys(environments) : [];
  return names.flatMap((name) => ROLES.map((role) => ['environments', name, 'actors', role, 'profiles']));
}

function missing(name: unknown, path: Path, folder: string): readonly Mistake[] {
  if (typeof name !== 'string' || name.trim() === '' || BUILT_IN.test(name) || existsSync(resolve(folder, name)))
    return [];
  const what = `there is no ${path.at(-1) === 'overlay' ? 'overlay' : 'profile'} ${resolve(folder, name)}`;
  return [{ path, what, remedy: 'correct the path, which counts from the folder of this file, or make the folder' }];
}

/** The profiles that a list names; `undefined` stands for the project's usual folder, where it is there. */
export function profilePaths(given: readonly string[] | undefined, folder: string): readonly string[] {
  if (given !== undefined) return given.map((name) => (BUILT_IN.test(name) ? name : resolve(folder, name)));
  const usual = resolve(folder, USUAL);
  return existsSync(usual) ? [usual] : [];
}

export function validationPolicy(raw: RawFile['validation'], folder: string): ValidationPolicy {
  return {
    severity: raw?.severity ?? 'default',
    otherwise: raw?.otherwise ?? 'base',
    errors: raw?.errors ?? 'fail',
    ...(raw?.overlay !== undefined && { overlay: resolve(folder, raw.overlay) }),
  };
}
