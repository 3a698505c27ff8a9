import { resolve } from 'node:path';
import { DefectList } from './defect-list.js';
import { loadXmlProfile } from './load-xml-profile.js';
import type { LoadedProfile } from './loaded-profile.js';
import { otherProfile } from './other-profile.js';
import { readProfileSource } from './profile-source.js';
import { loadYamlProfile } from './yaml/load-yaml-profile.js';

export interface LoadOptions {
  /** Where profiles that others extend by their id are looked for, besides the neighbours of the one that does. */
  readonly folders?: readonly string[];
}

/**
 * Loads a profile from a folder or a file, whatever its form: an IGAMT bundle of either generation, a chapter 2.B profile, or
 * Pipehat's own YAML with all that it extends. All that is wrong with it is told at once.
 */
export function loadProfile(path: string, { folders = [] }: LoadOptions = {}): LoadedProfile {
  return load(path, folders, []);
}

/** `above`: the files that are being loaded and extend this one, outermost first. */
function load(path: string, folders: readonly string[], above: readonly string[]): LoadedProfile {
  const defects = new DefectList();
  const source = readProfileSource(path, defects);
  if (source === undefined) return defects.refused();
  if (source.kind === 'xml') return loadXmlProfile(path, source.files, defects);
  const trail = [...above, resolve(source.file)];
  return loadYamlProfile(source.file, (reference, from) => extended(reference, from, folders, trail));
}

function extended(
  reference: string,
  from: string,
  folders: readonly string[],
  trail: readonly string[],
): LoadedProfile {
  const path = otherProfile(reference, from, folders);
  const defects = new DefectList();
  if (path === undefined) {
    const remedy =
      'write base, nothing, the id of a profile in a folder beside this one, or a path relative to this file';
    defects.error('unknown-profile', { file: from }, `there is no profile ${reference}`, remedy);
    return defects.refused();
  }
  if (trail.some((file) => file === resolve(path) || file.startsWith(`${resolve(path, 'profile.')}`))) {
    const message = `the profile extends itself: ${[...trail, resolve(path)].join(' -> ')}`;
    defects.error('extends-circle', { file: from }, message, 'take one extends: out of the circle');
    return defects.refused();
  }
  return load(path, folders, trail);
}
