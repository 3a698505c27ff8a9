import { loadProfile } from '../../conformance/load/load-profile.js';
import type { LoadedProfile } from '../../conformance/load/loaded-profile.js';
import type { Profile } from '../../conformance/model/profile.js';
import { EXIT } from '../exit-codes.js';
import { OperatorError } from '../operator-error.js';
import { profileFolders, profilePaths } from '../profile-paths.js';
import { defective } from '../validate/defects.js';
import { baseNamed } from './base-name.js';

/** A profile that an argument names, loaded or with its defects. */
export interface NamedProfile {
  /** As the person would name it. */
  readonly path: string;
  readonly loaded: LoadedProfile;
}

/** All profiles that an argument names: a folder may hold several. Throws OperatorError where there is none. */
export function profilesNamed(name: string): readonly NamedProfile[] {
  const base = baseNamed(name);
  if (base !== undefined) return [{ path: name, loaded: { kind: 'loaded', profile: base, warnings: [] } }];
  const folders = profileFolders();
  return profilePaths(name).map((path) => ({ path, loaded: loadProfile(path, { folders }) }));
}

/** The one profile that an argument names. Throws OperatorError with all its defects, or where there are several. */
export function profileNamed(name: string): Profile {
  const [only, ...others] = profilesNamed(name);
  if (only === undefined || others.length > 0) {
    const paths = [only, ...others].flatMap((one) => one?.path ?? []).join(', ');
    throw new OperatorError(EXIT.usage, `${name} holds several profiles: ${paths}`, 'name one of them');
  }
  const { loaded, path } = only;
  if (loaded.kind === 'loaded') return loaded.profile;
  throw defective(`the profile ${path}`, loaded.defects, 'mend them; "pipehat profile lint" lists them too');
}
