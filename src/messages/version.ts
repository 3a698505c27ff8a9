import type { Version } from './facts.js';

/** Every version that the builders know, oldest first. */
export const VERSIONS: readonly Version[] = ['2.3', '2.3.1', '2.4', '2.5', '2.5.1'];

/** True when `version` is `first` or a later one. */
export function isSince(first: Version, version: Version): boolean {
  return VERSIONS.indexOf(version) >= VERSIONS.indexOf(first);
}

/** The versions from `first` on. */
export function since(first: Version): readonly Version[] {
  return VERSIONS.slice(VERSIONS.indexOf(first));
}
