import { DefectList } from './defect-list.js';
import { loadXmlProfile } from './load-xml-profile.js';
import type { LoadedProfile } from './loaded-profile.js';
import { readProfileSource } from './profile-source.js';

/**
 * Loads a profile from a folder or a file, whatever its form: an IGAMT bundle of either generation, a chapter 2.B profile, or
 * Pipehat's own YAML. All that is wrong with it is told at once.
 */
export function loadProfile(path: string): LoadedProfile {
  const defects = new DefectList();
  const source = readProfileSource(path, defects);
  if (source === undefined) return defects.refused();
  return loadXmlProfile(path, source.kind === 'xml' ? source.files : [], defects);
}
