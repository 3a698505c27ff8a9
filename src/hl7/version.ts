/** The versions of the standard, oldest first (table 0104). */
const VERSIONS: readonly string[] = [
  '2.1',
  '2.2',
  '2.3',
  '2.3.1',
  '2.3.2',
  '2.4',
  '2.5',
  '2.5.1',
  '2.6',
  '2.7',
  '2.7.1',
  '2.8',
  '2.8.1',
  '2.8.2',
  '2.9',
  '2.9.1',
];

export function isKnownVersion(version: string): boolean {
  return VERSIONS.includes(version);
}

/** Whether `version` is `least` or later. An unknown version counts as new: its rules are nearer to those of today. */
export function versionAtLeast(version: string, least: string): boolean {
  return !isKnownVersion(version) || VERSIONS.indexOf(version) >= VERSIONS.indexOf(least);
}
