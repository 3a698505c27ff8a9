import { readFileSync, statSync } from 'node:fs';
import { DefectList } from '../defect-list.js';
import type { LoadedProfile } from '../loaded-profile.js';
import { ProfileReader } from './profile-reader.js';
import type { LoadOther } from './start-from.js';
import { yamlSource } from './yaml-source.js';

/** In bytes; a converted profile of everything that a national programme has is some 3 MB. */
const LARGEST = 32 * 1024 * 1024;

/**
 * Loads a profile in Pipehat's YAML (docs/profiles.md). All defects are told at once, each with file, line, column and remedy;
 * a profile with a defect is not loaded at all. `loadOther` finds what `extends:` names, other than the base standard.
 */
export function loadYamlProfile(file: string, loadOther: LoadOther): LoadedProfile {
  const defects = new DefectList();
  const text = readText(file, defects);
  const source = text === undefined ? undefined : yamlSource(file, text, defects);
  const profile = source && new ProfileReader(source, defects, loadOther).read();
  return profile === undefined ? defects.refused() : defects.conclude(profile);
}

function readText(file: string, defects: DefectList): string | undefined {
  try {
    if (statSync(file).size > LARGEST) {
      defects.error(
        'file-too-large',
        { file },
        'the file is larger than 32 MB',
        'put value sets into files of their own',
      );
      return undefined;
    }
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    if (error instanceof TypeError) {
      defects.error('file-not-utf-8', { file }, 'the file is not UTF-8', 'save it as UTF-8');
    } else {
      const reason = error instanceof Error ? error.message : String(error);
      defects.error(
        'unreadable-file',
        { file },
        `the file cannot be read: ${reason}`,
        'check the path and your rights',
      );
    }
    return undefined;
  }
}
