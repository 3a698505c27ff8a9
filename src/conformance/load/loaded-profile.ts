import type { ProfileDefect } from '../model/defect.js';
import type { Profile } from '../model/profile.js';

/** What loading gives: the whole profile, or all that is wrong with it. Nothing is half-loaded. */
export type LoadedProfile =
  | { readonly kind: 'loaded'; readonly profile: Profile; readonly warnings: readonly ProfileDefect[] }
  | { readonly kind: 'defective'; readonly defects: readonly ProfileDefect[] };
